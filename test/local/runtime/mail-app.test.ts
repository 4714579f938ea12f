import { describe, expect, test } from 'vitest'
import { tinyWorkspace, wednesday } from '../tiny-workspace'

const send = (to: string, more = ''): string =>
  `MailApp.sendEmail({ to: ${to}, subject: '周报', body: '正文', htmlBody: '<p>正文</p>', name: '联席', replyTo: 'heng.zhou@anlan.local'${more} });`
const recipients = (count: number): string =>
  `Array.from({ length: ${count} }, (_, n) => n + '@anlan.local').join()`

describe('MailApp (Google’s reference and quotas)', () => {
  test('a letter carries workspace time, the role account and its recipients', () => {
    const { run, letters } = tinyWorkspace()
    run(`// \n${send("'a@anlan.local, b@anlan.local'")}`)
    expect(letters).toMatchObject([
      { to: ['a@anlan.local', 'b@anlan.local'], from: 'lianxi@anlan.local', name: '联席' },
    ])
    expect(letters[0]?.at).toBeCloseTo(wednesday + 900, -1)
  })

  test('the quota counts recipients and starts again after 24 hours', () => {
    const { run, store } = tinyWorkspace()
    const quota = () => run('// \nreturn MailApp.getRemainingDailyQuota()').result
    expect(quota()).toBe(1500)
    run(`// \n${send(recipients(20))}`)
    expect(quota()).toBe(1480)
    store.setFact('clock', `set:${wednesday + 23 * 3_600_000}`)
    expect(quota()).toBe(1480)
    store.setFact('clock', `set:${wednesday + 25 * 3_600_000}`)
    expect(quota()).toBe(1500)
  })

  test('over the quota nothing is sent', () => {
    const { run, letters } = tinyWorkspace()
    const ended = run(`// \n${send(recipients(2))} ${send(recipients(2))}`, { quota: 3 })
    expect(ended.error).toContain('Service invoked too many times for one day: email.')
    expect(letters).toHaveLength(1)
  })

  test('more than 50 recipients, more than 60 KB and a wrong address are refused', () => {
    const { run, letters } = tinyWorkspace()
    expect(run(`// \n${send(recipients(51))}`).error).toContain('Email Recipients Per Message')
    const long = send("'a@anlan.local'", ", htmlBody: 'x'.repeat(61441)")
    expect(run(`// \n${long}`).error).toContain('Email Body Size')
    expect(run(`// \n${send("'nobody'")}`).error).toContain('Invalid email: nobody')
    expect(letters).toEqual([])
  })

  test('a line break in a subject cannot start another header', () => {
    const { run, letters } = tinyWorkspace()
    run(`// \n${send("'a@anlan.local'", ", subject: '周报\\r\\nBcc: x@evil.example'")}`)
    expect(letters[0]?.subject).toBe('周报 Bcc: x@evil.example')
  })
})

test('refuses a subject above 250 characters, and an option that is not imitated', () => {
  const { run, letters } = tinyWorkspace()
  const send = (more: string) =>
    run(
      `// \nMailApp.sendEmail({ to: 'a@anlan.local', body: '', htmlBody: '', name: '', ${more} })`,
    )
  expect(send("subject: '汇'.repeat(251)").error).toContain('Limit Exceeded: Email Subject Length.')
  expect(send("subject: '汇', cc: 'b@anlan.local'").error).toContain('cc is not imitated here')
  expect(send("subject: '汇', replyto: 'b@anlan.local'").error).toContain('replyto')
  expect(send("subject: '汇'.repeat(250)").error).toBeUndefined()
  expect(letters).toHaveLength(1)
})

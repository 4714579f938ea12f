import { describe, expect, test } from 'vitest'
import { runLimit } from '../../../src/local/runtime/prices'
import { tinyWorkspace } from '../tiny-workspace'

/** Opens, claims, sends, marks; a catch and a finally that try to go on after a kill. */
const claimSendMark = `
  const set = (text) => {
    sheet.getRange(1, 1, 1, 1).setValues([[text]])
    SpreadsheetApp.flush()
  }
  try {
    set('发送中')
    MailApp.sendEmail({ to: 'a@anlan.local', subject: '一', body: '一', htmlBody: '', name: '', replyTo: '' })
    set('已发')
  } catch (error) {
    set('失败')
  } finally {
    sheet.getRange(1, 2, 1, 1).setValues([['收尾']])
  }`

describe('a run that is killed', () => {
  test('leaves what its calls before had done, and no catch or finally acts', () => {
    const states: string[] = []
    // Calls: open, sheet, range, setValues, flush, send, range, setValues, flush, range, setValues.
    for (let killAt = 0; killAt <= 11; killAt += 1) {
      const { run, store, control, letters } = tinyWorkspace()
      const ended = run(claimSendMark, { killAt })
      expect(ended.outcome).toBe('killed')
      const shown = store.view(control)[0]?.rows.flat().join() ?? ''
      states.push(`${shown}/${letters.length}`)
    }
    const claimed = ['发送中/0', ...Array.from({ length: 3 }, () => '发送中/1')]
    const nothing = Array.from({ length: 5 }, () => '/0')
    expect(states).toEqual([...nothing, ...claimed, '已发/1', '已发/1', '已发/1'])
  })

  test('is not killed when it ends before', () => {
    const { run, store, control } = tinyWorkspace()
    expect(run(claimSendMark, { killAt: 12 }).outcome).toBe('done')
    expect(store.view(control)[0]?.rows).toEqual([['已发', '收尾']])
  })

  test('dies after six modelled minutes (quotas page of Google)', () => {
    const { run, store, control } = tinyWorkspace()
    const ended = run(
      `try { for (;;) sheet.appendRow(['行']) } catch (error) { sheet.appendRow(['后']) }`,
    )
    expect(ended.outcome).toBe('killed')
    expect(ended.error).toBe('Exceeded maximum execution time')
    expect(ended.ms).toBeGreaterThan(runLimit)
    const rows = store.view(control)[0]?.rows ?? []
    // 110 ms a row after open, handle and first write: (360,000 - 80.5) / 110.
    expect(rows).toHaveLength(3271)
    expect(rows.flat()).not.toContain('后')
  })
})

describe('faults on demand', () => {
  test('a transient error comes before the call has an effect, and the run goes on', () => {
    const { run, store, control } = tinyWorkspace()
    const ended = run(
      `try { sheet.appendRow(['甲']) } catch (error) { sheet.appendRow([error.name]) }`,
      { transientAt: 2 },
    )
    expect(ended.outcome).toBe('done')
    expect(store.view(control)[0]?.rows).toEqual([['Exception']])
  })

  test('an unreadable workbook is refused, the others are not', () => {
    const { run, store } = tinyWorkspace()
    const desk = store.createBook('党政办工作台', 'desk')
    const ended = run(`SpreadsheetApp.openById('${desk}')`, { unreadable: [desk] })
    expect(ended.error).toContain('You do not have permission')
  })

  test('a busy lock costs the wait and is not given', () => {
    const ended = tinyWorkspace().run('return LockService.getScriptLock().tryLock(2000)', {
      lockBusy: true,
    })
    expect(ended.result).toBe(false)
    expect(ended.trace.at(-1)).toMatchObject({ kind: 'lock.wait', ms: 2000 })
  })

  test('the nth letter fails', () => {
    const { run, letters } = tinyWorkspace()
    const ended = run(
      `const send = (subject) => MailApp.sendEmail({ to: 'a@anlan.local', subject, body: '', htmlBody: '', name: '', replyTo: '' })
       send('一'); try { send('二') } catch (error) { send('三') }`,
      { mailFailsAt: 1 },
    )
    expect(ended.outcome).toBe('done')
    expect(letters.map((letter) => letter.subject)).toEqual(['一', '三'])
  })

  test('the run acts as another user', () => {
    const { run } = tinyWorkspace()
    const body = 'return Session.getEffectiveUser().getEmail()'
    expect(run(body).result).toBe('lianxi@anlan.local')
    expect(run(body, { user: 'heng.zhou@anlan.local' }).result).toBe('heng.zhou@anlan.local')
  })
})

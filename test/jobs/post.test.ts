import { describe, expect, test } from 'vitest'
import { deliveryOf } from '../../src/apps-script/delivery-of'
import type { Delivery } from '../../src/domain/delivery'
import { house, registers } from '../../src/registers'
import { memoryDistrict } from '../fakes/memory-district'

const registry = { all: registers, house }

/** The small district on the afternoon before the cut-off: a letter an office is due at 15:00. */
const withMail = (mail: (nth: number) => Delivery | undefined, quota?: () => number) => {
  let tried = 0
  const district = memoryDistrict(registry, '2024-11-14 14:00', [], {
    mail: () => {
      tried += 1
      return mail(tried - 1) ?? { outcome: 'sent' }
    },
    ...(quota ? { quota } : {}),
  })
  district.tick('2024-11-14 14:50')
  const tick = (at: string) => {
    const before = tried
    const report = district.tick(at)
    return { ...report, tried: tried - before }
  }
  const troubles = () =>
    district
      .page('总台账', '问题')
      .filter((row) => /发送失败|不确定|邮件/.test(row.类别 ?? ''))
      .map((row) => `${row.类别}：${row.说明}`)
  const states = () => district.page('总台账', '发件情况').map((row) => row.状态 ?? '')
  return { ...district, tick, troubles, states }
}

/** How many letters are due then. */
const all = withMail(() => undefined).tick('2024-11-14 15:00').sent
const later = (reason: string, server = false): Delivery => ({ outcome: 'later', reason, server })

describe('letters and a mail server that is not as it should be', () => {
  test('a letter refused for good has failed, with the reason at 问题; the others go', () => {
    const { tick, troubles, states } = withMail((nth) =>
      nth === 1 ? { outcome: 'never', reason: '552 5.2.2 Mailbox full' } : undefined,
    )
    const report = tick('2024-11-14 15:00')
    expect(report).toMatchObject({ sent: all - 1, failed: 1, doubtful: 0, waiting: 0 })
    expect(report.answer).toBe('收件信箱已满，或信超过大小（552 5.2.2 Mailbox full）')
    expect(tick('2024-11-14 15:10').tried).toBe(0)
    expect(troubles()).toEqual([expect.stringMatching(/^发送失败：.*收件信箱已满.*552 5\.2\.2/)])
    expect(states().filter((state) => state.startsWith('发送失败：收件信箱已满'))).toHaveLength(1)
  })

  test('a greylisted letter is tried again with growing pauses, and once taken it is told no more', () => {
    const { tick, troubles } = withMail((nth) =>
      nth === 0 || nth === all ? later('451 4.7.1 Greylisted') : undefined,
    )
    expect(tick('2024-11-14 15:00')).toMatchObject({ sent: all - 1, waiting: 1, failed: 0 })
    expect(tick('2024-11-14 15:10')).toMatchObject({ tried: 1, sent: 0, waiting: 1 })
    expect(troubles()).toEqual([expect.stringMatching(/^邮件发不出：.*451 4\.7\.1.*1封信待发/)])
    expect(tick('2024-11-14 15:20').tried).toBe(0)
    expect(tick('2024-11-14 15:30')).toMatchObject({ tried: 1, sent: 1, waiting: 0 })
    tick('2024-11-14 15:40')
    expect(troubles()).toEqual([])
  })

  test('a server that is down costs one try a run, and no letter is lost when it comes back', () => {
    let down = true
    const { tick, troubles, world } = withMail(() =>
      down ? later('ECONNREFUSED connect', true) : undefined,
    )
    expect(tick('2024-11-14 15:00')).toMatchObject({ tried: 1, sent: 0, waiting: all, failed: 0 })
    expect(tick('2024-11-14 15:10')).toMatchObject({ tried: 1, waiting: all })
    expect(troubles()).toEqual([
      expect.stringMatching(
        new RegExp(`^邮件发不出：邮件服务器连不上.*ECONNREFUSED.*${all}封信待发`),
      ),
    ])
    expect(tick('2024-11-14 15:20').tried).toBe(0)
    down = false
    expect(tick('2024-11-14 15:30')).toMatchObject({ tried: all, sent: all, waiting: 0 })
    expect(new Set(world.letters.map(({ to }) => to)).size).toBe(all)
    tick('2024-11-14 15:40')
    expect(troubles()).toEqual([])
  })

  test('a letter that nobody knows of stops the run, stays 不确定 and is never sent again by itself', () => {
    const { tick, troubles, world } = withMail((nth) =>
      nth === 1 ? { outcome: 'unknown', reason: 'ETIMEDOUT' } : undefined,
    )
    expect(tick('2024-11-14 15:00')).toMatchObject({ sent: 1, doubtful: 1, waiting: all - 2 })
    expect(tick('2024-11-14 15:10')).toMatchObject({ sent: all - 2, doubtful: 0, waiting: 0 })
    for (const at of ['15:20', '16:00', '17:00']) expect(tick(`2024-11-14 ${at}`).tried).toBe(0)
    expect(world.letters).toHaveLength(all - 1)
    expect(troubles()).toEqual([expect.stringMatching(/^不确定的信：.*规定时间内没有应答/)])
  })

  test('after a day without the server the letters have failed, each with the reason', () => {
    const { tick, page, type } = withMail(() => later('ECONNREFUSED connect', true))
    // What a person sends stays due; all else is said by the digest of the next day.
    const urged = { 任务内容: '编制清单', 牵头: '区政府办', 督办专员: '林堯安' }
    type('总台账', '任务交办', {}, urged)
    tick('2024-11-14 14:50')
    type('总台账', '任务交办', { 任务内容: '编制清单' }, { 催办记录: '11月14日 邮件催办' })
    const moments = ['14', '15', '16', '17', '18'].flatMap((day) =>
      Array.from({ length: 24 }, (_, hour) => `2024-11-${day} ${String(hour).padStart(2, '0')}:00`),
    )
    const reports = moments.filter((at) => at >= '2024-11-14 15').map(tick)
    const tries = reports.reduce((sum, { tried }) => sum + tried, 0)
    expect(tries).toBeLessThan(20)
    expect(reports.some(({ failed }) => failed > 0)).toBe(true)
    const failed = page('总台账', '问题').filter((row) => row.类别 === '发送失败')
    expect(failed.length).toBeGreaterThan(0)
    for (const row of failed) expect(row.说明).toContain('邮件服务器连不上')
  })

  test('补发 of all that failed puts them back, and the server is tried at once', () => {
    let broken = true
    const { tick, type, page, world } = withMail(() =>
      broken ? { outcome: 'never', reason: '550 relay denied' } : undefined,
    )
    expect(tick('2024-11-14 15:00')).toMatchObject({ failed: all, sent: 0 })
    broken = false
    type('总台账', '手动操作', {}, { 事项: '补发', 对象: '全部失败的' })
    expect(tick('2024-11-14 15:10')).toMatchObject({ sent: all, waiting: 0 })
    expect(page('总台账', '手动操作')[0]).toMatchObject({
      状态: '已办',
      结果: `已重新排队${all}封`,
    })
    expect(world.letters).toHaveLength(all)
  })

  test('a spent quota leaves the letters waiting, and the operator is told', () => {
    let quota = 22
    const { tick, troubles } = withMail(
      () => undefined,
      () => quota,
    )
    expect(tick('2024-11-14 15:00')).toMatchObject({ sent: 2, waiting: all - 2, failed: 0 })
    tick('2024-11-14 15:10')
    expect(troubles()).toEqual([expect.stringContaining(`发信额度已用完，${all - 2}封信待发`)])
    quota = 500
    tick('2024-11-14 15:20')
    tick('2024-11-14 15:30')
    expect(troubles()).toEqual([])
  })

  test('Google’s own word that the quota is spent ends the batch without harm', () => {
    const says = 'Service invoked too many times for one day: email.'
    const { tick, troubles } = withMail((nth) =>
      nth === 1 ? deliveryOf(new Error(says)) : undefined,
    )
    expect(tick('2024-11-14 15:00')).toMatchObject({
      tried: 2,
      sent: 1,
      waiting: all - 1,
      failed: 0,
    })
    expect(tick('2024-11-14 15:10')).toMatchObject({ sent: all - 1, waiting: 0, doubtful: 0 })
    tick('2024-11-14 15:20')
    expect(troubles()).toEqual([])
  })
})

describe('what Google says of a letter it did not send', () => {
  test.each<[string, object]>([
    ['Service invoked too many times for one day: email.', { outcome: 'wait', quota: true }],
    ['Limit Exceeded: Email.', { outcome: 'wait', quota: true }],
    [
      'Service invoked too many times in a short time: email. Try Utilities.sleep(1000)',
      { outcome: 'wait', quota: false },
    ],
    ['Limit Exceeded: Email Body Size.', { outcome: 'never' }],
    ['Limit Exceeded: Email Recipients Per Message.', { outcome: 'never' }],
    ['Invalid email: zhou', { outcome: 'never' }],
    ['Failed to send email: no recipient', { outcome: 'never' }],
    ['You do not have permission to call MailApp.sendEmail', { outcome: 'later', server: true }],
    ['Authorization is required to perform that action.', { outcome: 'later', server: true }],
    ['Service unavailable: Mail', { outcome: 'unknown' }],
    ['Service timed out: Mail', { outcome: 'unknown' }],
    [
      "We're sorry, a server error occurred. Please wait a bit and try again.",
      { outcome: 'unknown' },
    ],
    ['Mail refused: 552 limit exceeded', { outcome: 'never', reason: '552 limit exceeded' }],
  ])('%s', (says, delivery) => {
    expect(deliveryOf(new Error(says))).toMatchObject(delivery)
  })
})

describe('a mailbox is one person’s', () => {
  test('one that holds two addresses, or a sign nobody sees, gets no letter and is told', () => {
    const district = memoryDistrict(registry, '2024-11-14 14:00')
    const mailboxes = ['p004@anlan.local,x@evil.example', 'p006@anlan.local\u202e']
    for (const [nth, name] of ['许明远', '陆知秋'].entries())
      district.type('总台账', '人员', { 姓名: name }, { 邮箱: mailboxes[nth] ?? '' })
    for (const at of ['14:50', '15:00', '15:10']) district.tick(`2024-11-14 ${at}`)
    expect(district.world.letters.length).toBeGreaterThan(0)
    expect(district.world.letters.filter(({ to }) => !/^p\d+@anlan\.local$/.test(to))).toEqual([])
    const told = district.page('总台账', '问题').filter((row) => row.说明?.includes('邮箱地址'))
    expect(told.map((row) => row.对象)).toEqual(['人员', '人员'])
    expect(JSON.stringify(told)).toContain('含有看不见的字符')
  })
})

import { expect, test } from 'vitest'
import { decideOn, filedDistrict, filedWeek, fileOffices } from '../fakes/filed-district'
import type { MemoryDistrict, Row } from '../fakes/memory-district'

const copies = (district: MemoryDistrict, book: string): Row[] =>
  district.page(book, '可复制文字').filter((row) => row['收件人'])

const off = { 参数名称: '发送邮件', 值: '否', 生效日期: '2024-11-01' }

const task = {
  任务内容: '规范公文运转',
  牵头: '赵启飞',
  督办专员: '林堯安',
  交办日期: '2024-11-14',
  完成时限: '2024-11-18',
}

/** One play of a week: what is typed, and the moments at which it is read. */
const play: [at: string, typing?: (district: MemoryDistrict) => void][] = [
  ['2024-11-14 09:20', (district) => district.type('总台账', '任务交办', {}, task)],
  ['2024-11-14 15:00', (district) => fileOffices(district, ['区委办', '区法院'])],
  ['2024-11-15 08:30'],
  ['2024-11-15 12:00'],
  ['2024-11-15 12:10', (district) => fileOffices(district, ['区人大办', '区政府办', '区政协办'])],
  ['2024-11-15 13:00', (district) => fileOffices(district, ['区检察院'])],
  [
    '2024-11-15 13:10',
    (district) => {
      const newest = district.page('总台账', '审定').map((row) => Number(row['版本'] ?? 0))
      decideOn(district, Math.max(...newest), { 审定: '同意', 审定人: '周衡' })
    },
  ],
  ['2024-11-15 17:00'],
  ['2024-11-18 08:30'],
  [
    '2024-11-18 09:00',
    (district) => {
      const line = {
        周次: filedWeek,
        领导姓名: '邓清棠',
        日期: '2024-11-19',
        开始: '9:00',
        活动内容: '调研企业',
      }
      district.type('区人大办', '周计划填报', {}, line)
    },
  ],
  ['2024-11-18 09:10'],
  ['2024-11-18 09:20'],
  ['2024-11-19 08:30'],
]

test('with mail off the same stands at desks and control as with it, and whatever a letter told', () => {
  const on = filedDistrict()
  const without = filedDistrict()
  without.type('总台账', '参数表', {}, off)
  without.tick('2024-11-14 09:10')
  on.tick('2024-11-14 09:10')
  const kinds = new Set<string>()
  let told = 0
  for (const [at, typing] of play) {
    for (const district of [on, without]) {
      typing?.(district)
      district.tick(at)
    }
    const letters = on.world.letters.slice(told)
    told = on.world.letters.length
    const shown = copies(without, '总台账')
    for (const { to, subject, text } of letters) {
      const person = on.page('总台账', '人员').find((row) => row['邮箱'] === to)?.['姓名'] ?? ''
      const own = shown.filter((row) => row['收件人'] === person)
      const lines = text.match(/^· /gm)?.length ?? 0
      expect(own.length, `${at} ${person} ${subject}`).toBeGreaterThanOrEqual(
        subject.includes('今日提醒') ? lines : 1,
      )
      for (const row of own) kinds.add(row['事由'] ?? '')
    }
    expect(shown, at).toEqual(copies(on, '总台账'))
    for (const desk of ['区委办', '区人大办', '区政府办', '区法院'])
      expect(copies(without, desk), at).toEqual(copies(on, desk))
  }
  expect(told).toBeGreaterThan(20)
  expect(without.world.letters).toEqual([])
  expect([...kinds]).toEqual(
    expect.arrayContaining(['报送提醒', '待审定', '一周安排已印发', '今日提醒']),
  )
})

test('what was shown while mail was off is not sent when it is turned on again', () => {
  const district = filedDistrict()
  district.type('总台账', '参数表', {}, off)
  district.tick('2024-11-14 15:00')
  expect(copies(district, '总台账').length).toBeGreaterThan(3)
  expect(district.page('总台账', '发件情况')[0]?.['状态']).toBe('未发邮件，文字见「可复制文字」')
  district.type('总台账', '参数表', { 参数名称: '发送邮件', 值: '否' }, { 值: '是' })
  district.tick('2024-11-14 15:10')
  district.tick('2024-11-14 15:20')
  expect(district.world.letters).toEqual([])
  district.tick('2024-11-15 08:30')
  expect(district.world.letters.length).toBeGreaterThan(0)
})

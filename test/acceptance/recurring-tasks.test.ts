import { expect, test } from 'vitest'
import { rowEvents, tickWith } from './in-the-ledger'
import { deleteRow } from './retype'
import type { Row, SmallDistrict } from './small-district'
import { taskNumber, withTwoPosts } from './two-posts'

const tab = '任务交办'
const id = taskNumber(1)

const meeting: Row = {
  任务内容: '认领承办下一次主任联席会议，确保至少每季度召开一次',
  牵头: '区人大办',
  任务来源: '联席会议',
  来源名称与日期: '主任联席会议 2024年11月15日',
  协办单位: '区委办、区政府办',
  交办日期: '2024-11-15',
  完成时限: '2025-03-31',
  时限类型: '每季度',
  催办记录: '11月19日 电话催办',
}

/** Everything is typed up to the word that strikes it off; the tick that reads it is still to come. */
const reported = async (district: SmallDistrict): Promise<void> => {
  await district.type('督办台', tab, [meeting], '2024-11-18 09:30')
  const report = { 编号: id, 签收: '是', 完成: '是', 完成说明: '会议已召开' }
  await district.type('区人大办', '承办任务', [report], '2024-11-19 10:00')
  await district.playTo('2024-11-19 10:00')
  const passed = { 编号: `${id}核验1`, 决定: '通过', 签批人: '林堯安' }
  await district.type('督办台', '待审核事项', [passed], '2024-11-20 10:00')
}

const aboutToEnd = (): Promise<SmallDistrict> => withTwoPosts('2024-11-18 09:00', reported)

const next = {
  编号: taskNumber(2),
  任务内容: meeting['任务内容'],
  牵头: '区人大办',
  任务来源: '联席会议',
  来源名称与日期: `承接 ${id}`,
  协办单位: '区委办、区政府办',
  交办日期: '2024-11-20',
  完成时限: '2025-06-30',
  时限类型: '每季度',
  催办记录: '',
  状态: '待签收',
}

test('a quarterly task that is struck off is followed, in its workbook, by one for the next quarter', async () => {
  const district = await aboutToEnd()
  await district.playTo('2024-11-20 10:00')
  const [done, following, ...more] = district.page('督办台', tab)
  expect(done).toMatchObject({ 编号: id, 状态: '办结销号' })
  expect(following).toMatchObject(next)
  expect(more).toEqual([])
  const slice = district.page('区人大办', '承办任务').find((row) => row['编号'] === taskNumber(2))
  expect(slice).toMatchObject({ 角色: '牵头', 完成时限: '2025-06-30', 状态: '待签收' })

  await district.playTo('2024-11-20 12:00')
  expect(district.page('督办台', tab)).toHaveLength(2)
  deleteRow(district, '督办台', tab, '编号', taskNumber(2))
  await district.playTo('2024-11-20 12:30')
  expect(district.page('督办台', tab).map((row) => row['编号'])).toEqual([id, taskNumber(2)])
  const rebuilt = await district.workspace.call('rebuildCheck', [])
  expect(JSON.parse(String(rebuilt.result))).toMatchObject({ differences: [], unread: [] })
})

test('a run killed at any of its flushes is completed to one following task', async () => {
  const whole = await (await aboutToEnd()).tick('2024-11-20 10:00')
  const flushes = whole.trace.flatMap(({ kind }, call) => (kind === 'ss.flush' ? [call] : []))
  let killed = 0
  for (const killAt of flushes) {
    const district = await aboutToEnd()
    const run = await tickWith(district, '2024-11-20 10:00', { killAt })
    if (run.outcome !== 'done') killed += 1
    await district.playTo('2024-11-20 10:30')
    expect(district.page('督办台', tab), `dead at call ${killAt}`).toEqual([
      expect.objectContaining({ 编号: id }),
      expect.objectContaining(next),
    ])
    const appeared = rowEvents(district, 'task').filter((line) => line.startsWith('出现'))
    expect(appeared.map((line) => line.split(' ')[1])).toEqual([id, taskNumber(2)])
  }
  expect(killed).toBeGreaterThan(3)
})

test('work of 长期 without a day is grey and nobody is pressed for a day', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  const rows = ['长期', '未定'].map((时限类型) => ({
    任务内容: `${时限类型}工作`,
    牵头: '赵启飞',
    时限类型,
    交办日期: '2024-11-18',
  }))
  await district.type('督办台', tab, rows, '2024-11-18 09:30')
  const received = [1, 2].map((n) => ({ 编号: taskNumber(n), 签收: '是' }))
  await district.type('区政府办', '承办任务', received, '2024-11-18 10:00')
  await district.playTo('2024-11-27 08:40')
  const shown = district.page('督办台', tab).map((row) => [row['灯'], row['状态']])
  expect(shown).toEqual([
    ['灰（长期）', '办理中'],
    ['灰（未定时限）', '未定时限'],
  ])
  const unset = ['督办台', '区政府办'].flatMap((desk) =>
    district.page(desk, '本办待办').filter((row) => row['类别'] === '未定时限'),
  )
  expect(unset.map((row) => row['事项'])).toEqual(['赵启飞：未定工作', '未定工作'])
  const sheet = district.sheet('总览', '总览')
  expect(sheet.find((row) => row[0] === '未定时限')?.[1]).toBe('1')
  const mails = (await district.letters()).filter((mail) => mail.subject.startsWith('今日提醒'))
  const digest = mails.findLast((mail) => mail.to.includes('p001@'))
  expect(digest?.text).toContain('未定时限（1）')
  expect(digest?.text).not.toContain('长期工作')
})

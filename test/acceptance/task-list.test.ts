import { expect, test } from 'vitest'
import type { Row, SmallDistrict } from './small-district'
import { taskNumber, withTwoPosts } from './two-posts'

const given = (任务内容: string, 完成时限: string, more: Row = {}): Row => ({
  任务内容,
  牵头: '赵启飞',
  交办日期: '2024-11-18',
  ...(完成时限 === '' ? {} : { 完成时限 }),
  ...more,
})

const listed = (district: SmallDistrict, desk: string): string[] =>
  district
    .page(desk, '任务一览')
    .map((row) => [row['任务内容'], row['灯'], row['状态'], row['录入处']].join('｜'))

test('任务一览 stands in control with every task, at a 督办台 with those of its holder', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  const control = [
    given('灰', ''),
    given('绿', '2024-12-20'),
    given('红少', '2024-11-25', { 督办专员: '林堯安' }),
    given('止', '2024-11-29', { 中止: '是' }),
    given('完', '2024-11-29', { 督办专员: '林堯安' }),
  ]
  await district.type('总台账', '任务交办', control, '2024-11-18 09:30', '周衡')
  const own = [given('红多', '2024-11-20'), given('黄', '2024-11-28', { 督办专员: '叶知秋' })]
  await district.type('督办台', '任务交办', own, '2024-11-18 09:30')
  const reports = [
    { 编号: taskNumber(2), 签收: '是', 最新进展: '已起草', 进展日期: '2024-11-25' },
    { 编号: taskNumber(5), 签收: '是', 完成: '是' },
  ]
  await district.type('区政府办', '承办任务', reports, '2024-11-25 10:00')
  const passed = { 编号: `${taskNumber(5)}核验1`, 决定: '通过' }
  await district.type('督办台', '待审核事项', [passed], '2024-11-25 11:00')
  await district.playTo('2024-11-26 10:00')

  expect(listed(district, '总台账')).toEqual([
    '红多｜红（逾期6天）｜待签收｜督办台',
    '红少｜红（逾期1天）｜待签收｜总台账',
    '黄｜黄（还有2个工作日）｜待签收｜督办台',
    '绿｜绿（还有18个工作日）｜办理中｜总台账',
    '灰｜灰（未定时限）｜待签收｜总台账',
    '完｜｜办结销号｜总台账',
    '止｜｜中止｜总台账',
  ])
  expect(listed(district, '督办台')).toEqual([
    '红多｜红（逾期6天）｜待签收｜督办台',
    '红少｜红（逾期1天）｜待签收｜总台账',
    '完｜｜办结销号｜总台账',
  ])
  expect(listed(district, '书记督办台')).toEqual(['黄｜黄（还有2个工作日）｜待签收｜督办台'])
  const green = district.page('总台账', '任务一览').find((row) => row['任务内容'] === '绿')
  expect(green).toMatchObject({
    编号: taskNumber(2),
    牵头: '赵启飞',
    承办单位: '区政府办',
    现时限: '2024年12月20日',
    最新进展: '已起草',
  })
})

test('it is the script’s own page: read before the tab in which tasks are entered', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  const tabs = (desk: string) =>
    district.workspace.store
      .view(district.book(desk))
      .filter(({ hidden }) => !hidden)
      .map(({ name }) => name)
  expect(tabs('督办台')).toEqual(['本办待办', '任务一览', '任务交办', '待审核事项', '可复制文字'])
  const control = tabs('总台账')
  expect(control.indexOf('任务一览')).toBe(control.indexOf('冲突') + 1)
  expect(tabs('区政府办')).not.toContain('任务一览')
  const view = district.view('督办台', '任务一览')
  expect(() =>
    district.workspace.store.type(
      district.book('督办台'),
      view.sheetId,
      [{ kind: 'set', rowKey: view.rowKeys[1] ?? '', column: 1, value: '改写' }],
      '林堯安',
    ),
  ).toThrow('受保护')
})

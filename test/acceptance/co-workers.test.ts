import { expect, test } from 'vitest'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'

const id = '安区督〔2024〕1号'

const given: Row = {
  任务内容: '规范公文运转',
  牵头: '赵启飞',
  协办单位: '区人大办、区法院',
  督办专员: '林堯安',
  交办日期: '2024-11-18',
  完成时限: '2024-12-31',
}

const assigned = async (): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-18 09:00')
  await district.type('总台账', '任务交办', [given], '2024-11-18 09:30', '周衡')
  await district.playTo('2024-11-18 09:40')
  return district
}

const about = async (district: SmallDistrict, word: string): Promise<string[]> =>
  (await district.letters())
    .filter(({ text }) => text.includes(word))
    .map(({ to }) => /p\d+/.exec(to)?.[0] ?? to)
    .sort()

const todo = (district: SmallDistrict, desk: string, kind: string): Row | undefined =>
  district.page(desk, '本办待办').find((row) => row['类别'] === kind)

const helper = (cells: Row): Row[] => [{ 编号: id, ...cells }]

test('each office that helps is told once, finds the task at its desk, and its word reaches lead and master', async () => {
  const district = await assigned()
  expect(await about(district, '（协办，')).toEqual([])
  await district.playTo('2024-11-19 08:30')
  expect(await about(district, '（协办，区政府办牵头；时限：2024年12月31日），请签收')).toEqual([
    'p006',
    'p011',
  ])
  expect(todo(district, '区人大办', '待签收')).toMatchObject({
    事项: '规范公文运转',
    说明: expect.stringContaining('协办，区政府办牵头；绿') as string,
    期限: '2024年12月31日',
  })
  const word = { 签收: '是', 最新进展: '材料已交', 进展日期: '11月20日' }
  await district.type('区人大办', '承办任务', helper(word), '2024-11-20 10:00')
  await district.playTo('2024-11-20 10:10')
  const said = '区人大办：已签收，材料已交（11月20日）；区法院：未签收'
  expect(district.page('总台账', '任务交办')[0]?.['协办反馈']).toBe(said)
  expect(district.page('区政府办', '承办任务')[0]?.['协办反馈']).toBe(said)
  expect(district.page('区人大办', '承办任务')[0]?.['协办反馈']).toBe('')
  expect(todo(district, '区人大办', '协办')).toBeDefined()
})

test('what a helper says is done closes nothing, and its asks go to the lead in words', async () => {
  const district = await assigned()
  await district.type('区政府办', '承办任务', helper({ 签收: '是' }), '2024-11-18 10:00')
  const own = {
    签收: '是',
    完成: '是',
    申请延期至: '2025-01-31',
    异议理由: '不属本办职责',
    待谁: '区财政局',
  }
  await district.type('区人大办', '承办任务', helper(own), '2024-11-18 10:00')
  await district.playTo('2024-11-18 10:10')
  const [master] = district.page('总台账', '任务交办')
  expect(master).toMatchObject({
    状态: '办理中',
    协办反馈: '区人大办：已签收，已完成；区法院：未签收',
  })
  expect(district.page('总台账', '待审核事项')).toEqual([])
  expect(todo(district, '区人大办', '待更正')?.['说明']).toBe(
    '“申请延期至”“异议理由”“等待单位”请由牵头单位（区政府办）填写，协办单位所填不采用',
  )
})

test('a task that moves to a helper by an objection keeps the others, and its 完成 of before claims nothing', async () => {
  const district = await assigned()
  const done = { 签收: '是', 完成: '是', 完成说明: '本办部分已完成' }
  await district.type('区人大办', '承办任务', helper(done), '2024-11-18 10:00')
  const objection = { 异议理由: '不属本办职责', 建议单位: '区人大办' }
  await district.type('区政府办', '承办任务', helper(objection), '2024-11-18 10:30')
  const decision = [{ 编号: `${id}异议1`, 决定: '转交', 签批人: '周衡' }]
  await district.type('总台账', '待审核事项', decision, '2024-11-18 11:00', '周衡')
  await district.playTo('2024-11-18 11:30')
  const [master] = district.page('总台账', '任务交办')
  expect(master).toMatchObject({ 状态: '办理中', 协办反馈: '区法院：未签收' })
  expect(district.page('区人大办', '承办任务')[0]).toMatchObject({ 角色: '牵头' })
  expect(district.page('区法院', '承办任务')[0]).toMatchObject({ 角色: '协办' })
})

test('签收 left out: told once to liaison and head on the morning after, lead and helper alike, until received', async () => {
  const district = await assigned()
  await district.playTo('2024-11-20 08:20')
  expect(await about(district, '超过签收时限')).toEqual([])
  expect(todo(district, '区人大办', '未签收')?.['说明']).toContain('超过签收时限1天')
  await district.playTo('2024-11-20 08:30')
  expect(await about(district, '超过签收时限1天，请予督促')).toEqual(['p005', 'p007'])
  expect(await about(district, '超过签收时限1天，请签收')).toEqual(['p008'])
  expect(todo(district, '区政府办', '未签收')?.['说明']).toBe('超过签收时限1天，请在“签收”填“是”')
  await district.type('区政府办', '承办任务', helper({ 签收: '是' }), '2024-11-20 09:00')
  await district.playTo('2024-11-22 08:40')
  expect(await about(district, '请予督促')).toHaveLength(2)
  expect(todo(district, '区政府办', '未签收')).toBeUndefined()
  expect(todo(district, '区法院', '未签收')?.['说明']).toContain('超过签收时限3天')
})

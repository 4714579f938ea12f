import { expect, test } from 'vitest'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'

const items: [what: string, lead: string][] = [
  ['完善突发信息报送的流程', '许明远'],
  ['建立总值班制度', '郑开元'],
  ['向区委组织部报送明年全区办公室系统能力培训班计划', '何思源'],
  ['落实书记和区长的督办专员', '孟广华'],
  ['进一步规范公文运转', '赵启飞'],
  ['进一步规范重大活动、重要会议、重要接待、重要工作信息报送', '周衡'],
  ['年终各类重大材料的基础资料一单清', '许明远'],
  ['认领承办下一次主任联席会议，确保至少每季度召开一次', '区人大办'],
]

const minutes: Row[] = items.map(([任务内容, 牵头]) => ({
  任务内容,
  牵头,
  督办专员: '林堯安',
  任务来源: '联席会议',
  来源名称与日期: '主任联席会议 2024年11月15日',
  交办日期: '2024-11-15',
  ...(牵头 === '区人大办' ? { 完成时限: '2025-03-31', 时限类型: '每季度' } : {}),
}))

const imported = async (): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-15 09:00')
  await district.type('总台账', '任务交办', minutes, '2024-11-15 16:00', '周衡')
  await district.playTo('2024-11-15 16:10')
  return district
}

const numberOf = (n: number): string => `安区督〔2024〕${n}号`

const master = (district: SmallDistrict, n: number): Row =>
  district.page('总台账', '任务交办').find((row) => row['编号'] === numberOf(n)) ?? {}

test('E1: the minutes give exactly eight items with their leads, and no date is invented', async () => {
  const district = await imported()
  const rows = district.page('总台账', '任务交办')
  expect(rows.map((row) => row['编号'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(numberOf))
  expect(rows.map((row) => row['牵头'])).toEqual(items.map(([, lead]) => lead))
  expect(rows.slice(0, 7).map((row) => row['完成时限'])).toEqual(['', '', '', '', '', '', ''])
  expect(rows.slice(0, 7).every((row) => row['灯']?.startsWith('灰'))).toBe(true)
})

test('E2: item 8 is led by an office; its liaison is told and it stands at the desk of 区人大办', async () => {
  const district = await imported()
  expect(master(district, 8)['牵头类型']).toBe('单位')
  expect(master(district, 1)['牵头类型']).toBe('人')
  const slices = district.page('区人大办', '承办任务')
  expect(slices.map((row) => row['编号'])).toContain(numberOf(8))
  // A new task has no letter of its own: it stands in the next digest.
  const told = (await district.letters()).filter(({ subject }) => subject.includes(numberOf(8)))
  expect(told).toEqual([])
  await district.playTo('2024-11-18 08:40')
  const digests = (await district.letters()).filter(({ subject }) => subject.startsWith('今日提醒'))
  const naming = digests.filter(({ text }) => text.includes(numberOf(8)))
  expect(naming.map(({ to }) => to)).toContain('p006@anlan.local')
  expect(naming.every(({ text }) => !text.startsWith('区人大办'))).toBe(true)
})

test('E5: green with four working days left, yellow with three, red from the day after', async () => {
  const district = await imported()
  const desk = '区人大办'
  await district.type(
    desk,
    '承办任务',
    [
      {
        编号: numberOf(2),
        签收: '是',
        拟定时限: '2024年11月29日',
        最新进展: '已起草',
        进展日期: '2024-11-22',
      },
    ],
    '2024-11-22 10:00',
  )
  await district.playTo('2024-11-25 09:00')
  expect(master(district, 2)['灯']).toBe('绿（还有4个工作日）')
  await district.playTo('2024-11-26 09:00')
  expect(master(district, 2)['灯']).toBe('黄（还有3个工作日）')
  await district.playTo('2024-11-30 00:00')
  expect(master(district, 2)).toMatchObject({ 灯: '红（逾期1天）', 逾期天数: '1' })
})

test('E6: red while a delay is only asked for; green with the old date kept once it is granted', async () => {
  const district = await imported()
  const desk = '区政府办'
  const id = numberOf(5)
  await district.type(
    desk,
    '承办任务',
    [{ 编号: id, 签收: '是', 拟定时限: '11月29日' }],
    '2024-11-18 10:00',
  )
  await district.type(
    desk,
    '承办任务',
    [{ 编号: id, 申请延期至: '2024-12-13', 延期原因: '征求意见面广' }],
    '2024-11-28 10:00',
  )
  await district.playTo('2024-12-02 09:00')
  expect(master(district, 5)).toMatchObject({ 灯: '红（逾期3天）', 状态: '延期待批' })
  await district.type(
    desk,
    '承办任务',
    [{ 编号: id, 最新进展: '已汇总意见', 进展日期: '2024-12-02' }],
    '2024-12-02 09:30',
  )
  await district.type(
    '总台账',
    '待审核事项',
    [{ 编号: `${id}延期1`, 决定: '同意', 签批人: '林堯安' }],
    '2024-12-02 10:00',
  )
  await district.playTo('2024-12-02 10:10')
  expect(master(district, 5)).toMatchObject({
    现时限: '2024-12-13',
    原时限: '2024-11-29',
    灯: '绿（还有9个工作日）',
  })
  const slice = district.page(desk, '承办任务').find((row) => row['编号'] === id)
  expect(slice).toMatchObject({ 完成时限: '2024-12-13', 原时限: '2024-11-29', 状态: '办理中' })
})

test('E7: 完成 waits for verification; sent back, it is under way again, once returned, and red if late', async () => {
  const district = await imported()
  const desk = '区政府办'
  const id = numberOf(4)
  await district.type(
    desk,
    '承办任务',
    [{ 编号: id, 签收: '是', 拟定时限: '11月29日' }],
    '2024-11-18 10:00',
  )
  await district.type(
    desk,
    '承办任务',
    [{ 编号: id, 完成: '是', 完成说明: '已落实到人' }],
    '2024-11-28 10:00',
  )
  await district.playTo('2024-11-28 10:10')
  expect(master(district, 4)['状态']).toBe('待核验')
  await district.type(
    '总台账',
    '待审核事项',
    [{ 编号: `${id}核验1`, 决定: '退回', 签批人: '林堯安', 意见: '请附名单' }],
    '2024-12-02 10:00',
  )
  await district.playTo('2024-12-02 10:10')
  expect(master(district, 4)).toMatchObject({ 状态: '办理中', 灯: '红（逾期3天）' })
  const slice = district.page(desk, '承办任务').find((row) => row['编号'] === id)
  expect(slice?.['督办意见']).toBe('核验退回：请附名单')
  await district.type(desk, '承办任务', [{ 编号: id, 完成说明: '名单已附' }], '2024-12-02 14:00')
  await district.type(
    '总台账',
    '待审核事项',
    [{ 编号: `${id}核验2`, 决定: '通过', 签批人: '林堯安' }],
    '2024-12-02 15:00',
  )
  await district.playTo('2024-12-02 15:10')
  expect(master(district, 4)).toMatchObject({ 状态: '办结销号', 灯: '' })
})

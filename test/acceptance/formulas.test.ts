import { expect, it } from 'vitest'
import { typeOver } from './retype'
import { makeDistrict } from './small-district'

const week = '2024-11-18'
const formula = '=IMPORTDATA("http://example.invalid/a")'

it('a formula that somebody typed is a problem in words until it is replaced by text', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const row = { 周次: week, 领导姓名: '江岳', 日期: '11月20日', 活动内容: '调研' }
  await district.type('区委办', '周计划填报', [row], '2024-11-12 10:00')
  // A cell whose text format was lost takes what begins with = for a formula.
  const { sheetId, rows } = district.view('区委办', '周计划填报')
  const column = rows[1]?.indexOf('地点') ?? -1
  const range = { sheetId, startColumnIndex: column, endColumnIndex: column + 1 }
  const plain = { repeatCell: { range, cell: {}, fields: 'userEnteredFormat' } }
  district.workspace.store.looks(district.book('区委办'), [plain])
  typeOver(district, '区委办', '周计划填报', ['活动内容', '调研'], { 地点: formula })
  await district.playTo('2024-11-12 10:00')
  const told = () =>
    district
      .page('区委办', '本办待办')
      .map((each) => each['说明'] ?? '')
      .filter((text) => text.includes('公式'))
  expect(told().join()).toContain('「周计划填报」第3行“地点”填了公式，请改填文字')
  expect(
    district
      .page('总台账', '问题')
      .map((each) => each['说明'])
      .join(),
  ).toContain('填了公式')

  await district.type('区人大办', '意见建议', [{ 意见: '增加一列' }], '2024-11-12 11:00')
  await district.playTo('2024-11-12 11:10')
  expect(told()).toHaveLength(1)
  expect(
    district
      .page('总台账', '问题')
      .map((each) => each['说明'])
      .join(),
  ).toContain('填了公式')

  await district.type(
    '区委办',
    '周计划填报',
    [{ 编号: 'QWB-0001', 地点: '产业园' }],
    '2024-11-12 12:00',
  )
  await district.playTo('2024-11-12 12:00')
  expect(told()).toEqual([])
  expect(
    district
      .page('总台账', '问题')
      .map((each) => each['说明'])
      .join(),
  ).not.toContain('填了公式')
})

it.each([formula, "'单引号"])(
  'what starts like a formula reaches the other offices as the text it is: %s',
  async (text) => {
    const district = await makeDistrict('2024-11-11 09:00')
    const row = { 周次: week, 领导姓名: '江岳', 日期: '11月20日', 活动内容: `'${text}` }
    await district.type('区委办', '周计划填报', [row], '2024-11-12 10:00')
    await district.fileWeek(week, '2024-11-14 10:00')
    await district.playTo('2024-11-14 10:00')
    const shown = district.sheet('总台账', '一周安排表').flat()
    expect(shown).toContain(text)
    await district.decide(week, 1, '2024-11-15 16:50')
    await district.playTo('2024-11-15 17:00')
    expect(district.sheet('区人大办', '一周安排表').flat()).toContain(text)
  },
)

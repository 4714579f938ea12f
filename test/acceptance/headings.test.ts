import { omit } from 'es-toolkit'
import { expect, it } from 'vitest'
import { moveColumns, renameHeading, typeOver } from './retype'
import { makeDistrict, nothingPlanned, type Row, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const tab = '周计划填报'
const plan: Row[] = [
  {
    周次: week,
    领导姓名: '江岳',
    日期: '11月19日',
    时段: '上午',
    活动内容: '调研产业园',
    地点: '产业园',
  },
  { 日期: '20日 上午9点-11点', 活动内容: '常委会会议', 参与方式: '主持' },
]
const later = { ...nothingPlanned(week, '罗景澜') }

/** A week at one desk, its tab changed after the first lines stand in it. */
const weekWith = async (change: (district: SmallDistrict) => void): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.type('区委办', tab, plan, '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:00')
  change(district)
  await district.type('区委办', tab, [later], '2024-11-13 10:00')
  await district.type(
    '区委办',
    '报送',
    [{ 周次: week, 报送: '是', 报送人: '叶知秋' }],
    '2024-11-13 10:00',
  )
  await district.playTo('2024-11-15 12:00')
  return district
}

/** Everything the change of the tab may not change; columns of the tab itself by heading. */
const seen = (district: SmallDistrict) => ({
  draft: district.sheet('总台账', '一周安排表'),
  status: district.page('总台账', '报送情况'),
  todo: district.page('区委办', '本办待办'),
  lines: district.page('区委办', tab).map((row) => omit(row, ['内部记号'])),
})

let plain: Promise<ReturnType<typeof seen>> | undefined
const untouched = () => {
  plain ??= weekWith(() => undefined).then(seen)
  return plain
}

const swapped = (cells: string[]): string[] => {
  const at = (heading: number) => cells[heading] ?? ''
  // 日期 and 时段 change places, and the last column comes first.
  return [...cells.slice(-1), at(0), at(1), at(3), at(2), ...cells.slice(4, -1)]
}

it('columns of 周计划填报 in another order: the same result', async () => {
  const district = await weekWith((each) => moveColumns(each, '区委办', tab, swapped))
  expect(district.sheet('区委办', tab)[1]?.slice(0, 5)).toEqual([
    '退回原因',
    '编号',
    '领导姓名',
    '时段',
    '日期',
  ])
  expect(seen(district)).toEqual(await untouched())
})

it('a heading renamed to an alias: the same result', async () => {
  const district = await weekWith((each) => {
    renameHeading(each, '区委办', tab, '活动内容', '工作安排')
    renameHeading(each, '区委办', tab, '领导姓名', '领导')
  })
  const back = ({ 工作安排, 领导, ...row }: Row) => ({ ...row, 活动内容: 工作安排, 领导姓名: 领导 })
  const { lines, ...rest } = seen(district)
  expect({ ...rest, lines: lines.map(back) }).toEqual(await untouched())
})

it('a column of the office inserted among them: the same result, and what stands in it stays', async () => {
  const district = await weekWith((each) => {
    moveColumns(each, '区委办', tab, (cells) => {
      const remark = cells.includes('编号')
        ? '内部记号'
        : cells.some((text) => text !== '')
          ? '自用'
          : ''
      return [...cells.slice(0, 2), remark, ...cells.slice(2)]
    })
  })
  expect(district.page('区委办', tab).map((row) => row['内部记号'])).toEqual(['自用', '自用', ''])
  const { todo, ...rest } = seen(district)
  const told = '「周计划填报」的标题“内部记号”不认识，这一列不读取'
  expect(todo.map((row) => row['说明'])).toContain(told)
  expect({ ...rest, todo: todo.filter((row) => row['说明'] !== told) }).toEqual(await untouched())
})

const faults = (district: SmallDistrict): string[] =>
  district
    .page('区委办', '本办待办')
    .filter((row) => row['类别'] === '未读')
    .map((row) => row['说明'] ?? '')

const troubles = (district: SmallDistrict): string =>
  district
    .page('总台账', '问题')
    .map((row) => row['说明'])
    .join()

it.each([
  ['missing', '活动内容', '干什么', '缺少标题“活动内容”，请补上这一列的标题'],
  ['doubled', '地点', '活动内容', '的标题“活动内容”出现了2次，请只留一列'],
])(
  'a required heading %s: the last good rows stand, the desk is told until it is mended',
  async (_, from, to, sentence) => {
    const district = await makeDistrict('2024-11-11 09:00')
    await district.type('区委办', tab, plan, '2024-11-12 10:00')
    await district.playTo('2024-11-12 10:00')
    renameHeading(district, '区委办', tab, from, to)
    typeOver(district, '区委办', tab, ['编号', 'QWB-0001'], { 日期: '11月22日' })
    await district.playTo('2024-11-12 11:00')
    expect(faults(district).join()).toContain(sentence)
    expect(faults(district).join()).toContain('改好之前沿用上次数据')
    expect(troubles(district)).toContain(sentence)

    // Nothing more moves at this desk; other offices go on.
    await district.type('区人大办', tab, [nothingPlanned(week, '邓清棠')], '2024-11-12 15:00')
    await district.playTo('2024-11-12 15:10')
    expect(faults(district).join()).toContain(sentence)
    expect(troubles(district)).toContain(sentence)
    await district.type('区委办', '报送', [{ 周次: week, 报送: '是' }], '2024-11-13 10:00')
    await district.playTo('2024-11-15 12:00')
    const leader = () =>
      district.sheet('总台账', '一周安排表').find((cells) => cells[0] === '江岳') ?? []
    const status = district
      .page('总台账', '报送情况')
      .find((row) => row['单位'] === '区委办' && row['周次'] === week)
    expect(status?.['缺报领导']).toBe('罗景澜')

    renameHeading(district, '区委办', tab, to, from)
    if (from === '地点') renameHeading(district, '区委办', tab, '地点', '活动内容')
    const headings = district.sheet('区委办', tab)[1] ?? []
    if (from === '地点') {
      const place = headings.lastIndexOf('活动内容')
      moveColumns(district, '区委办', tab, (cells) =>
        cells.map((text, at) => (at === place && text === '活动内容' ? '地点' : text)),
      )
    }
    await district.type('区委办', tab, [later], '2024-11-15 14:00')
    await district.playTo('2024-11-15 14:00')
    expect(faults(district)).toEqual([])
    expect(troubles(district)).not.toContain(sentence)
    expect(leader()[2 + 4 * 2]).toContain('调研产业园')
  },
)

it('a tab that people renamed is read as before, and the nightly repair gives its name back', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.playTo('2024-11-12 09:00')
  const { sheetId } = district.view('区委办', tab)
  const properties = { sheetId, title: '我办周计划' }
  district.workspace.store.looks(district.book('区委办'), [
    { updateSheetProperties: { properties, fields: 'title' } },
  ])
  const line = ['', '江岳', '11月19日', '上午', '调研产业园']
  district.workspace.store.type(
    district.book('区委办'),
    sheetId,
    [{ kind: 'append', values: line }],
    '区委办',
  )
  await district.playTo('2024-11-12 09:20')
  const [row] = district.page('区委办', '我办周计划')
  expect(row).toMatchObject({ 编号: 'QWB-0001', 状态: '草稿' })
  await district.playTo('2024-11-13 02:00')
  expect(district.page('区委办', tab)).toHaveLength(1)
})

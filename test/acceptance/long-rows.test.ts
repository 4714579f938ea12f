import { expect, it } from 'vitest'
import { defaultRole } from '../../src/local/store'
import { ledgerRows } from './in-the-ledger'
import { deleteRow, typeOver } from './retype'
import { makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const start = '2024-11-11 09:00'
const line = { 周次: week, 日期: '11月20日', 时段: '上午', 领导姓名: '江岳' }

/** What the tick of a moment came to; one that fails throws. */
const ticked = async (district: SmallDistrict, at: string) => {
  const run = await district.tick(at)
  expect(run.error ?? '').toBe('')
  return run
}

const todo = (district: SmallDistrict, desk = '区委办'): string =>
  district.sheet(desk, '本办待办').flat().join('\n')

/** What 现况 says of the rows of the plan. */
const rowsKept = (district: SmallDistrict) =>
  ledgerRows(district, '现况').filter(
    (row) => row['类别'] === '行' && row['键']?.includes('weekly-plan|'),
  )

/** Lets a new process open the workspace: what is known comes from the ledger alone. */
const forgotten = async (district: SmallDistrict) => {
  const check = await district.workspace.call('rebuildCheck', [])
  expect(check.error ?? '').toBe('')
  return JSON.parse(String(check.result)) as { differences: unknown[] }
}

it.each([
  [
    'two cells of 26,000 characters',
    { 活动内容: '调研'.repeat(13_000), 需协调事项: '甲'.repeat(26_000) },
  ],
  ['25,000 quotation marks', { 活动内容: '"'.repeat(25_000) }],
  ['50,000 characters with line breaks', { 活动内容: '一行\n'.repeat(16_666) }],
  ['characters of two units', { 活动内容: '𠮷'.repeat(25_000) }],
])('a row of %s is kept whole, and can be changed and deleted', async (_, cells) => {
  const district = await makeDistrict(start)
  await district.type('区委办', '周计划填报', [{ ...line, ...cells }], '2024-11-12 10:00')
  await ticked(district, '2024-11-12 10:00')
  await ticked(district, '2024-11-12 10:10')
  const [first] = district.page('区委办', '周计划填报')
  expect(first).toMatchObject({ ...cells, 编号: 'QWB-0001' })
  expect((await forgotten(district)).differences).toEqual([])
  await district.type(
    '区委办',
    '周计划填报',
    [{ 编号: 'QWB-0001', 地点: '会议室' }],
    '2024-11-12 10:20',
  )
  await ticked(district, '2024-11-12 10:20')
  expect((await forgotten(district)).differences).toEqual([])
  deleteRow(district, '区委办', '周计划填报', '编号', 'QWB-0001')
  await ticked(district, '2024-11-12 10:30')
  await ticked(district, '2024-11-12 10:40')
  const stands = rowsKept(district)
  expect(stands).toEqual([])
})

/** Cuts a text off where it stands in the machine ledger, as an earlier version did. */
const cutInLedger = (district: SmallDistrict, tabs: string[], text: string) => {
  const { store } = district.workspace
  const ledger = store.books().find(({ kind }) => kind === 'ledger')?.id ?? ''
  for (const name of tabs) {
    const tab = store.view(ledger).find((each) => each.name === name)
    const edits = (tab?.rows ?? []).flatMap((cells, r) =>
      cells.flatMap((cell, column) => {
        const rowKey = tab?.rowKeys[r] ?? ''
        return cell.includes(text)
          ? [{ kind: 'set' as const, rowKey, column, value: cell.slice(0, -9) }]
          : []
      }),
    )
    expect(edits).toHaveLength(1)
    store.type(ledger, tab?.sheetId ?? 0, edits, defaultRole)
  }
}

const twoLines = async () => {
  const district = await makeDistrict(start)
  const rows = [
    { ...line, 活动内容: '调研产业园' },
    { ...line, 领导姓名: '罗景澜', 活动内容: '走访企业' },
  ]
  await district.type('区委办', '周计划填报', rows, '2024-11-12 10:00')
  await ticked(district, '2024-11-12 10:00')
  return district
}

it('a line of the ledger that an earlier version cut is told, mended from the desk, and stops nothing', async () => {
  const district = await twoLines()
  cutInLedger(district, ['现况', '事件'], '调研产业园')
  await ticked(district, '2024-11-12 10:10')
  expect(todo(district)).toContain('QWB-0001在机器账中的记录读不出')
  expect(district.sheet('总台账', '问题').flat().join()).toContain('QWB-0001')
  await ticked(district, '2024-11-12 10:20')
  const numbers = district.page('区委办', '周计划填报').map((row) => row['编号'])
  expect(numbers).toEqual(['QWB-0001', 'QWB-0002'])
  const stands = rowsKept(district).map((row) => row['内容'])
  expect(stands).toHaveLength(2)
  expect(stands.join()).toContain('调研产业园')
  expect((await forgotten(district)).differences).toEqual([])
  await ticked(district, '2024-11-13 08:30')
  const letters = JSON.stringify(await district.letters())
  expect(letters).toContain('机器账中有1处读不出，请看总台账「问题」')
  await ticked(district, '2024-11-13 11:00')
  expect(todo(district)).not.toContain('读不出')
})

it('a line of the ledger that cannot be read and whose row is deleted is gone', async () => {
  const district = await twoLines()
  cutInLedger(district, ['现况', '事件'], '调研产业园')
  deleteRow(district, '区委办', '周计划填报', '编号', 'QWB-0001')
  await ticked(district, '2024-11-12 10:10')
  await ticked(district, '2024-11-12 10:20')
  expect(rowsKept(district)).toHaveLength(1)
  expect(district.page('区委办', '周计划填报')).toHaveLength(1)
})

it('what only 现况 cannot tell any more is told by the events', async () => {
  const district = await twoLines()
  cutInLedger(district, ['现况'], '调研产业园')
  await ticked(district, '2024-11-12 10:10')
  expect(todo(district)).not.toContain('读不出')
  await district.type(
    '区委办',
    '周计划填报',
    [{ 编号: 'QWB-0002', 地点: '会议室' }],
    '2024-11-12 10:20',
  )
  await ticked(district, '2024-11-12 10:20')
  expect(rowsKept(district).map((row) => row['内容'])).toEqual([
    expect.stringContaining('调研产业园'),
    expect.stringContaining('走访企业'),
  ])
  expect((await forgotten(district)).differences).toEqual([])
})

it('a row of more than 200,000 characters is told in words, and its last good form stands', async () => {
  const district = await makeDistrict(start)
  const good = { ...line, 活动内容: '调研产业园' }
  await district.type('区委办', '周计划填报', [good], '2024-11-12 10:00')
  await ticked(district, '2024-11-12 10:00')
  const full = (sign: string) => sign.repeat(50_000)
  const long = {
    活动内容: full('甲'),
    地点: full('乙'),
    需协调事项: full('丙'),
    '参加人员/单位': full('丁'),
    承办单位: full('戊'),
  }
  typeOver(district, '区委办', '周计划填报', ['编号', 'QWB-0001'], long)
  await district.type('区委办', '周计划填报', [{ ...line, ...long }], '2024-11-12 10:10')
  await district.type(
    '区委办',
    '周计划填报',
    [{ ...line, 活动内容: '己'.repeat(50_001) }],
    '2024-11-12 10:10',
  )
  await ticked(district, '2024-11-12 10:10')
  await ticked(district, '2024-11-12 10:20')
  for (const page of [todo(district), district.sheet('总台账', '问题').flat().join('\n')]) {
    expect(page).toMatch(/第3行共2500\d\d字，一行最多200000字/)
    expect(page).toMatch(/第4行共2500\d\d字/)
    expect(page).toContain('第5行“活动内容”共50001字，一格最多50000字')
  }
  expect(rowsKept(district)).toHaveLength(1)
  expect(rowsKept(district)[0]?.['内容']).toContain('调研产业园')
  const { result } = await district.tick('2024-11-12 10:30')
  expect(JSON.parse(String(result))).toMatchObject({ outcome: 'idle' })
  typeOver(district, '区委办', '周计划填报', ['编号', 'QWB-0001'], { 地点: '', 承办单位: '会议室' })
  deleteRow(district, '区委办', '周计划填报', '地点', long.地点)
  deleteRow(district, '区委办', '周计划填报', '活动内容', '己'.repeat(50_001))
  await ticked(district, '2024-11-12 10:40')
  await ticked(district, '2024-11-12 10:50')
  expect(todo(district)).not.toContain('一行最多')
  expect(district.page('区委办', '周计划填报').map((row) => row['承办单位'])).toEqual(['会议室'])
  expect((await forgotten(district)).differences).toEqual([])
})

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { openWorkspace } from '../../src/local/open-workspace'
import { ledgerRows } from './in-the-ledger'
import { renameHeading, typeOver } from './retype'
import { drive, momentOf, type Row, type SmallDistrict } from './small-district'

const fixture = fileURLToPath(new URL('../fixtures/earlier-workspace', import.meta.url))

/** To whom and with which subject the earlier version had written before the upgrade. */
const writtenBefore = readFileSync(join(fixture, 'letters.txt'), 'utf8').trim().split('\n')

/** Letters that version itself went on to send until Monday 09:00. */
const wouldHaveSent = 11

/**
 * A small district lived through with version 0.1.0 of 24 November 2024, up to Friday 22 November 16:10:
 * a week issued and changed since, one put up and waiting, tasks with open and decided requests, a
 * pause, a return. Its inbox is left out.
 */
const earlierWorkspace = async (): Promise<SmallDistrict> => {
  const dir = mkdtempSync(join(tmpdir(), 'lianxi-earlier-'))
  writeFileSync(join(dir, 'lianxi.db'), gunzipSync(readFileSync(join(fixture, 'lianxi.db.gz'))))
  copyFileSync(join(fixture, 'fills.jsonl'), join(dir, 'fills.jsonl'))
  mkdirSync(join(dir, 'inbox'))
  const workspace = await openWorkspace(dir, { inProcess: true })
  onTestFinished(async () => {
    await workspace.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return drive(workspace)
}

const written = async (district: SmallDistrict): Promise<string[]> =>
  (await district.letters()).map(({ to, subject }) => `${to} ${subject}`)

const row = (rows: Row[], id: string): Row => rows.find((each) => each['编号'] === id) ?? {}

it('a workspace of an earlier version opens, is repaired and goes on without a flood of letters', async () => {
  const district = await earlierWorkspace()
  await district.playTo('2024-11-25 09:00')
  const letters = await written(district)
  const again = letters.filter((each) => writtenBefore.includes(each) && !each.includes('今日提醒'))
  expect(again).toEqual([])
  expect(letters.length).toBeLessThanOrEqual(wouldHaveSent)
  expect(letters.length).toBeGreaterThan(0)
  const check = await district.workspace.call('rebuildCheck', [])
  expect(JSON.parse(String(check.result))).toMatchObject({ differences: [] })
})

it('nothing that was issued or decided before the upgrade is asked again, and nothing is lost', async () => {
  const district = await earlierWorkspace()
  const rowsBefore = district.page('区委办', '周计划填报').length
  await district.playTo('2024-11-25 09:00')
  const versions = district.page('总台账', '审定').map((each) => [each['编号'], each['审定']])
  expect(versions).toContainEqual(['2024-11-18-v1', '同意'])
  expect(versions.filter(([id]) => id?.startsWith('2024-11-18'))).toHaveLength(1)
  const decided = row(district.page('总台账', '待审核事项'), '安区督〔2024〕4号核验1')
  expect(decided).toMatchObject({ 决定: '退回', 意见: '请附名单' })
  expect(decided['状态']).not.toContain('待')
  expect(district.page('区委办', '周计划填报').length).toBeGreaterThanOrEqual(rowsBefore)
  const tasks = district.page('总台账', '任务交办')
  expect(tasks.map((each) => each['编号'])).toEqual(
    Array.from({ length: 9 }, (_, n) => `安区督〔2024〕${n + 1}号`),
  )
  expect(row(tasks, '安区督〔2024〕1号')['现时限']).toContain('11')
  const week = district.sheet('区委办', '一周安排表').flat().join('\n')
  expect(week).not.toContain('走访老同志')
})

it('a version put up before the upgrade can be issued after it', async () => {
  const district = await earlierWorkspace()
  await district.playTo('2024-11-22 16:30')
  const waiting = district.page('总台账', '审定').find((each) => each['周次']?.includes('11-25'))
  expect(waiting).toBeDefined()
  await district.decide('2024-11-25', Number(waiting?.['版本'] ?? 1), '2024-11-22 16:40')
  await district.playTo('2024-11-22 17:10')
  const issued = (await written(district)).filter(
    (each) => each.includes('已印发') || each.includes('已印发'),
  )
  expect(issued.length).toBeGreaterThanOrEqual(4)
})

it('a week issued before the upgrade is taken as it stands: no new mark, and nothing waits for a tick', async () => {
  const district = await earlierWorkspace()
  const marked = () =>
    (
      district
        .sheet('区委办', '一周安排表')
        .flat()
        .join('\n')
        .match(/〔..〕/g) ?? []
    ).length
  const before = marked()
  await district.playTo('2024-11-22 16:30')
  expect(marked()).toBe(before)
  expect(district.sheet('区委办', '一周安排表').flat().join('\n')).not.toContain('（原：')
  await district.playTo('2024-11-25 09:00')
  expect(district.page('总台账', '调整待核')).toEqual([])
})

/** Facts of that version that grew with the district. */
const outgrown = ['covered', 'marks', 'behind', 'blank']

const linesRead = (district: SmallDistrict): string[] =>
  ledgerRows(district, '现况').flatMap((each) =>
    each['类别'] === '已读' ? [each['键'] ?? ''] : [],
  )

it('what that version noted of each workbook goes into the ledger, and its facts go', async () => {
  const district = await earlierWorkspace()
  const { store } = district.workspace
  const before = store.properties()
  expect(outgrown.filter((name) => before[name] !== undefined)).toContain('marks')
  await district.playTo('2024-11-22 16:20')
  expect(store.properties().marks).toBe(before.marks)
  await district.type(
    '区委办',
    '周计划填报',
    [{ 编号: 'QWB-0003', 地点: '二楼' }],
    '2024-11-22 16:30',
  )
  await district.playTo('2024-11-22 16:30')
  const after = store.properties()
  expect(outgrown.filter((name) => after[name] !== undefined)).toEqual([])
  expect(linesRead(district).sort()).toEqual(
    Object.keys(JSON.parse(before.covered ?? '') as Record<string, number>).sort(),
  )
  const ticks = store
    .runs(100)
    .filter(({ fn, at }) => at > momentOf('2024-11-22 16:10') && fn === 'tick')
  expect(ticks.map(({ outcome }) => outcome)).toEqual(ticks.map(() => 'done'))
})

it('and a first run that dies loses nothing of it', async () => {
  const whole = (await earlierWorkspace()).tick('2024-11-23 00:00')
  const calls = (await whole).trace.length
  expect(calls).toBeGreaterThan(50)
  const places = [0.5, 0.9, 1].map((part) => Math.floor(calls * part) - 1)
  for (const killAt of places) {
    const district = await earlierWorkspace()
    await district.tick('2024-11-23 00:00', { killAt })
    await district.playTo('2024-11-23 00:40')
    const { store } = district.workspace
    const after = store.properties()
    expect(
      outgrown.filter((name) => after[name] !== undefined),
      `${killAt}`,
    ).toEqual([])
    expect(after.lease).toBeUndefined()
    const again = (await written(district)).filter((each) => writtenBefore.includes(each))
    expect(again, `${killAt}`).toEqual([])
  }
})

it('columns that registers have gained since are added at night, and none that people took away', async () => {
  const district = await earlierWorkspace()
  const heads = (desk: string, tab: string) => district.sheet(desk, tab)[1] ?? []
  expect(heads('总台账', '参数表')).not.toContain('待更正')
  renameHeading(district, '区委办', '周计划填报', '需协调事项', '协调')
  await district.playTo('2024-11-25 09:00')
  for (const tab of ['参数表', '工作日历', '单位', '人员', '领导', '外出请假', '定时任务'])
    expect(heads('总台账', tab)).toContain('待更正')
  expect(heads('总台账', '外出请假')).toContain('代管人')
  expect(heads('区委办', '周计划填报')).not.toContain('需协调事项')
  const told = district.page('总台账', '问题').filter((each) => each['对象'] === '总台账')
  expect(JSON.stringify(told)).not.toContain('缺少标题')
  typeOver(district, '总台账', '参数表', ['参数', 'weekly.cutoff'], { 值: '周五中午' })
  await district.playTo('2024-11-25 09:20')
  const settings = district.page('总台账', '参数表')
  const [row] = settings.filter((each) => each['参数'] === 'weekly.cutoff')
  expect(row?.['参数名称']).toBe('周计划截止')
  expect(row?.['待更正']).toContain('更正前仍按“周五 12:00”')
})

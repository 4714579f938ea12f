import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createWorkspace } from '../../src/local/create-workspace'
import { openWorkspace } from '../../src/local/open-workspace'
import { largeDistrict } from '../fakes/large-district'
import { drive, makeDistrict, momentOf, nothingPlanned, type SmallDistrict } from './small-district'

/** Google keeps 9 KB of a property. */
const most = 2000
const week = '2024-11-18'

const longest = ({ workspace }: SmallDistrict): number =>
  Math.max(...Object.values(workspace.store.properties()).map((text) => text.length))

const ofDesks = async (desks: number, at: string): Promise<SmallDistrict> => {
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-size-'))
  const dir = join(parent, 'workspace')
  const open = (each: string) => openWorkspace(each, { inProcess: true })
  await createWorkspace({ dir, district: largeDistrict(desks, week), at: momentOf(at) }, open)
  const workspace = await open(dir)
  onTestFinished(async () => {
    await workspace.close()
    rmSync(parent, { recursive: true, force: true })
  })
  return drive(workspace)
}

it('a district of 30 desks is made, filed in and read, and its facts stay short', async () => {
  const district = await ofDesks(30, '2024-11-13 09:00')
  expect(longest(district)).toBeLessThan(most)
  const { leaders, offices } = largeDistrict(30, week)
  expect(offices.filter(({ desk }) => desk)).toHaveLength(30)
  const [leader] = leaders
  const desk = offices.find(({ id }) => id === leader?.office)?.short ?? ''
  await district.playTo('2024-11-13 09:30')
  await district.type(
    desk,
    '周计划填报',
    [nothingPlanned(week, leader?.name ?? '')],
    '2024-11-13 09:40',
  )
  await district.playTo('2024-11-13 10:10')
  expect(district.page(desk, '周计划填报')).toMatchObject([{ 领导姓名: leader?.name }])
  expect(district.page(desk, '周计划填报')[0]?.['编号']).not.toBe('')
  const ticks = district.workspace.store.runs(1000).filter(({ fn }) => fn === 'tick')
  expect(ticks.map(({ outcome }) => outcome)).toEqual(ticks.map(() => 'done'))
  const reading = ticks.find(({ at }) => at === momentOf('2024-11-13 09:40'))
  const opened = (reading?.trace ?? []).filter(({ kind }) => kind === 'ss.firstRead')
  // 总台账, the ledger, and the desk in which somebody typed.
  expect(opened).toHaveLength(3)
  expect(longest(district)).toBeLessThan(most)
})

it.each([6, 60, 240])(
  'an idle tick costs as little where Drive lists %i workbooks',
  async (books) => {
    const district = await makeDistrict('2024-11-13 09:00')
    await district.playTo('2024-11-13 09:50')
    const { store } = district.workspace
    for (let n = store.books().length; n < books + 3; n++) store.createBook(`无关${n}`, 'desk')
    const met = await district.tick('2024-11-13 10:00')
    const idle = await district.tick('2024-11-13 10:10')
    for (const { result } of [met, idle]) expect(String(result)).toContain('"outcome":"idle"')
    console.log(
      `${books}个工作簿：空转${Math.round(idle.ms)}毫秒，有无关变动${Math.round(met.ms)}毫秒`,
    )
    expect(idle.ms).toBeLessThan(600)
    expect(longest(district)).toBeLessThan(most)
  },
)

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Faults, InboxMail, Run, TabView, Workspace } from '../../src/local/contract'
import { createWorkspace } from '../../src/local/create-workspace'
import { type Description, describeWorkspace } from '../../src/local/description'
import type { District } from '../../src/local/district/district'
import { type FillOutcome, fill } from '../../src/local/fill/fill'
import { openWorkspace } from '../../src/local/open-workspace'
import { type PlayOutcome, play } from '../../src/local/play'
import { smallLeaders, smallOffices, smallPeople } from './small-people'

/** Cells of a row by heading. */
export type Row = Record<string, string>

/** One small district on a set clock, driven as its people and the clock trigger would. */
export type SmallDistrict = {
  dir: string
  workspace: Workspace
  /** Plays the clock trigger up to this moment ('2024-11-15 12:00', Beijing time), its tick too. */
  playTo(at: string): Promise<PlayOutcome>
  /** Runs the clock trigger once at this moment, with faults where wished. */
  tick(at: string, faults?: Faults): Promise<Run>
  /** Types rows at a moment: read by the tick of that moment, not by an earlier one. */
  type(desk: string, tab: string, rows: Row[], at: string, by?: string): Promise<FillOutcome>
  /** A tab's rows below its headings, by heading; blank rows are left out. */
  page(desk: string, tab: string): Row[]
  /** Everything a tab shows, the notice and the headings too. */
  sheet(desk: string, tab: string): string[][]
  view(desk: string, tab: string): TabView
  /** The id of a workbook: 总台账, 总览 or the short name of an office. */
  book(desk: string): string
  letters(): Promise<InboxMail[]>
  describe(range?: { from: string; to: string }): Promise<Description>
  /** Fills and hands in 无统一安排 for every leader in scope of these offices (default all). */
  fileWeek(week: string, at: string, offices?: string[]): Promise<void>
  /** Types a decision beside a version at 审定. */
  decide(week: string, version: number, at: string, by?: string, decision?: string): Promise<void>
}

/** Offices with a desk, by short name, in protocol order. */
export const desks = ['区委办', '区人大办', '区政府办', '区政协办', '区法院', '区检察院']

/** The leaders of an office in the weekly plan's scope. */
export const leadersOf = (desk: string): string[] => {
  const office = smallOffices.find(({ short }) => short === desk)
  return smallLeaders
    .filter((leader) => leader.office === office?.id && leader.body !== '区政府')
    .map(({ name }) => name)
}

/** Epoch ms of '2024-11-15' or '2024-11-15 12:00', Beijing time. */
export const momentOf = (at: string): number => {
  const [day = '', time = '00:00'] = at.split(' ')
  return Date.parse(`${day}T${time}:00+08:00`)
}

/** The district file: 6 desks, 8 leaders, the first plan week that of `firstWeek`. */
export const smallDistrict = (firstWeek: string): District => ({
  name: '安澜区',
  offices: smallOffices,
  people: smallPeople,
  leaders: smallLeaders,
  absences: [],
  settings: [
    { key: 'weekly.firstWeek', value: firstWeek, from: '2024-01-01', source: '', note: '' },
  ],
  calendar: [],
})

export type Changes = (district: District) => District

/** What has happened in a district before the test begins. */
export type Past = (district: SmallDistrict) => Promise<unknown>

const inProcess = (dir: string): Promise<Workspace> => openWorkspace(dir, { inProcess: true })

// Setting up the workbooks costs more than a test, so every district is a copy of the first like it.
const drawers = new Map<string, Promise<string>>()

const makeOnce = async (district: District, at: string, past?: Past): Promise<string> => {
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-district-'))
  process.once('exit', () => {
    rmSync(parent, { recursive: true, force: true })
  })
  const dir = join(parent, 'first')
  await createWorkspace({ dir, district, at: momentOf(at) }, inProcess)
  if (past) {
    const workspace = await inProcess(dir)
    await past(drive(workspace))
    await workspace.close()
  }
  return dir
}

const drawerOf = (district: District, at: string, past?: Past): Promise<string> => {
  const key = `${at} ${JSON.stringify(district)} ${String(past)}`
  const made = drawers.get(key) ?? makeOnce(district, at, past)
  drawers.set(key, made)
  return made
}

/** The Monday of the week after this moment. */
const nextMonday = (at: string): string => {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`)
  const weekday = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() + (7 - weekday) * 86_400_000).toISOString().slice(0, 10)
}

/**
 * A district that is gone when the test has finished; its clock stands at `at` ('2024-11-11 09:00')
 * and its first plan week is the next one, unless `changes` says otherwise. A `past` is lived
 * through once and copied.
 */
export async function makeDistrict(at: string, changes: Changes = (same) => same, past?: Past) {
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-district-'))
  const dir = join(parent, 'workspace')
  cpSync(await drawerOf(changes(smallDistrict(nextMonday(at))), at, past), dir, { recursive: true })
  const workspace = await inProcess(dir)
  onTestFinished(async () => {
    await workspace.close()
    rmSync(parent, { recursive: true, force: true })
  })
  return drive(workspace)
}

/** Drives an open workspace of a small district. */
export function drive(workspace: Workspace): SmallDistrict {
  const { store, dir } = workspace
  const book = (desk: string): string => {
    const found = store.books().find(({ name }) => name === desk || name === `${desk}工作台`)
    if (!found) throw new Error(`no workbook ${desk}`)
    return found.id
  }
  const view = (desk: string, tab: string): TabView => {
    const found = store.view(book(desk)).find(({ name }) => name === tab)
    if (!found) throw new Error(`no tab ${tab} in ${desk}`)
    return found
  }
  let described: Promise<Description> | undefined
  const reach = async (at: string, before: boolean): Promise<PlayOutcome> => {
    const outcome = await play(workspace, { until: momentOf(at), before })
    if (outcome.broken.length > 0) throw new Error(JSON.stringify(outcome.broken))
    return outcome
  }
  const type: SmallDistrict['type'] = async (desk, tab, rows, at, by = desk) => {
    await reach(at, true)
    described ??= describeWorkspace(workspace)
    const typing = { at: workspace.now(), desk, tab, by, rows: rows.map((cells) => ({ cells })) }
    const outcome = await fill(workspace, typing, await described)
    store.setFact('lastTyping', String(workspace.now()))
    return outcome
  }
  return {
    dir,
    workspace,
    type,
    playTo: (at) => reach(at, false),
    tick: async (at, faults) => {
      workspace.moveTo(momentOf(at))
      const run = await workspace.call('tick', [], faults)
      store.setFact('played', String(momentOf(at)))
      return run
    },
    page: (desk, tab) => rowsOf(view(desk, tab).rows),
    sheet: (desk, tab) => view(desk, tab).rows,
    view,
    book,
    letters: () => workspace.inbox(),
    describe: (range) => describeWorkspace(workspace, range),
    fileWeek: async (week, at, offices = desks) => {
      for (const desk of offices) {
        const rows = leadersOf(desk).map((name) => nothingPlanned(week, name))
        await type(desk, '周计划填报', rows, at)
        await type(desk, '报送', [{ 周次: week, 报送: '是', 报送人: desk }], at)
      }
    },
    decide: async (week, version, at, by = '周衡', decision = '同意') => {
      const row = { 周次: week, 版本: String(version), 审定: decision, 审定人: by }
      await type('总台账', '审定', [row], at, by)
    },
  }
}

/** A line 无统一安排. */
export const nothingPlanned = (week: string, leader: string): Row => ({
  周次: week,
  领导姓名: leader,
  活动内容: '无统一安排',
})

/** Rows below the headings, which stand under the notice in the first line. */
function rowsOf([, headings = [], ...rows]: string[][]): Row[] {
  return rows
    .filter((cells) => cells.some((text) => text !== ''))
    .map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])))
}

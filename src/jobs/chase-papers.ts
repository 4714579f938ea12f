import { addDays, sayRange } from '../domain/day'
import { itemOf } from '../domain/register'
import { rowKey } from '../domain/state'
import { statusId, type Weekly, weekMark } from '../domain/weekly'
import { type ChasedWeek, chasedWeeks } from '../wording/chase'
import { chasePaper } from '../wording/papers/chase-paper'
import type { PaperMaker } from './papers'
import type { Run } from './run'

/** What is noted beside an office's week at 报送情况 of having been in touch. */
const toldIn =
  ({ journal, control }: Run, { registers }: Weekly) =>
  (week: string, office: string): string => {
    const id = statusId(weekMark(registers, week), office)
    const row = journal.state.rows.get(rowKey(control, registers.status.id, id))
    return row?.cells[registers.status.chased ?? ''] ?? ''
  }

/** The weeks of a register whose plans are asked for now. */
export const chasedIn = (run: Run, weekly: Weekly): ChasedWeek[] =>
  chasedWeeks(weekly, run.district, run.journal.at, toldIn(run, weekly))

/** 催报单 of each week whose plans are asked for now. */
export const chasePapers = (run: Run): PaperMaker[] =>
  run.weekly.flatMap((weekly) => {
    const { plan } = weekly.registers
    return chasedIn(run, weekly).map((chased) => ({
      offer: {
        key: `chase.${plan.id}.${chased.week.monday}`,
        name: `催报单 ${sayRange(chased.week.monday, addDays(chased.week.monday, 6))}`,
        format: 'A4 portrait' as const,
        group: '催报单（内部，不发各单位）',
        book: run.control,
        tab: '催报单',
      },
      make: () => ({
        margins: [18, 15, 15, 15] as [number, number, number, number],
        onePage: true,
        points: { most: 8.5, least: 7 },
        numbered: false,
        parts: chasePaper(chased, itemOf(plan), run.journal.at),
      }),
    }))
  })

import { type Day, weekTitle } from '../domain/day'
import { keeperOf, keptThen } from '../domain/kept-lines'
import { lineSaid } from '../domain/readers'
import { sheetOf } from '../domain/register'
import { lineKey, publishedLines } from '../domain/version-text'
import type { Weekly } from '../domain/weekly'
import { noticePaper } from '../wording/papers/notice-paper'
import type { PaperMaker } from './papers'
import type { Run } from './run'
import { lineColumns } from './shown-weeks'

const makersOf = (run: Run, weekly: Weekly): PaperMaker[] => {
  const { state, at } = run.journal
  const { plan } = weekly.registers
  const columns = lineColumns(plan)
  const live = weekly.weeks.filter(({ week }) => week.ends > at).map(({ week }) => week.monday)
  const own = [...state.notices].filter(
    ([key, { week }]) => key.startsWith(`${plan.id}|`) && live.some((monday) => monday === week),
  )
  return own.map(([, notice]) => {
    const given = publishedLines(state, plan, notice.week)
    const keeper = keeperOf(plan, weekly.lines, given)
    const items = () =>
      notice.items.map((item) => {
        const { values = {} } = state.lines.get(lineKey(plan, notice.week, item.id)) ?? {}
        const line = keeper({ id: item.id, office: notice.office })
        const then = keptThen(plan, line, [values, item.before, item.after])
        const kept = item.own === true || lineSaid({ at: 'desk', office: '' }, then) !== 'full'
        return { item, kept, what: kept ? '' : (values[columns.what] ?? '') }
      })
    return {
      offer: {
        key: `notice.${plan.id}.${notice.week}.${notice.n}`,
        name: `安排调整通知第${notice.n}号（${weekTitle(notice.week as Day).title}）`,
        format: 'A4 portrait',
        group: '安排调整通知',
        book: run.control,
        tab: sheetOf(plan),
      },
      make: () => ({
        margins: [37, 26, 35, 28],
        onePage: false,
        points: { most: 12, least: 10 },
        numbered: false,
        parts: noticePaper({ notice, district: run.district, columns, items: items() }),
      }),
    }
  })
}

/** 安排调整通知 of the weeks that are not over, as all offices may read them. */
export const noticePapers = (run: Run): PaperMaker[] =>
  run.weekly.flatMap((weekly) => makersOf(run, weekly))

import { weekTitle } from '../domain/day'
import type { PaperFormat } from '../domain/paper'
import { controlReader, type Reader, readersOf } from '../domain/readers'
import { sheetOf } from '../domain/register'
import type { Weekly } from '../domain/weekly'
import type { ShownWeek } from '../wording/pages/week-sheet'
import { weekByEvent } from '../wording/papers/week-by-event'
import { weekByLeader } from '../wording/papers/week-by-leader'
import type { WeekAsked } from '../wording/papers/week-frame'
import type { PaperMaker } from './papers'
import type { Run } from './run'
import { lineColumns, shownWeeks } from './shown-weeks'

const forms = [
  { form: 'leaders', called: '按领导', format: 'A3 landscape', parts: weekByLeader },
  { form: 'events', called: '按日程', format: 'A4 landscape', parts: weekByEvent },
] as const

/** For whom a week is printed: all offices together, one of them, or the coordinator. */
type Copy = { mark: string; called: string; group: string; reader: Reader; book: string }

const inner = '一周安排表'

const makers = (run: Run, weekly: Weekly, shown: ShownWeek, copy: Copy): PaperMaker[] => {
  const { plan } = weekly.registers
  const columns = lineColumns(plan)
  const asked: WeekAsked = { shown, columns, district: run.district, reader: copy.reader }
  return forms.map(({ form, called, format, parts }) => {
    const isOne = form === 'leaders'
    const size: PaperFormat = format
    return {
      offer: {
        key: [plan.id, form, shown.week, copy.mark].filter((text) => text !== '').join('.'),
        name: `${sheetOf(plan)}（${called}）${weekTitle(shown.week).title}${copy.called}`,
        format: size,
        group: copy.group,
        ...(copy.book === '' ? {} : { book: copy.book, tab: sheetOf(plan) }),
      },
      make: () => ({
        margins: isOne ? [9, 10, 8, 10] : [12, 10, 12, 10],
        onePage: isOne,
        points: isOne ? { most: 9, least: 5 } : { most: 11, least: 10 },
        numbered: !isOne,
        parts: parts(asked),
      }),
    }
  })
}

/** What is given out of an issued week: the sheet for all, and each office's own. */
const issuedCopies = (run: Run, { registers: { plan } }: Weekly, shown: ShownWeek): Copy[] => {
  // What goes to all together shows each only what all may read.
  const all = {
    mark: '',
    called: '',
    group: `${inner}（印发）`,
    reader: { at: 'desk', office: '' } as const,
    book: run.control,
  }
  const own = readersOf(run.district, plan.approval?.settings, shown.week).flatMap((id): Copy[] => {
    const office = run.district.offices.find((each) => each.id === id)
    if (!office || office.desk === '') return []
    const reader = { at: 'desk', office: id } as const
    const group = `${inner}（各办留存，含本办知悉的安排）`
    return [{ mark: id, called: `（${office.short}留存）`, group, reader, book: office.desk }]
  })
  return [all, ...own]
}

/** What the coordinator works with: with clashes, and with what waits to be approved. */
const workingCopy = (run: Run, { registers: { plan } }: Weekly, shown: ShownWeek): Copy => ({
  mark: 'control',
  called: '（统筹核对）',
  group: `${inner}（统筹核对稿，不印发）`,
  reader: controlReader(run.district, plan.approval?.settings, shown.week),
  book: run.control,
})

/** 一周安排表 of the weeks that are not over, by leader and by event. */
export const weekPapers = (run: Run): PaperMaker[] =>
  run.weekly
    .filter(({ registers }) => registers.plan.approval)
    .flatMap((weekly) => [
      ...shownWeeks(run, weekly, false).flatMap((shown) =>
        issuedCopies(run, weekly, shown).flatMap((copy) => makers(run, weekly, shown, copy)),
      ),
      ...shownWeeks(run, weekly, true).flatMap((shown) =>
        makers(run, weekly, shown, workingCopy(run, weekly, shown)),
      ),
    ])

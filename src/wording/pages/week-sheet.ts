import type { WatchedClash } from '../../domain/clash-watch'
import { addDays, type Day, sayMonthDay, weekdayName, weekTitle } from '../../domain/day'
import { type District, holds, inScope, type Leader, shortName } from '../../domain/district'
import type { Keeper } from '../../domain/kept-lines'
import { dayOf, timeOf } from '../../domain/moment'
import { sayPaper, signerName } from '../../domain/paper-decision'
import type { PublishedLine, Version } from '../../domain/published'
import { clashWord, type KeptRow, type Reader } from '../../domain/readers'
import { banner } from './page'
import { type SaidLine, saidLines } from './week-words'

/** One week as it is shown to a reader. */
export type ShownWeek = {
  week: Day
  version: Version | undefined
  /** 草稿 before it is given back. */
  draft: boolean
  /** The version that waits after one was given back, where its lines are shown too. */
  next?: number
  lines: PublishedLine[]
  /** Which of them are kept inside their office, and which are or were as they were issued. */
  keeper: Keeper
  keeperThen: (line: PublishedLine) => KeptRow
  clashes: WatchedClash[]
  /** Offices that have not filed. */
  missing: string[]
  mark: string | undefined
}

/** Names of the columns a line is made of. */
export type LineColumns = {
  who: string
  day: string
  part: string
  from: string
  to: string
  what: string
  place: string
  /** How the leader takes part. */
  manner: string
  /** The unit that hosts it. */
  host: string
  /** Columns said in brackets after an entry. */
  around: readonly string[]
  /** Columns that stand in the table without being said in it, with their headings. */
  unsaid: readonly (readonly [key: string, heading: string])[]
  nothing: readonly string[]
  settings: string
  title: string
}

const remarksHeading = (working: boolean): string => (working ? '冲突与备注' : '备注')

const halves = ['上午', '下午'] as const

/** The columns of the sheet: clashes stand on the coordinator's copy alone. */
export const weekSheetHeadings = (working: boolean): string[] => [
  '领导',
  '职务',
  ...'一二三四五六日'.split('').flatMap((day) => halves.map((half) => `星期${day}${half}`)),
  remarksHeading(working),
]

const halfOf = (part: string | undefined): '上午' | '下午' =>
  part === '下午' || part === '晚上' ? '下午' : '上午'

const rowOf = (
  leader: Leader,
  shown: ShownWeek,
  columns: LineColumns,
  district: District,
  reader: Reader,
  lines: readonly SaidLine[],
) => {
  const cells = Array.from({ length: 14 }, () => '')
  const remarks: string[] = []
  if (!inScope(district, leader, columns.settings, shown.week)) {
    cells[0] = '未列入报送范围'
    return [leader.name, leader.title, ...cells, '']
  }
  const own = lines.filter(({ line }) => line.values[columns.who] === leader.id)
  for (const { line, text: words, former } of own) {
    const on = line.values[columns.day]
    const at = on ? [0, 1, 2, 3, 4, 5, 6].findIndex((n) => addDays(shown.week, n) === on) : -1
    const text = former === '' ? words : `${words}\n${former}`
    const nothing = columns.nothing.includes(line.values[columns.what] ?? '')
    const place =
      at < 0 ? (nothing ? 0 : -1) : at * 2 + (halfOf(line.values[columns.part]) === '下午' ? 1 : 0)
    if (place < 0) remarks.push(on ? `改至${sayMonthDay(on as Day)}：${text}` : `时间待定：${text}`)
    else cells[place] = cells[place] ? `${cells[place]}\n${text}` : text
  }
  if (own.length === 0) cells[0] = shown.missing.includes(leader.office) ? '未报' : ''
  const working = reader.at === 'control'
  const clashes = shown.clashes.filter((each) => working && each.leaders.includes(leader.id))
  const said = clashes.map((clash) => `${sayMonthDay(clash.day)} ${clashWord(reader, clash)}`)
  return [leader.name, leader.title, ...cells, [...new Set([...said, ...remarks])].join('\n')]
}

/** 第1版（周衡11月15日审定），审定后调整3处，截至11月19日10:20. */
const sayVersion = ({ version, draft, lines }: ShownWeek, district: District): string => {
  if (!version) return '汇总中'
  if (draft) return `第${version.n}版（草稿，未审定）`
  const approver = signerName(district, version.approver)
  const approved = sayMonthDay(version.paper?.on ?? dayOf(version.approvedAt ?? version.issuedAt))
  const paper = sayPaper(district, version.paper).replace(/[（）]/g, '')
  const by = approver ? `（${approver}${approved}审定${paper === '' ? '' : `，${paper}`}）` : ''
  const changed = lines.filter(({ mark }) => mark !== undefined)
  const last = Math.max(0, ...changed.map(({ since }) => since ?? 0))
  const adjusted =
    changed.length === 0 ? '' : `，${approver ? '审定' : '反馈'}后调整${changed.length}处`
  return `第${version.issued}版${by}${adjusted}${adjusted && last > 0 ? `，截至${sayMonthDay(dayOf(last))}${timeOf(last)}` : ''}`
}

const metaOf = (shown: ShownWeek, district: District): string => {
  const { missing } = shown
  const parts = [
    '内部',
    sayVersion(shown, district),
    shown.next === undefined ? '' : `含第${shown.next}版新列入的安排，待审定`,
    missing.length > 0 ? `未报：${missing.map((id) => shortName(district, id)).join('、')}` : '',
    shown.mark ?? '',
  ]
  return parts.filter((part) => part !== '').join('　')
}

const blockOf = (
  shown: ShownWeek,
  columns: LineColumns,
  district: District,
  reader: Reader,
): string[][] => {
  const working = reader.at === 'control'
  const width = weekSheetHeadings(working).length
  const pad = (row: string[]): string[] => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ''),
  ]
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(shown.week, n))
  const name = district.settings.text('district.name')
  const { title, label } = weekTitle(shown.week)
  // Who is out of scope hands nothing in: on the issued sheet an empty row would say he has nothing.
  const leaders = district.leaders.filter((leader) =>
    working ? holds(leader, shown.week) : inScope(district, leader, columns.settings, shown.week),
  )
  const lines = saidLines(shown, columns, district, reader)
  return [
    pad([`${name}${columns.title}　${title}${label}`]),
    pad([metaOf(shown, district)]),
    pad(['日期', '', ...days.flatMap((day) => [`${weekdayName(day)} ${sayMonthDay(day)}`, ''])]),
    pad(['领导', '职务', ...days.flatMap(() => [...halves]), remarksHeading(working)]),
    ...leaders.map((leader) => rowOf(leader, shown, columns, district, reader, lines)),
  ]
}

/** 一周安排表: leaders in protocol order, days by half-days, rendered for one reader. */
export const weekSheet = (
  weeks: ShownWeek[],
  columns: LineColumns,
  district: District,
  reader: Reader,
): string[][] => {
  const working = reader.at === 'control'
  const width = weekSheetHeadings(working).length
  const blank = Array.from({ length: width }, () => '')
  const head = [[`${banner}　·　内部，不得转发`, ...blank.slice(1)]]
  if (weeks.length === 0) return [...head, ['尚无已印发的一周安排', ...blank.slice(1)]]
  return [
    ...head,
    ...weeks.flatMap((week, i) => [
      ...(i > 0 ? [blank] : []),
      ...blockOf(week, columns, district, reader),
    ]),
  ]
}

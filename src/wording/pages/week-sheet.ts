import type { WatchedClash } from '../../domain/clash-watch'
import { addDays, type Day, sayMonthDay, weekdayName, weekTitle } from '../../domain/day'
import { type District, holds, inScope, type Leader, shortName } from '../../domain/district'
import type { Keeper } from '../../domain/kept-lines'
import { clashWord, lineSaid, type Reader, type Said } from '../../domain/readers'
import type { PublishedLine, Version } from '../../domain/state'
import { busy } from '../busy'
import { banner } from './page'

/** One week as it is shown to a reader. */
export type ShownWeek = {
  week: Day
  version: Version | undefined
  /** 草稿 before it is given back. */
  draft: boolean
  lines: PublishedLine[]
  /** Which of them are kept inside their office. */
  keeper: Keeper
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
  /** Columns said in brackets after an entry. */
  around: readonly string[]
  nothing: readonly string[]
  settings: string
  title: string
}

const halves = ['上午', '下午'] as const

export const weekSheetHeadings = (): string[] => [
  '领导',
  '职务',
  ...'一二三四五六日'.split('').flatMap((day) => halves.map((half) => `星期${day}${half}`)),
  '冲突与备注',
]

const halfOf = (part: string | undefined): '上午' | '下午' =>
  part === '下午' || part === '晚上' ? '下午' : '上午'

/** What a reader may see of a line: of one that is kept from him only 另有公务. */
const sayLine = (line: PublishedLine, columns: LineColumns, said: Said): string => {
  const v = line.values
  const from = v[columns.from]
  const to = v[columns.to]
  const part = v[columns.part]
  const time = from ? `${from}${to ? `–${to}` : ''} ` : ''
  const when = part === '晚上' || part === '全天' ? `${part} ${time}` : time
  const mark = line.mark ? `〔${line.mark}〕` : ''
  if (said === 'busy') return `${mark}${when}${busy}`
  const around = columns.around
    .map((key) => v[key])
    .filter((text) => text)
    .join('，')
  return `${mark}${when}${v[columns.what] ?? ''}${around ? `（${around}）` : ''}`
}

const startOf = (line: PublishedLine, columns: LineColumns): string =>
  `${line.values[columns.from] ?? '99'}${line.id}`

const rowOf = (
  leader: Leader,
  shown: ShownWeek,
  columns: LineColumns,
  district: District,
  reader: Reader,
) => {
  const cells = Array.from({ length: 14 }, () => '')
  const remarks: string[] = []
  if (!inScope(district, leader, columns.settings, shown.week)) {
    cells[0] = '未列入报送范围'
    return [leader.name, leader.title, ...cells, '']
  }
  const own = shown.lines
    .filter((line) => line.values[columns.who] === leader.id)
    .sort((a, b) => (startOf(a, columns) < startOf(b, columns) ? -1 : 1))
  for (const line of own) {
    const on = line.values[columns.day]
    const at = on ? [0, 1, 2, 3, 4, 5, 6].findIndex((n) => addDays(shown.week, n) === on) : -1
    const said = lineSaid(reader, shown.keeper(line))
    if (said === 'nothing' || said === 'clash') continue
    const text = sayLine(line, columns, said)
    const nothing = columns.nothing.includes(line.values[columns.what] ?? '')
    const place =
      at < 0 ? (nothing ? 0 : -1) : at * 2 + (halfOf(line.values[columns.part]) === '下午' ? 1 : 0)
    if (place < 0) remarks.push(on ? `改至${sayMonthDay(on as Day)}：${text}` : `日期待定：${text}`)
    else cells[place] = cells[place] ? `${cells[place]}\n${text}` : text
  }
  if (own.length === 0) cells[0] = shown.missing.includes(leader.office) ? '未报' : ''
  const clashes = shown.clashes.filter((clash) => clash.leaders.includes(leader.id))
  const said = clashes.map((clash) => `${sayMonthDay(clash.day)} ${clashWord(reader, clash)}`)
  return [leader.name, leader.title, ...cells, [...new Set([...said, ...remarks])].join('\n')]
}

const metaOf = (shown: ShownWeek, district: District): string => {
  const { version, draft, missing } = shown
  const approver = district.people.find((person) => person.id === version?.approver)
  const parts = [
    '内部',
    version
      ? `第${draft ? version.n : version.issued}版${draft ? '（草稿，未审定）' : ''}`
      : '汇总中',
    !draft && approver ? `审定：${approver.name}` : '',
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
  const width = weekSheetHeadings().length
  const pad = (row: string[]): string[] => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ''),
  ]
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(shown.week, n))
  const name = district.settings.text('district.name')
  const { title, label } = weekTitle(shown.week)
  const leaders = district.leaders.filter((leader) => holds(leader, shown.week))
  return [
    pad([`${name}${columns.title}　${title}${label}`]),
    pad([metaOf(shown, district)]),
    pad(['日期', '', ...days.flatMap((day) => [`${weekdayName(day)} ${sayMonthDay(day)}`, ''])]),
    pad(['领导', '职务', ...days.flatMap(() => [...halves]), '冲突与备注']),
    ...leaders.map((leader) => rowOf(leader, shown, columns, district, reader)),
  ]
}

/** 一周安排表: leaders in protocol order, days by half-days, rendered for one reader. */
export const weekSheet = (
  weeks: ShownWeek[],
  columns: LineColumns,
  district: District,
  reader: Reader,
): string[][] => {
  const width = weekSheetHeadings().length
  const blank = Array.from({ length: width }, () => '')
  const head = [[`${banner}　·　内部，不得转发`, ...blank.slice(1)]]
  if (weeks.length === 0) return [...head, ['尚无已反馈的一周安排', ...blank.slice(1)]]
  return [
    ...head,
    ...weeks.flatMap((week, i) => [
      ...(i > 0 ? [blank] : []),
      ...blockOf(week, columns, district, reader),
    ]),
  ]
}

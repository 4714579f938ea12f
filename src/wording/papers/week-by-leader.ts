import { addDays, type Day, sayMonthDay, weekdayName } from '../../domain/day'
import { inScope, type Leader } from '../../domain/district'
import {
  cellOf,
  headCell,
  type PaperCell,
  type PaperLine,
  type PaperPart,
  type PaperRow,
} from '../../domain/paper'
import { clashWord } from '../../domain/readers'
import { type SaidLine, saidLines } from '../pages/week-words'
import { type WeekAsked, weekFoot, weekHead } from './week-frame'
import { formerText, partOf, plainText, timesOf } from './week-lines'

/** Printed, 法院院长 and 检察院检察长 stand under one heading. */
const groups: Record<string, string> = {
  区法院院长: '法检两长',
  区检察院检察长: '法检两长',
}

const groupOf = ({ body }: Leader): string => groups[body] ?? body

type LeaderCells = {
  leader: Leader
  days: PaperLine[][]
  /** Said of the whole week, where nothing else is. */
  whole: string
  open: PaperLine[]
  remarks: PaperLine[]
}

const linesOf = (one: SaidLine, asked: WeekAsked, lead: string): PaperLine[] => [
  { text: plainText(one, asked.columns), ...(lead === '' ? {} : { lead }) },
  ...(formerText(one) === '' ? [] : [{ text: formerText(one), small: true as const }]),
]

const order = ['全天', '上午', '下午', '晚上']

/** Lines of one day, forenoon before afternoon; the half-day is said where no hour is. */
const dayLines = (those: SaidLine[], asked: WeekAsked): PaperLine[] =>
  order.flatMap((part) =>
    those
      .filter((one) => partOf(one, asked.columns) === part)
      .flatMap((one) => linesOf(one, asked, timesOf(one, asked.columns) === '' ? part : '')),
  )

const cellsOf = (leader: Leader, asked: WeekAsked, said: SaidLine[]): LeaderCells => {
  const { shown, columns } = asked
  const own = said.filter(({ line }) => line.values[columns.who] === leader.id)
  const dayOf = ({ line }: SaidLine) => line.values[columns.day] ?? ''
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(shown.week, n))
  const isNothing = ({ line }: SaidLine) =>
    columns.nothing.includes(line.values[columns.what] ?? '')
  const undated = own.filter((one) => dayOf(one) === '')
  const whole = undated.filter(isNothing)
  const away = own.filter((one) => dayOf(one) !== '' && !days.includes(dayOf(one) as Day))
  const alone = whole.length === own.length && whole.length > 0
  return {
    leader,
    days: days.map((day) =>
      dayLines(
        own.filter((one) => dayOf(one) === day),
        asked,
      ),
    ),
    whole: alone ? [...new Set(whole.map(({ text }) => text))].join('；') : '',
    open: undated.filter((one) => !isNothing(one)).flatMap((one) => linesOf(one, asked, '')),
    remarks: [
      ...(alone ? [] : whole.flatMap((one) => linesOf(one, asked, ''))),
      ...away.flatMap((one) => linesOf(one, asked, `改至${sayMonthDay(dayOf(one) as Day)}`)),
      ...(own.length === 0 && shown.missing.includes(leader.office) ? [{ text: '未报送' }] : []),
    ],
  }
}

const clashLines = (leader: Leader, { shown, reader }: WeekAsked): PaperLine[] => {
  const said = shown.clashes
    .filter((clash) => clash.leaders.includes(leader.id))
    .map((clash) => `${sayMonthDay(clash.day)}${clashWord(reader, clash)}`)
  return [...new Set(said)].map((text) => ({ text }))
}

const rowOf = (cells: LeaderCells, n: number, asked: WeekAsked): PaperRow => {
  const { leader, days, whole, open, remarks } = cells
  const week: PaperCell[] =
    whole === ''
      ? days.map((lines) => ({ lines }))
      : [cellOf(whole, { columns: days.length, align: 'center' })]
  return {
    cells: [
      cellOf(String(n), { align: 'center' }),
      cellOf(leader.name, { align: 'center', strong: true }),
      cellOf(leader.title, { align: 'center' }),
      ...week,
      { lines: open },
      { lines: remarks },
      ...(asked.reader.at === 'control' ? [{ lines: clashLines(leader, asked) }] : []),
    ],
  }
}

/** Saturday and Sunday, and columns of remarks, are narrow where nobody has anything in them. */
const widthsOf = (rows: LeaderCells[], working: boolean): number[] => {
  const used = (lines: (cells: LeaderCells) => PaperLine[]) =>
    rows.some((cells) => lines(cells).length > 0)
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => {
    const most = Math.max(0, ...rows.map(({ days: own }) => own[n]?.length ?? 0))
    if (most > 0) return n > 4 ? 34 : 46
    return n > 4 ? 17 : 30
  })
  return [
    9,
    17,
    30,
    ...days,
    used(({ open }) => open) ? 30 : 16,
    used(({ remarks }) => remarks) ? 24 : 14,
    ...(working ? [26] : []),
  ]
}

/**
 * 一周安排表 by leader, a row each in order of protocol, for A3 landscape: who is out of scope does
 * not stand on it. At the control workbook it is a working copy with its clashes.
 */
export const weekByLeader = (asked: WeekAsked): PaperPart[] => {
  const { shown, columns, district, reader } = asked
  const working = reader.at === 'control'
  const leaders = district.leaders.filter((leader) =>
    inScope(district, leader, columns.settings, shown.week),
  )
  const said = saidLines(shown, columns, district, reader)
  const rows = leaders.map((leader) => cellsOf(leader, asked, said))
  const widths = widthsOf(rows, working)
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(shown.week, n))
  const head = [
    '序号',
    '姓名',
    '职务',
    ...days.map((day) => `${weekdayName(day).replace('星期', '周')}\n（${sayMonthDay(day)}）`),
    '时间待定',
    '备注',
    ...(working ? ['冲突'] : []),
  ]
  return [
    ...weekHead(asked),
    {
      is: 'table',
      columns: widths,
      head: [{ cells: head.map((text) => headCell(text)) }],
      rows: rows.flatMap((cells, i): PaperRow[] => {
        const before = rows[i - 1]?.leader
        const group = groupOf(cells.leader)
        const row = rowOf(cells, i + 1, asked)
        if (before && groupOf(before) === group) return [row]
        const line = cellOf(group, { columns: widths.length, shaded: true, strong: true })
        return [{ cells: [line] }, { ...row, joined: true }]
      }),
    },
    ...weekFoot(asked),
  ]
}

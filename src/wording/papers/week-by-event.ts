import type { Day } from '../../domain/day'
import { inScope } from '../../domain/district'
import { cellOf, headCell, type PaperPart, type PaperRow } from '../../domain/paper'
import { busy } from '../busy'
import { type SaidLine, saidLines } from '../pages/week-words'
import { sayWeekday } from './paper-words'
import { type WeekAsked, weekFoot, weekHead } from './week-frame'
import { formerText, markOf, partOf, partRank, timesOf } from './week-lines'

/** What several leaders do together is one event. */
type Event = { first: SaidLine; day: string; those: SaidLine[] }

// What is kept from the reader is nobody's together: that two have the same hour is theirs to know.
const sameEvent = (one: SaidLine, { columns }: WeekAsked): string => {
  const { values: v, id } = one.line
  if (one.said === 'busy') return id
  const keys = [
    columns.day,
    columns.part,
    columns.from,
    columns.to,
    columns.what,
    columns.place,
    columns.host,
  ]
  return JSON.stringify([...keys.map((key) => v[key] ?? ''), markOf(one), one.former])
}

const eventsOf = (said: SaidLine[], asked: WeekAsked): Event[] => {
  const { columns } = asked
  const found = new Map<string, Event>()
  for (const one of said) {
    const key = sameEvent(one, asked)
    const event = found.get(key)
    if (event) event.those.push(one)
    else found.set(key, { first: one, day: one.line.values[columns.day] ?? '', those: [one] })
  }
  const rank = ({ first, day }: Event): string => {
    const from = first.line.values[columns.from] || '99:99'
    return `${day || '9999'} ${partRank(first, columns)} ${from}`
  }
  return [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

/** Taking part is said only where it is more than that. */
const plainManners = ['', '参加', '出席']

const attending = ({ those }: Event, { columns, district }: WeekAsked): string =>
  district.leaders
    .flatMap(({ id, name }) => {
      const own = those.find(({ line }) => line.values[columns.who] === id)
      if (!own) return []
      const manner = own.said === 'busy' ? '' : (own.line.values[columns.manner] ?? '')
      return [plainManners.includes(manner) ? name : `${name}（${manner}）`]
    })
    .join('、')

const timeCell = ({ first }: Event, { columns }: WeekAsked): string => {
  const times = timesOf(first, columns)
  const part = partOf(first, columns)
  if (times === '') return first.line.values[columns.part] ? part : '时间待定'
  return part === '晚上' ? `${part} ${times}` : times
}

const rowOf = (event: Event, asked: WeekAsked): PaperRow['cells'] => {
  const { columns } = asked
  const { first } = event
  const { values: v } = first.line
  const isBusy = first.said === 'busy'
  const text = (key: string): string => (isBusy ? '' : (v[key] ?? ''))
  const former = formerText(first)
  return [
    cellOf(timeCell(event, asked), { align: 'center' }),
    cellOf(isBusy ? busy : text(columns.what)),
    cellOf(text(columns.place)),
    cellOf(attending(event, asked)),
    cellOf(text(columns.host)),
    {
      lines: [
        ...(markOf(first) === '' ? [] : [{ text: markOf(first), strong: true as const }]),
        ...(former === '' ? [] : [{ text: former, small: true as const }]),
      ],
    },
  ]
}

/** The rows of each day; its date stands once, in a cell as high as they are. */
const rowsOf = (events: Event[], asked: WeekAsked): PaperRow[] =>
  events.map((event, i) => {
    const cells = rowOf(event, asked)
    if (events[i - 1]?.day === event.day) return { cells, joined: true }
    const rows = events.filter(({ day }) => day === event.day).length
    const said = event.day === '' ? '时间待定' : sayWeekday(event.day as Day).replace('（', '\n（')
    return { cells: [cellOf(said, { rows, align: 'center', strong: true }), ...cells] }
  })

/** Who has nothing planned, in the words typed, and who has not filed: below the events of the week. */
const restOf = (nothing: SaidLine[], asked: WeekAsked): string[] => {
  const { columns, district, shown } = asked
  const words = [...new Set(nothing.map(({ line }) => line.values[columns.what] ?? ''))]
  const named = (word: string): string =>
    district.leaders
      .flatMap(({ id, name }) => {
        const own = nothing.filter(
          ({ line: { values: v } }) => v[columns.who] === id && v[columns.what] === word,
        )
        if (own.length === 0) return []
        const days = own.flatMap(({ line }) => line.values[columns.day] ?? [])
        const on = days.map((each) => sayWeekday(each as Day)).join('、')
        return [on === '' ? name : `${name}（${on.replace(/[（）]/g, '')}）`]
      })
      .join('、')
  const missing = district.offices.filter(({ id }) => shown.missing.includes(id))
  return [
    ...words.map((word) => `${word}：${named(word)}`),
    ...(missing.length === 0 ? [] : [`未报送：${missing.map(({ short }) => short).join('、')}`]),
  ]
}

const headings = ['日期（星期）', '时间', '内容', '地点', '出席（参加）领导', '承办单位', '备注']

/** 一周安排表 by event, a row each by day and hour, for A4 landscape: the same content as by leader. */
export const weekByEvent = (asked: WeekAsked): PaperPart[] => {
  const { shown, columns, district, reader } = asked
  const scoped = district.leaders.filter((each) =>
    inScope(district, each, columns.settings, shown.week),
  )
  const said = saidLines(shown, columns, district, reader).filter(({ line }) =>
    scoped.some(({ id }) => id === line.values[columns.who]),
  )
  const isNothing = ({ line, said: how }: SaidLine) =>
    how === 'full' && columns.nothing.includes(line.values[columns.what] ?? '')
  const events = eventsOf(
    said.filter((one) => !isNothing(one)),
    asked,
  )
  const rest = restOf(said.filter(isNothing), asked)
  return [
    ...weekHead(asked),
    {
      is: 'table',
      columns: [27, 31, 68, 41, 56, 30, 24],
      head: [{ cells: headings.map((text) => headCell(text)) }],
      rows:
        events.length > 0
          ? rowsOf(events, asked)
          : [{ cells: [cellOf('无', { columns: headings.length, align: 'center' })] }],
    },
    ...rest.map((text): PaperPart => ({ is: 'text', text, as: 'small' })),
    ...weekFoot(asked),
  ]
}

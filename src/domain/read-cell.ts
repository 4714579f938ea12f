import type { Field, FieldKind } from './field'
import { halfWidth } from './half-width'
import { readMailbox } from './mailbox'
import { findByName, foldName, type Named, whichOf } from './names'
import { isProblem, quote } from './problem'
import { type DayContext, readDay } from './read-day'
import { readSteps } from './read-steps'
import { readSpan, type Span } from './read-time'
import { readSetting } from './setting'
import { smallNumber } from './small-number'

/** What a cell is read against. */
export type CellContext = DayContext & {
  people?: readonly Named[]
  offices?: readonly Named[]
  leaders?: readonly Named[]
  /** The bodies (班子) leaders belong to. */
  bodies?: readonly string[]
  /** What stands in the column that says what this one is read as. */
  keyed?: string
  /** The value of this column in the row above, for a column that inherits it. */
  above?: string
}

/**
 * What a cell says: the value in its one form ('' when empty), how a free form was understood,
 * or what is wrong in words. `span` holds a time typed along with a day. Where a
 * cell decides who may read, `part` is what could be read of it.
 */
export type CellReading = {
  value?: string
  note?: string
  problem?: string
  span?: Span
  part?: string
}

type Reader = (field: Field, typed: string, context: CellContext) => CellReading

/** Reads what a cell shows into the value of its column; days `2024-11-20`, times `HH:mm`, ids. */
export function readCell(field: Field, shown: string, context: CellContext): CellReading {
  const typed = shown.trim()
  if (typed !== '' || field.kind === 'setting') return READERS[field.kind](field, typed, context)
  if (field.inherits !== 'above' || !context.above) return { value: '' }
  return { value: context.above, note: `${field.heading}同上一行` }
}

const READERS: Record<FieldKind, Reader> = {
  text: (_, typed) => ({ value: typed }),
  link: (_, typed) => ({ value: halfWidth(typed) }),
  mailbox: (_, typed) => readMailbox(typed),
  day: readDayCell,
  time: readTimeCell,
  moment: readMomentCell,
  number: readNumberCell,
  choice: readChoiceCell,
  flag: readFlagCell,
  person: (field, typed, { people = [] }) => readNames(field, typed, people, '人员表'),
  settingKey: (_, typed) => ({ value: typed }),
  setting: (_, typed, context) => readSetting(context.keyed ?? '', typed, context),
  office: (field, typed, { offices = [] }) => readNames(field, typed, offices, '单位表'),
  steps: (_, typed, context) => readSteps(typed, context),
  leader: (field, typed, { leaders = [] }) => readNames(field, typed, leaders, '领导名单'),
}

function readDayCell(field: Field, typed: string, context: CellContext): CellReading {
  const read = readDay(typed, context)
  if (isProblem(read)) return read
  const found: CellReading = { value: read.day }
  if (read.note !== undefined) found.note = read.note
  const rest = read.rest.replace(/^[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?/, '').trim()
  if (rest === '') return found
  const span = readSpan(rest)
  // Hours that are wrong are asked for: without them the line would stand at another hour.
  if (isProblem(span) && span.hours) return { ...found, problem: span.problem }
  if (isProblem(span)) return { ...found, note: joined(found.note, `${quote(rest)}未采用`) }
  if (!field.span) return { ...found, note: joined(found.note, `${quote(rest)}请填在时间列`) }
  return { ...found, span, note: joined(found.note, `${quote(rest)}按${saySpan(span)}理解`) }
}

function readTimeCell(field: Field, typed: string): CellReading {
  const span = readSpan(typed)
  if (isProblem(span)) return { problem: span.problem }
  if (span.from === undefined) return { problem: `${quote(typed)}没有钟点，请填如 09:00` }
  const value = span.from
  if (span.to !== undefined && !field.span)
    return { problem: `${quote(typed)}是一段时间，这里只填一个钟点，如 09:00` }
  const read = field.span && span.to !== undefined ? { value, span } : { value }
  return plainTime(typed) ? read : { ...read, note: `${quote(typed)}按${saySpan(span)}理解` }
}

function readMomentCell(_: Field, typed: string, context: CellContext): CellReading {
  const read = readDay(typed, context)
  if (isProblem(read)) return read
  const span = readSpan(read.rest)
  if (isProblem(span) || span.from === undefined || span.to !== undefined || span.beyond)
    return { problem: `${quote(typed)}要写明日期和钟点，请填如 2024年11月15日 12:00` }
  const value = `${read.day} ${span.from}`
  return read.note === undefined ? { value } : { value, note: read.note }
}

function readNumberCell(field: Field, typed: string): CellReading {
  const text = halfWidth(typed).replace(/[\s,，]/g, '')
  const figure = field.unit && text.endsWith(field.unit) ? text.slice(0, -field.unit.length) : text
  if (/^-?\d+(\.\d+)?$/.test(figure)) return { value: String(Number(figure)) }
  const counted = /^(.+?)[个人名次件项台辆桌场天家]?$/.exec(figure)?.[1] ?? ''
  const value = /^\d+$/.test(counted) ? Number(counted) : smallNumber(counted)
  if (value !== undefined) return { value: String(value), note: `${quote(typed)}按${value}理解` }
  return { problem: `${quote(typed)}不是数字，请填如 12` }
}

function readChoiceCell(field: Field, typed: string): CellReading {
  const read = each(field, typed, (one) => readChoice(field, one))
  if (!field.span || read.problem === undefined) return read
  const span = readSpan(typed)
  if (isProblem(span) || span.part === undefined) return read
  return { value: span.part, span, note: `${quote(typed)}按${saySpan(span)}理解` }
}

// √ for 是 is the custom and needs no telling.
function readFlagCell(field: Field, typed: string): CellReading {
  const { note: _, ...read } = readChoice(field, typed)
  return read
}

function readChoice({ choices, exact: isExact = false }: Field, typed: string): CellReading {
  if (choices.some(({ value }) => value === typed)) return { value: typed }
  const folded = foldName(typed)
  const same = (word: string) => foldName(word) === folded
  const exact = choices.find(({ value }) => same(value))
  if (exact) return { value: exact.value }
  const synonym = choices.find(({ synonyms }) => synonyms.some(same))
  // 同意（修改后再发） is no 同意.
  const like = isExact ? [] : choices.filter(({ value }) => starts(value, typed, folded))
  const near = synonym ? [synonym] : like
  const [one] = near
  if (one && near.length === 1)
    return { value: one.value, note: `${quote(typed)}按“${one.value}”理解` }
  const wanted = choices.map(({ value }) => value).join('、')
  return { problem: `${quote(typed)}不在可选项中，请填：${wanted}` }
}

// 会 for 会议, or 会议（视频）; not 上午和下午 for 上午.
function starts(value: string, typed: string, folded: string): boolean {
  if (foldName(value).startsWith(folded)) return true
  const text = halfWidth(typed)
  return text.startsWith(value) && /^[\s(,:;-]/.test(text.slice(value.length))
}

function readNames(
  field: Field,
  typed: string,
  people: readonly Named[],
  list: string,
): CellReading {
  return each(field, typed, (one) => {
    const match = findByName(people, one, { titles: true })
    if (match.found === 'one') return { value: match.one.id }
    if (match.found === 'several')
      return {
        problem: `${quote(one)}在${list}中有${match.several.length}个，请写明是哪一个：${whichOf(people, match.several)}`,
      }
    return { problem: `${quote(one)}不在${list}中，请按${list}填写全称` }
  })
}

function each(field: Field, typed: string, read: (one: string) => CellReading): CellReading {
  if (!field.many) return read(typed)
  const names = typed.split(/[、,，;；\n]/).map((one) => one.trim())
  const readings = names.filter((one) => one !== '').map(read)
  const wrong = readings.find(({ problem }) => problem !== undefined)
  if (wrong) return wrong
  const notes = readings.flatMap(({ note }) => note ?? [])
  const value = [...new Set(readings.map((reading) => reading.value))].join('、')
  return notes.length === 0 ? { value } : { value, note: notes.join('；') }
}

function saySpan({ part, from, to, beyond }: Span): string {
  if (from === undefined) return part ?? ''
  const rest = beyond === undefined ? '' : `（其余至次日${beyond}，请另填在次日）`
  return `${to === undefined ? from : `${from}—${to}`}${rest}`
}

function plainTime(typed: string): boolean {
  return /^\d{1,2}:\d{2}(\s*[-—–~]\s*\d{1,2}:\d{2})?$/.test(halfWidth(typed))
}

function joined(first: string | undefined, second: string): string {
  return first === undefined ? second : `${first}；${second}`
}

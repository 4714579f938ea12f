import { halfWidth } from './half-width'
import { minutesOf, timeFromMinutes } from './moment'
import { type Problem, quote } from './problem'
import { SMALL_NUMBER, smallNumber } from './small-number'

/** A half-day of the plan. */
export type Part = '上午' | '下午' | '晚上' | '全天'

/** When on its day something takes place; times are `HH:mm`, 24:00 is the end of the day. */
export type Span = {
  part?: Part
  from?: string
  to?: string
  /** The hour of the next day until which it goes on; only what is of its own day is kept. */
  beyond?: string
}

/** Why a text is no time; `hours` where hours were typed that cannot be right as they stand. */
export type SpanProblem = Problem & { hours?: true }

type Clock = { minutes: number; part?: Part; unsaid: boolean; next?: true }

const PARTS: readonly [Part, readonly string[]][] = [
  ['上午', ['上午', '早上', '早晨', '清晨', '凌晨', '早', '上']],
  ['下午', ['中午', '下午', '午后', '下']],
  ['晚上', ['傍晚', '晚上', '晚间', '夜间', '夜里', '深夜', '午夜', '半夜', '晚']],
  ['全天', ['全天', '全日', '整天', '一天']],
]
const PART_OF_WORD = new Map(PARTS.flatMap(([part, words]) => words.map((word) => [word, part])))
const WORD = `(?:${[...PART_OF_WORD.keys()].join('|')})`
const N = SMALL_NUMBER
const CLOCK = new RegExp(
  `^(?<word>${WORD})?\\s*(?:(?<hh>\\d{1,2})\\s*:\\s*(?<mm>\\d{2})(?::\\d{2})?|` +
    `(?<hour>${N})\\s*[点时][钟整]?\\s*(?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>${N})\\s*分?)?)$`,
)
const BARE_HOUR = new RegExp(`^(?<word>${WORD})?\\s*(?<hh>\\d{1,2})$`)
const TO = /\s*(?:[-—–~]+|[至到])\s*/
const NEXT_DAY = /^(?:次日|翌日|第二天|隔天)\s*/
const NOON = 12 * 60
const DAY_END = 24 * 60

/** The part of day and the times that were typed, such as 上午9点-11点 or 14:30至16:00. */
export function readSpan(typed: string): Span | SpanProblem {
  const text = plain(typed)
  const part = PART_OF_WORD.get(text)
  if (part) return { part }
  if (/^(?:上午[、和及]下午|下午[、和及]晚上)$/.test(text)) return { part: '全天' }
  const [start = '', end, more] = text.split(TO)
  const from = clockOf(start) ?? (end === undefined ? undefined : bareHourOf(start))
  const to = end === undefined ? undefined : clockOf(end)
  if (!from || more !== undefined || (end !== undefined && !to))
    return { problem: `${quote(typed)}不是时间，请填如 9:00-11:00 或 上午` }
  return spanOf(typed, from, to)
}

/** The half-day an hour belongs to: before 12:00 上午, before 18:00 下午, else 晚上. */
export function partOf(time: string): Part {
  const minutes = minutesOf(time)
  if (minutes < NOON) return '上午'
  return minutes < 18 * 60 ? '下午' : '晚上'
}

function plain(typed: string): string {
  return halfWidth(typed)
    .replace(/[―─]/g, '-')
    .replace(/[〜]/g, '~')
    .replace(/∶/g, ':')
    .trim()
    .replace(/^\(?(?:周|星期|礼拜)[一二三四五六日天]\)?[\s,]*/, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(WORD_APART, '$1$2')
    .replace(/(\d)\.(\d{2})(?!\d)/g, '$1:$2')
    .replace(/(?:开始|起|左右|结束|止)$/, '')
    .trim()
}

// 上午（9:00-11:00） and 上午：9:00.
const WORD_APART = new RegExp(`^(${WORD})\\s*[,:(]\\s*([^()]*)\\)?$`)

function clockOf(text: string): Clock | undefined {
  const own = text.replace(NEXT_DAY, '')
  const clock = clockWithinDay(own)
  return clock && own !== text ? { ...clock, unsaid: false, next: true } : clock
}

function clockWithinDay(text: string): Clock | undefined {
  const found = CLOCK.exec(text)?.groups
  if (!found) return undefined
  const { word, hh, mm, hour, half, quarter, minute } = found
  const hours = smallNumber(hh ?? hour ?? '')
  const minutes = half
    ? 30
    : quarter
      ? quarter === '一'
        ? 15
        : 45
      : smallNumber(mm ?? minute ?? '0')
  if (hours === undefined || minutes === undefined) return undefined
  // 3点 in an office may be either half-day; 3:00 is the 24-hour clock.
  const unsaid = word === undefined && hh === undefined && hours >= 1 && hours <= 5
  const clock = withPart(hours, minutes, word)
  // 晚上2点 is of the night after, or a slip for the afternoon.
  return { ...clock, unsaid: unsaid || (clock.part === '晚上' && hours >= 1 && hours <= 4) }
}

function bareHourOf(text: string): Clock | undefined {
  const { word, hh } = BARE_HOUR.exec(text)?.groups ?? {}
  const unsaid = word === undefined && Number(hh) >= 1 && Number(hh) <= 5
  return hh === undefined ? undefined : { ...withPart(Number(hh), 0, word), unsaid }
}

function withPart(hours: number, minutes: number, word: string | undefined) {
  const part = word === undefined ? undefined : PART_OF_WORD.get(word)
  const afternoon = part === '下午' || part === '晚上'
  const midnight = part === '晚上' && hours === 12
  const shift = midnight || (afternoon && hours < (word === '中午' ? 3 : 12)) ? 12 : 0
  const at = minutes > 59 ? Number.POSITIVE_INFINITY : (hours + shift) * 60 + minutes
  return part ? { minutes: at, part } : { minutes: at }
}

function spanOf(typed: string, from: Clock, to: Clock | undefined): Span | SpanProblem {
  const wrong = (text: string): SpanProblem => ({ problem: `${quote(typed)}${text}`, hours: true })
  if (from.unsaid) return wrong('请写明上午还是下午')
  if (from.next) return to ? wrong('的开始在次日，请填在次日') : untilNextDay(from)
  const end = to && endOf(from, to)
  if (from.minutes > DAY_END || (end ?? 0) > DAY_END)
    return wrong('里的钟点不存在，请填如 9:00-11:00')
  if (end !== undefined && end <= from.minutes)
    return wrong('的结束早于开始，请核对，填如 9:00-11:00')
  const start = timeFromMinutes(from.minutes)
  const part = from.part === '全天' || from.part === '晚上' ? from.part : partOf(start)
  if (end === undefined) return { part, from: start }
  const beyond = to && isNextDay(from, to) && to.minutes > 0 ? timeFromMinutes(to.minutes) : ''
  const span = { part, from: start, to: timeFromMinutes(end) }
  return beyond === '' ? span : { ...span, beyond }
}

// In a column for one hour 次日1:00 can only be an end: its own day ends before.
function untilNextDay({ minutes }: Clock): Span {
  const end = timeFromMinutes(DAY_END)
  const span: Span = { part: partOf(end), from: end }
  return minutes === 0 ? span : { ...span, beyond: timeFromMinutes(minutes) }
}

// 22:00-次日1:00, 晚上10点到凌晨1点; midnight may be written 0:00.
function isNextDay(from: Clock, to: Clock): boolean {
  if (to.next) return true
  if (to.minutes === 0) return from.minutes > 0
  return to.part === '上午' && from.part === '晚上'
}

// 下午2点-4点: the half-day is said once for both.
function endOf(from: Clock, to: Clock): number {
  if (isNextDay(from, to)) return DAY_END
  const carried = from.part !== undefined && to.part === undefined && from.minutes >= NOON
  if (carried && from.part === '晚上' && to.minutes === NOON) return DAY_END
  return carried && to.minutes < NOON ? to.minutes + NOON : to.minutes
}

import { addDays, type Day, sayDay, sayMonthDay } from './day'
import { type District, shortName } from './district'
import { dayOf } from './moment'
import { findByName } from './names'
import type { Ask, Waiting } from './task-state'
import { addWorkingDays, type Calendar, isWorkingDay, workingDaysBetween } from './working-days'

/** A request that days of waiting be confirmed, with its 编号. */
export type Waited = { id: string; ask: Ask; waiting: Waiting }

/** The waitings of a task among all that was asked for. */
export const waitingsOf = (asks: readonly { id: string; ask: Ask }[]): Waited[] =>
  asks.flatMap(({ id, ask }) =>
    ask.kind === '等待' && ask.waiting ? [{ id, ask, waiting: ask.waiting }] : [],
  )

/** Those that still go on: the office names the unit, and nobody took the request back. */
export const goingOn = (asks: readonly { id: string; ask: Ask }[]): Waited[] =>
  waitingsOf(asks).filter(({ ask, waiting }) => waiting.ended === '' && ask.lapsed === undefined)

const officeIn = (district: District, part: string): string | undefined => {
  const office = findByName(district.names.offices, part.replace(/(?:的)?(?:答复|回复)$/, ''))
  return office.found === 'one' ? office.one.id : undefined
}

/** Who is waited for, each by its 编号 where it is an office: a name written otherwise is no other one. */
export const unitsIn = (district: District, typed: string): string[] => {
  const named = typed
    .split(/[、,，;；\n]/)
    .map((part) => part.trim().replace(/^(?:等待|等候)(?=.{2})/, ''))
    .filter((part) => part !== '')
    .map(
      (part) => officeIn(district, part) ?? officeIn(district, part.replace(/^[等待]/, '')) ?? part,
    )
  return [...new Set(named)]
}

/** The later of two days. */
export const latest = (a: Day, b: Day): Day => (a > b ? a : b)

/** The day from which a waiting counts: the one typed, and never before it was first read. */
export const askedOn = ({ since, read }: Waiting): Day =>
  since === '' ? read : latest(since, read)

/** Who is waited for, as people call it. */
export const unitName = (district: District, unit: string): string =>
  shortName(district, unit) === unit
    ? unit.replace(/(?:的)?(?:答复|回复)$/, '')
    : shortName(district, unit)

/** 等待区财政局答复（第3个工作日）; the day of the asking is not counted. */
export const sayWait = (district: District, { ask, waiting }: Waited, today: Day): string => {
  const until = waiting.ended === '' ? today : waiting.ended
  const days = workingDaysBetween(district.calendar, askedOn(waiting), until)
  const when =
    askedOn(waiting) > today
      ? `自${sayMonthDay(askedOn(waiting))}起`
      : days < 1
        ? '今日提出'
        : `第${days}个工作日`
  const ended = waiting.ended === '' ? '' : `，${sayMonthDay(waiting.ended)}已不再等待`
  return `等待${unitName(district, ask.wish)}答复（${when}${ended}）`
}

/** All that a task waits for now; '' where it waits for nobody. */
export const sayWaiting = (
  district: District,
  asks: readonly { id: string; ask: Ask }[],
  today: Day,
): string =>
  goingOn(asks)
    .map((waited) => sayWait(district, waited, today))
    .join('；')

/** What a commissioner is asked to confirm, in words that hold from day to day. */
export const sayWaitAsk = (
  district: District,
  { ask, waiting }: Pick<Waited, 'ask' | 'waiting'>,
): string =>
  [
    `等待${unitName(district, ask.wish)}答复，自${sayDay(askedOn(waiting))}提出`,
    waiting.since !== '' && waiting.since < askedOn(waiting)
      ? `（填写的起始日期为${sayDay(waiting.since)}，提出之前的不计）`
      : '',
    waiting.old === true ? '，原版本已顺延的，审核之前照旧' : '',
    waiting.ended === '' ? '' : `，${sayDay(waiting.ended)}已不再等待`,
    '，请核定确认的起止日期',
  ].join('')

/** The day from which an answer is due; what an older version took for a waiting nobody was asked for before. */
export const answerFrom = ({ ask, waiting }: Waited): Day =>
  waiting.old === true ? latest(dayOf(ask.at), askedOn(waiting)) : askedOn(waiting)

/** The day by which an answer is due. */
export const answerDue = (calendar: Calendar, waited: Waited, days: number): Day =>
  addWorkingDays(calendar, answerFrom(waited), days)

/** The light of the unit that is asked: its answer is due so many working days after the asking. */
export const answerLight = (calendar: Calendar, asked: Day, days: number, today: Day): string => {
  const due = addWorkingDays(calendar, asked, days)
  if (today <= due) return `黄（请于${sayMonthDay(due)}前答复）`
  return `红（超过答复时限${workingDaysBetween(calendar, due, today)}个工作日）`
}

/** How many working days of a waiting were confirmed, and by which days: 11月20日—22日. */
export const sayConfirmed = (calendar: Calendar, { confirmed }: Waiting): string => {
  if (!confirmed) return ''
  const { from, to } = confirmed
  let days = 0
  for (let at = from; at <= to; at = addDays(at, 1)) if (isWorkingDay(calendar, at)) days++
  return `${sayMonthDay(from)}—${sayMonthDay(to)}，${days}个工作日`
}

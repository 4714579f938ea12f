import { askId, asksOf, isOpenAsk } from './ask'
import type { DecisionRule } from './capability'
import { addDays, type Day, sayDay } from './day'
import type { District } from './district'
import { isProblem } from './problem'
import { readDay } from './read-day'
import { isDay, type TaskProgress } from './task-progress'
import type { Waiting } from './task-state'
import { askedOn, goingOn, latest, unitName, unitsIn, type Waited, waitingsOf } from './waiting'
import { workingDaysBetween } from './working-days'

const noted = (step: TaskProgress, waited: Waited, change: Partial<Waiting>): void =>
  step.journal.set('asks', waited.id, {
    ...waited.ask,
    waiting: { ...waited.waiting, ...change },
  })

/** A waiting that the office no longer names: the days it lasted may still be confirmed, no later ones. */
const endWait = (step: TaskProgress, waited: Waited): void => {
  const { id, ask, waiting } = waited
  const { today, state } = step
  const stood = workingDaysBetween(
    step.district.calendar,
    addDays(askedOn(waiting), -1),
    addDays(today, -1),
  )
  if (isOpenAsk(ask) && waiting.old !== true && stood <= 0)
    step.journal.set('asks', id, { ...ask, lapsed: step.journal.at })
  else noted(step, waited, { ended: today })
  // The clock goes on from the day after.
  const next = addDays(today, 1)
  state.pauses = state.pauses.map((pause) =>
    pause.ask === id && pause.to > next ? { ...pause, to: latest(pause.from, next) } : pause,
  )
}

const askToWait = (step: TaskProgress, unit: string, waiting: Waiting): void => {
  const n = waitingsOf(asksOf(step.journal.state, step.id)).length + 1
  step.journal.set('asks', askId(step.id, '等待', n), {
    task: step.id,
    kind: '等待',
    n,
    at: step.journal.at,
    wish: unit,
    reason: '',
    waiting,
  })
}

/**
 * What the office says it waits for is a request (domain 2.2): no clock stops by it. Nobody asked
 * before the day on which it was first read.
 */
export const takeWaiting = (step: TaskProgress, who: string, typed: string | undefined): void => {
  const { today, district, state } = step
  const units = unitsIn(district, who).filter((unit) => unit !== state.office)
  const since = isDay(typed) ? typed : ''
  const running = goingOn(asksOf(step.journal.state, step.id))
  for (const waited of running) if (!units.includes(waited.ask.wish)) endWait(step, waited)
  for (const unit of units) {
    const waited = running.filter(({ ask }) => ask.wish === unit).pop()
    if (!waited) {
      askToWait(step, unit, { since, read: today, ended: '' })
      continue
    }
    goOnWaiting(step, waited, since)
  }
}

const goOnWaiting = (step: TaskProgress, waited: Waited, since: Day | ''): void => {
  const { ask, waiting } = waited
  const { today } = step
  const moved = since !== waiting.since
  if (isOpenAsk(ask)) {
    if (!moved || waiting.old === true) return
    step.journal.set('asks', waited.id, {
      ...ask,
      at: step.journal.at,
      waiting: { ...waiting, since },
    })
    return
  }
  const used = waiting.confirmed
  const goesOn =
    ask.decided?.yes === true && used !== undefined && today > used.to && step.state.claimed === ''
  if (!goesOn && !(ask.decided?.yes === false && moved)) return
  noted(step, waited, { ended: today })
  askToWait(step, ask.wish, { since, read: goesOn ? waiting.read : today, ended: '' })
}

/** A pause that an older version left open becomes such a request; what it stopped so far stays until decided. */
export const askForOldPauses = (step: TaskProgress): void => {
  const { state, today } = step
  const open = state.pauses.filter(({ to, why }) => to === '' && why.startsWith('待'))
  for (const pause of open) {
    const [unit = pause.why] = unitsIn(step.district, pause.why.slice(1))
    const n = waitingsOf(asksOf(step.journal.state, step.id)).length + 1
    askToWait(step, unit, {
      since: pause.from,
      read: latest(pause.from, state.assigned),
      ended: '',
      old: true,
    })
    state.pauses = state.pauses.map((each) =>
      each === pause
        ? { ...each, to: latest(pause.from, today), ask: askId(step.id, '等待', n) }
        : each,
    )
  }
}

const dayWords =
  /\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?|(?:\d{1,2}\s*月\s*)?\d{1,2}\s*[日号]/g

const dayIn = (word: string | undefined, near: Day): Day | undefined => {
  const read = word === undefined ? undefined : readDay(word, { near })
  return read === undefined || isProblem(read) ? undefined : read.day
}

/** The days a commissioner confirms: in their columns, or in the opinion where a workbook of before lacks these. */
export const confirmedDays = (
  { waitFrom, waitTo, opinion }: DecisionRule,
  v: Record<string, string>,
  near: Day,
): { from: string | undefined; to: string | undefined } => {
  const typed = { from: v[waitFrom], to: v[waitTo] }
  if (typed.from || typed.to) return typed
  const [first, last] = (v[opinion] ?? '').match(dayWords) ?? []
  const from = dayIn(first, near)
  return { from, to: from && (dayIn(last, from) ?? from) }
}

/** Why days of waiting can't be confirmed as they are typed, in words; '' where they can. */
export const whyNotConfirmed = (
  district: District,
  most: number,
  waiting: Waiting,
  typed: { from: string | undefined; to: string | undefined },
): string => {
  const { from, to } = typed
  if (!isDay(from) || !isDay(to))
    return '请在“确认自”“确认至”填写确认等待的起止日期；没有这两列的，写在“意见”里，如 11月20日至11月21日'
  if (to < from) return `“确认至”${sayDay(to)}早于“确认自”${sayDay(from)}`
  if (from < askedOn(waiting))
    return `“确认自”${sayDay(from)}早于提出之日${sayDay(askedOn(waiting))}，提出之前的不能确认`
  if (waiting.ended !== '' && to > waiting.ended)
    return `“确认至”${sayDay(to)}晚于${sayDay(waiting.ended)}，该日起已不再等待`
  const days = workingDaysBetween(district.calendar, addDays(from, -1), to)
  if (days === 0) return `${sayDay(from)}至${sayDay(to)}没有工作日，不需要确认`
  return days > most
    ? `${sayDay(from)}至${sayDay(to)}有${days}个工作日，一次最多确认${most}个，更长的请办延期`
    : ''
}

/** Confirms days of waiting, beside the very request; what an older version had stopped gives way to it. */
export const decideWaiting = (
  step: TaskProgress,
  { id, ask, waiting }: Waited,
  decided: { yes: boolean; by: string },
  days: { from: string | undefined; to: string | undefined },
): void => {
  const { state, journal } = step
  const { from, to } = days
  state.pauses = state.pauses.filter((pause) => pause.ask !== id)
  if (!decided.yes || !isDay(from) || !isDay(to)) return
  journal.set('asks', id, { ...ask, waiting: { ...waiting, confirmed: { from, to } } })
  state.pauses.push({
    from,
    to: addDays(to, 1),
    why: `等待${unitName(step.district, ask.wish)}答复`,
    ask: id,
    by: decided.by,
    at: journal.at,
  })
}

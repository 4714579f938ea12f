import { type Day, sayDay } from './day'
import { withRole } from './district'
import type { Register } from './register'
import type { Ask } from './state'
import { grantStep } from './take-steps'
import { asksOf, isOpenAsk } from './task'
import { isDraft } from './task-drafts'
import { isDay, type TaskProgress } from './task-progress'

type Values = Record<string, string>

const mayDecide = (step: TaskProgress, ask: Ask, by: string, commissioner: string): boolean => {
  const people =
    ask.kind === '异议' ? withRole(step.district, '统筹') : withRole(step.district, '督办专员')
  return by !== '' && (by === commissioner || people.some((person) => person.id === by))
}

/** Takes the decision a named person typed beside what was asked for; each is taken once. */
export const takeDecisions = (
  step: TaskProgress,
  valuesOf: (id: string, ask: Ask) => Values | undefined,
  decision: Register,
  commissioner: string,
): void => {
  const rule = decision.decides
  if (!rule) return
  for (const { id, ask } of asksOf(step.journal.state, step.id)) {
    const v = isOpenAsk(ask) ? valuesOf(id, ask) : undefined
    const word = v?.[rule.decision]
    if (!v || !word || !mayDecide(step, ask, v[rule.by] ?? '', commissioner)) continue
    const yes = word === '同意'
    const opinion = v[rule.opinion] ?? ''
    const decided = { yes, by: v[rule.by] ?? '', opinion, at: step.journal.at }
    step.journal.set('asks', id, { ...ask, decided })
    carryOut(step, ask, yes, opinion, v[rule.moveTo] || ask.wish)
  }
}

const grant = (step: TaskProgress, name: string | undefined, to: Day): void => {
  const from = step.state.due
  if (name === undefined) step.setDue(to)
  // A step that falls on the deadline is put off with it.
  grantStep(step, (each) => (name === undefined ? each.due === from : each.name === name), to)
}

const carryOut = (
  step: TaskProgress,
  ask: Ask,
  yes: boolean,
  opinion: string,
  moveTo: string,
): void => {
  const { state } = step
  if (ask.kind === '延期' && yes && isDay(ask.wish)) grant(step, ask.step, ask.wish)
  if (ask.kind === '核验' && yes) {
    state.over = '办结'
    state.overOn = state.claimed || step.today
  }
  if (ask.kind === '核验' && !yes) {
    state.returned += 1
    state.claimed = ''
  }
  if (ask.kind !== '异议') return
  step.resume('异议')
  if (!yes || moveTo === '' || moveTo === state.office) return
  const reason = [ask.reason, opinion].filter((text) => text !== '').join('；')
  state.moves.push({ from: state.office, to: moveTo, reason, at: step.journal.at })
  state.office = moveTo
  state.received = 0
}

/** What is asked for, in a sentence; of a draft its whole text. */
export const sayAsk = (ask: Ask, officeName: (id: string) => string): string => {
  if (isDraft(ask)) return ask.reason
  const reason = ask.reason === '' ? '' : `：${ask.reason}`
  if (ask.kind === '延期')
    return `${ask.step === undefined ? '申请' : `申请将节点“${ask.step}”`}延期至${isDay(ask.wish) ? sayDay(ask.wish) : ask.wish}${reason}`
  if (ask.kind === '核验') return `报告完成${reason}`
  return `提出异议${ask.wish ? `，建议由${officeName(ask.wish)}承办` : ''}${reason}`
}

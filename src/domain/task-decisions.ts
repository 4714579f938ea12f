import { asksOf, isOpenAsk } from './ask'
import { type AskTexts, askVerdict } from './ask-binding'
import { type Day, sayDay } from './day'
import type { Said, Verdict } from './decision'
import { type District, shortName } from './district'
import { issueNumber, type NumberedBy, sayDraft, whyNotNumbered } from './draft-number'
import { paperMark, whyNotRecorded } from './paper-decision'
import type { Register } from './register'
import { grantStep } from './take-steps'
import { type Lead, leadName } from './task'
import { isGivenByPrincipal, type Led, leadsIt, whyMayNot } from './task-deciders'
import { isDraft } from './task-drafts'
import { decideObjection } from './task-objection'
import { isDay, type TaskProgress } from './task-progress'
import type { Ask } from './task-state'
import { confirmedDays, decideWaiting, whyNotConfirmed } from './task-waiting'
import { askedOn, sayWaitAsk } from './waiting'

type Values = Record<string, string>

/** What was typed beside something asked for: the decision, its values as read, and the name as typed. */
export type Typed = { said: Said | undefined; values: Values; by: string }

/** What stands beside the decision on what is asked for about a task. */
export const askTexts = (
  district: District,
  task: { lead: Lead; what: string },
  ask: Ask,
): AskTexts => ({
  kind: ask.kind,
  what: `${leadName(task.lead)}：${task.what}`,
  asks: sayAsk(ask, district),
})

/** What comes of a decision that was typed: it binds the texts it stood beside, and may be taken. */
export const verdictOn = (
  task: DecidedTask,
  decision: Register,
  ask: Ask,
  typed: Typed | undefined,
): Verdict => {
  const what = task.led.values[task.register.deadline?.what ?? ''] ?? ''
  const texts = askTexts(task.district, { lead: task.led.lead, what }, ask)
  return askVerdict(decision, ask, texts, typed?.said, () => {
    const words = typed ? whyNotTaken(task, decision, ask, typed) : ''
    return words === '' ? undefined : { words }
  })
}

/** A task as a decision about it is judged by, with everything asked for and the day. */
export type DecidedTask = NumberedBy & { led: Led; office: string }

/**
 * Why a decision that was typed is not taken, in words for beside the row; '' where it is, and where
 * none was typed.
 */
const whyNotTaken = (
  { district, register, led, office, asks, on }: DecidedTask,
  decision: Register,
  ask: Ask,
  typed: Typed,
): string => {
  const rule = decision.decides
  const { values: v } = typed
  const word = v[rule?.decision ?? '']
  if (!rule || !word) return ''
  const by = { id: v[rule.by] ?? '', typed: typed.by }
  const { record, read = 0 } = typed.said ?? {}
  const refused = record
    ? whyNotRecorded(district, record, {
        item: '任务',
        put: ask.put?.at ?? ask.at,
        read,
        isApplicant: (person) => leadsIt(district, led, person),
      })
    : whyMayNot(district, register, led, ask.kind, by)
  if (refused !== '') return refused
  if (word !== '同意') return ''
  if (isDraft(ask)) {
    return whyNotNumbered({ district, register, asks, on }, ask, v[rule.number ?? ''] ?? '')
  }
  if (ask.kind === '等待' && ask.waiting) {
    const most = district.settings.number(`${register.deadline?.settings ?? ''}.waitConfirm`)
    const days = confirmedDays(rule, v, askedOn(ask.waiting))
    return whyNotConfirmed(district, most, ask.waiting, days)
  }
  if (ask.kind === '异议') {
    const to = v[rule.moveTo] || ask.wish
    if (to === '') return `请在“${decision.fields[rule.moveTo]?.heading ?? ''}”填写转交的单位`
    return to === office ? `${shortName(district, to)}就是现在的承办单位，请改填其他单位` : ''
  }
  const basis = register.fields[register.deadline?.basis ?? '']?.heading ?? ''
  const lacks = !led.values[register.deadline?.basis ?? '']
  return ask.kind === '核验' && basis !== '' && lacks && isGivenByPrincipal(district, register, led)
    ? `书记、区长交办的任务，请先在「${register.title}」的“${basis}”填写依据，再销号`
    : ''
}

/** Takes the decision a named person typed beside what was asked for; each is taken once. */
export const takeDecisions = (
  step: TaskProgress,
  typedOf: (id: string, ask: Ask) => Typed | undefined,
  decision: Register,
  led: Led,
): void => {
  const rule = decision.decides
  if (!rule) return
  const { district, register } = step
  for (const { id, ask } of asksOf(step.journal.state, step.id)) {
    const typed = isOpenAsk(ask) ? typedOf(id, ask) : undefined
    const word = typed?.values[rule.decision]
    const task = {
      district,
      register,
      led,
      office: step.state.office,
      asks: step.journal.state.asks,
      on: step.today,
    }
    if (!typed || !word || !verdictOn(task, decision, ask, typed).counts) continue
    const { values: v } = typed
    const record = typed.said?.record
    const by = record ? record.leader : (v[rule.by] ?? '')
    const yes = word === '同意'
    const opinion = v[rule.opinion] ?? ''
    const numbered = yes ? issueNumber(task, ask, v[rule.number ?? ''] ?? '') : {}
    const decided = { yes, by, opinion, at: step.journal.at, ...numbered, ...paperMark(record) }
    step.journal.set('asks', id, { ...ask, decided })
    const near = ask.waiting ? askedOn(ask.waiting) : step.today
    const days = confirmedDays(rule, v, near)
    carryOut(step, { ...ask, decided }, id, {
      yes,
      by,
      opinion,
      moveTo: v[rule.moveTo] || ask.wish,
      days,
    })
    // What it moved to begins anew there: nothing else asked here is decided by what stands beside it.
    if (step.state.office !== task.office) return
  }
}

const grant = (step: TaskProgress, name: string | undefined, to: Day): void => {
  const from = step.state.due
  if (name === undefined) step.setDue(to)
  // A step that falls on the deadline is put off with it.
  grantStep(step, (each) => (name === undefined ? each.due === from : each.name === name), to)
}

type Decided = {
  yes: boolean
  by: string
  opinion: string
  moveTo: string
  days: { from: string | undefined; to: string | undefined }
}

const carryOut = (step: TaskProgress, ask: Ask, id: string, decided: Decided): void => {
  const { state } = step
  const { yes } = decided
  if (ask.kind === '延期' && yes && isDay(ask.wish)) grant(step, ask.step, ask.wish)
  if (ask.kind === '核验' && yes) {
    state.over = '办结'
    state.overOn = state.claimed || step.today
    state.struckOn = step.today
  }
  if (ask.kind === '核验' && !yes) {
    state.returned += 1
    state.claimed = ''
  }
  if (ask.kind === '等待' && ask.waiting)
    decideWaiting(step, { id, ask, waiting: ask.waiting }, decided, decided.days)
  if (ask.kind === '异议') decideObjection(step, ask, decided)
}

/** What is asked for, in a word or two. */
export const sayKind = (district: District, { kind, wish }: Ask): string =>
  kind === '等待' ? `等待${shortName(district, wish)}答复` : kind

/** What is asked for, in a sentence; of a draft its whole text. */
export const sayAsk = (ask: Ask, district: District): string => {
  const officeName = (id: string): string => shortName(district, id)
  if (isDraft(ask)) return sayDraft(ask)
  if (ask.kind === '等待' && ask.waiting) return sayWaitAsk(district, { ask, waiting: ask.waiting })
  const reason = ask.reason === '' ? '' : `：${ask.reason}`
  if (ask.kind === '延期')
    return `${ask.step === undefined ? '申请' : `申请将节点“${ask.step}”`}延期至${isDay(ask.wish) ? sayDay(ask.wish) : ask.wish}${reason}`
  if (ask.kind === '核验') return `报告完成${reason}`
  return `提出异议${ask.wish ? `，建议由${officeName(ask.wish)}承办` : ''}${reason}`
}

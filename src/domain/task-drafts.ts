import { askId, isOpenAsk } from './ask'
import { pressing } from './dated-steps'
import { type Day, sayDay, sayMonthDay } from './day'
import { type Light, type LightFacts, lightOf } from './light'
import { dayOf } from './moment'
import { openText, textSaid } from './readers'
import type { TaskProgress } from './task-progress'
import { isDigestTime, type Rungs, rungsOf, workingDaysPast } from './task-rungs'
import type { Ask } from './task-state'

/** What a person issues about a task that is overdue: 督办单 to its office, 专报 to the principals. */
export type DraftKind = '督办单' | '专报'

const kinds: readonly { kind: DraftKind; after: (rungs: Rungs) => number }[] = [
  { kind: '督办单', after: ({ slip }) => slip },
  { kind: '专报', after: ({ report }) => report },
]

/** Whether what is asked for is that a draft be issued. */
export const isDraft = (ask: Ask): boolean => kinds.some(({ kind }) => kind === ask.kind)

/** What a draft says of its task, in words that may stand in a letter. */
export type DraftFacts = {
  what: string
  lead: string
  office: string
  commissioner: string
  progress: string
  tab: string
  /** A text of the row is warned: its steps are not named. */
  kept: boolean
  /** Whom it waits for, '' where it waits for nobody. */
  waiting: string
}

type Draft = { id: string; ask: Ask }

const draftsOf = (step: TaskProgress, kind: DraftKind): Draft[] => {
  const found: Draft[] = []
  for (let n = 1; ; n++) {
    const id = askId(step.id, kind, n)
    const ask = step.journal.state.asks.get(id)
    if (!ask) return found
    found.push({ id, ask })
  }
}

const stands = ({ state }: TaskProgress, light: Light): boolean =>
  state.over === '' && state.claimed === '' && light.colour === '红'

/** A draft whose reason is gone before it was issued lapses; nobody can issue it any more. */
export const lapseDrafts = (step: TaskProgress, facts: LightFacts): void => {
  const light = lightOf(facts)
  for (const { kind } of kinds) {
    for (const { id, ask } of draftsOf(step, kind)) {
      if (!isOpenAsk(ask) || (stands(step, light) && ask.wish === pressing(step.state).due))
        continue
      step.journal.set('asks', id, { ...ask, lapsed: step.journal.at })
    }
  }
}

const bare = (text: string): string => openText(text).replace(/[。；，、\s]+$/, '')

const sayProgress = ({ progress }: DraftFacts, noted: Day | ''): string =>
  progress === '' ? '未填报' : `${bare(progress)}${noted === '' ? '' : `（${sayMonthDay(noted)}）`}`

const slipText = (step: TaskProgress, id: string, about: DraftFacts, late: string): string =>
  [
    `督办单（${id}）`,
    `：${about.office}：${step.id}“${bare(about.what)}”由${about.lead}牵头，${late}`,
    `。最新进展：${sayProgress(about, step.state.noted)}`,
    `。请抓紧办理，在“${about.tab}”填报进展和预计办结时间；已办结的，填写完成情况`,
    about.commissioner === '' ? '。' : `。督办专员：${about.commissioner}。`,
  ].join('')

const reportText = (step: TaskProgress, id: string, about: DraftFacts, late: string): string => {
  const slip = draftsOf(step, '督办单').find(
    ({ ask }) => ask.wish === pressing(step.state).due && ask.decided?.yes,
  )?.ask.decided
  return [
    `专报（${id}）`,
    `：${step.id}“${bare(about.what)}”由${about.lead}牵头、${about.office}承办，`,
    `${sayDay(step.state.assigned)}交办，${late}`,
    slip ? `；${sayDay(dayOf(slip.at))}已发督办单` : '',
    `。最新进展：${sayProgress(about, step.state.noted)}。请阅示。`,
  ].join('')
}

const textOf = (
  step: TaskProgress,
  kind: DraftKind,
  id: string,
  about: DraftFacts,
  light: Light,
): string => {
  const { due, step: name } = pressing(step.state)
  const of = name === '' ? '完成' : `节点“${bare(textSaid(about.kept, name))}”的`
  const moved = light.due === '' || light.due === due ? '' : `（时限顺延至${sayDay(light.due)}）`
  const waits = about.waiting === '' ? '' : `，${bare(about.waiting)}`
  const late = `${of}时限为${due === '' ? '' : sayDay(due)}${moved}，截至${sayDay(step.today)}已逾期${light.overdue}天${waits}`
  return kind === '督办单' ? slipText(step, id, about, late) : reportText(step, id, about, late)
}

/**
 * Draws up what a person may issue, once for a deadline, on a working day at the hour of the digest;
 * what has not been issued yet says how things stand.
 */
export const drawDrafts = (step: TaskProgress, facts: LightFacts, about: DraftFacts): void => {
  const light = lightOf(facts)
  const { journal, state, district } = step
  if (!stands(step, light) || state.office === '') return
  const rungs = rungsOf(district, step.register)
  const past = workingDaysPast(facts)
  const { due } = pressing(state)
  for (const { kind, after } of kinds) {
    const drafts = draftsOf(step, kind)
    const known = drafts.find(({ ask }) => ask.wish === due && ask.lapsed === undefined)
    const ripe = past >= after(rungs) && isDigestTime({ district, now: journal.at })
    if (known ? !isOpenAsk(known.ask) : !ripe) continue
    const n = known?.ask.n ?? drafts.length + 1
    const id = askId(step.id, kind, n)
    const reason = textOf(step, kind, id, about, light)
    const at = known?.ask.at ?? journal.at
    const { put, was } = known?.ask ?? {}
    const shown = { ...(put ? { put } : {}), ...(was ? { was } : {}) }
    journal.set('asks', id, { task: step.id, kind, n, at, wish: due, reason, ...shown })
  }
}

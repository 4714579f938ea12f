import { askId, isOpenAsk } from './ask'
import { pressing } from './dated-steps'
import type { DraftContent } from './draft-content'
import { draftText } from './draft-text'
import { type Light, type LightFacts, lightOf } from './light'
import { dayOf } from './moment'
import { textSaid } from './readers'
import type { TaskProgress } from './task-progress'
import { isDigestTime, isTypedPast, type Rungs, rungsOf, workingDaysPast } from './task-rungs'
import type { Ask } from './task-state'

/**
 * What a person issues about a task that is overdue: 督办单 to its office, for a peer 沟通提示 to
 * whoever decides instead, 专报 to the principals.
 */
export type DraftKind = '督办单' | '专报' | '沟通提示'

const kinds: readonly {
  kind: DraftKind
  after: (rungs: Rungs) => number
  /** Whether it is drawn up for a peer, where that matters. */
  peer?: boolean
}[] = [
  { kind: '督办单', after: ({ slip }) => slip, peer: false },
  { kind: '沟通提示', after: ({ slip }) => slip, peer: true },
  { kind: '专报', after: ({ report }) => report },
]

/** Whether something is a draft that a person issues. */
export const isDraftKind = (kind: Ask['kind']): kind is DraftKind =>
  kinds.some((each) => each.kind === kind)

/** Whether what is asked for is that a draft be issued. */
export const isDraft = (ask: Ask): boolean => isDraftKind(ask.kind)

/** What a draft is told of its task beside its state, in words that may be read. */
export type DraftFacts = Pick<
  DraftContent,
  | 'what'
  | 'source'
  | 'giver'
  | 'urgency'
  | 'lead'
  | 'helpers'
  | 'organ'
  | 'commissioner'
  | 'progress'
  | 'waiting'
  | 'trouble'
> & {
  /** The office that carries it, in short. */
  office: string
  tab: string
  /** A text of the row is warned: its steps are not named. */
  kept: boolean
  /** It is a peer of those who supervise. */
  peer: boolean
  /** What the row says, for the steps it takes. */
  values: Record<string, string>
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

const contentOf = (
  step: TaskProgress,
  about: DraftFacts,
  light: Light,
  past: number,
): DraftContent => {
  const { office: _, tab: __, kept, peer: ___, values: ____, ...told } = about
  const { state } = step
  const { due, step: name } = pressing(state)
  const slip = draftsOf(step, '督办单').find(({ ask }) => ask.wish === due && ask.decided?.yes)?.ask
    .decided
  return {
    ...told,
    task: step.id,
    asOf: step.today,
    office: state.office,
    assigned: state.assigned,
    due,
    step: textSaid(kept, name),
    original: state.extensions.length > 0 ? state.original : '',
    extended: state.extensions.length,
    moved: light.due === due ? '' : light.due,
    noted: state.noted,
    overdue: light.overdue,
    past,
    steps: (state.steps ?? []).map((each) => ({
      name: textSaid(kept, each.name),
      due: each.due,
      done: each.done,
    })),
    ...(slip ? { slip: { on: dayOf(slip.at), number: slip.number ?? '' } } : {}),
  }
}

const without = (step: TaskProgress, kind: DraftKind): void => {
  for (const { id, ask } of draftsOf(step, kind)) {
    if (isOpenAsk(ask)) step.journal.set('asks', id, { ...ask, lapsed: step.journal.at })
  }
}

/**
 * Draws up what a person may issue, once for a deadline, on a working day at the hour of the digest;
 * what has not been issued yet says how things stand.
 */
export const drawDrafts = (step: TaskProgress, lit: LightFacts, about: DraftFacts): void => {
  const light = lightOf(lit)
  const { journal, state, district } = step
  if (!stands(step, light) || state.office === '' || isTypedPast(state, step.today)) return
  const rungs = rungsOf(district, step.register, about.values)
  const past = workingDaysPast(lit)
  const { due } = pressing(state)
  for (const { kind, after, peer } of kinds) {
    if (peer !== undefined && peer !== about.peer) {
      without(step, kind)
      continue
    }
    const drafts = draftsOf(step, kind)
    const known = drafts.find(({ ask }) => ask.wish === due && ask.lapsed === undefined)
    const ripe = past >= after(rungs) && isDigestTime({ district, now: journal.at })
    if (known ? !isOpenAsk(known.ask) : !ripe) continue
    const n = known?.ask.n ?? drafts.length + 1
    const id = askId(step.id, kind, n)
    const facts = contentOf(step, about, light, past)
    const reason = draftText(kind, facts, about)
    const at = known?.ask.at ?? journal.at
    const { put, was } = known?.ask ?? {}
    const shown = { ...(put ? { put } : {}), ...(was ? { was } : {}) }
    journal.set('asks', id, { task: step.id, kind, n, at, wish: due, facts, reason, ...shown })
  }
}

import { isOpenAsk } from './ask'
import { judgeDecision, type Refuse, type Said, textHash, type Verdict } from './decision'
import type { Journal } from './event'
import type { Moment } from './moment'
import type { Register } from './register'
import type { Ask, Shown } from './task-state'

/** The texts of a line that waits for a decision, by the columns they stand in. */
export type AskTexts = { kind: string; what: string; asks: string }

/** How much of a text is kept, for it to be said what has changed. */
const kept = 60

const shownNow = (decision: Register, texts: AskTexts, at: Moment): Shown => {
  const parts = (decision.binds?.beside ?? []).map((key) => texts[key as keyof AskTexts])
  return { hash: textHash(parts), at, parts: parts.map((part) => part.slice(0, kept)) }
}

/** Notes what the tick puts beside the decision on each open ask, when it is another text than before. */
export const noteShown = (
  journal: Journal,
  decision: Register,
  asks: { id: string; ask: Ask }[],
  textsOf: (ask: Ask) => AskTexts,
): void => {
  for (const { id, ask } of asks.filter((each) => isOpenAsk(each.ask))) {
    const put = shownNow(decision, textsOf(ask), journal.at)
    if (ask.put?.hash === put.hash) continue
    journal.set('asks', id, { ...ask, put, ...(ask.put ? { was: ask.put } : {}) })
  }
}

/** What was decided about an ask on its line; it binds the text of that line as it stands now. */
export const askVerdict = (
  decision: Register,
  ask: Ask,
  texts: AskTexts,
  said: Said | undefined,
  refuse: Refuse,
): Verdict => {
  const { hash } = shownNow(decision, texts, ask.at)
  // Until the tick has put the text there nobody can have decided on it.
  const at = ask.put && ask.put.hash !== hash ? Number.POSITIVE_INFINITY : (ask.put?.at ?? ask.at)
  return judgeDecision(decision, said, { hash, at }, refuse)
}

import type { Day } from './day'

/** A step of a task as a paper says it. */
export type StepFact = { name: string; due: Day; done: Day | '' }

/**
 * What a paper about a task says of it (督办单, 专报, 沟通提示, 交办通知单): facts with their days, in
 * words that may be read by those it is issued to. What ought to be done about it is no part of it: a
 * person writes that.
 */
export type DraftContent = {
  task: string
  /** The day on which it stood so. */
  asOf: Day
  what: string
  /** 交办依据: the kind of source, its name and day; and who gave it. */
  source: string
  giver: string
  urgency: string
  lead: string
  /** The office that carries it, and those that help, by 编号. */
  office: string
  helpers: string[]
  /** The office that issues. */
  organ: string
  commissioner: string
  assigned: Day
  /** The deadline it is late by: of the step named, else of the whole. */
  due: Day | ''
  step: string
  original: Day | ''
  extended: number
  /** The day the deadline was put off to by waiting, '' where it was not. */
  moved: Day | ''
  progress: string
  noted: Day | ''
  /** Calendar days and working days past the deadline. */
  overdue: number
  past: number
  waiting: string
  /** The unit's own words. */
  trouble: string
  steps: StepFact[]
  /** A 督办单 for the same deadline that was issued before: when, and its 文号. */
  slip?: { on: Day; number: string }
}

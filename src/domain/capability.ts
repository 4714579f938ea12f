import type { Binding } from './decision'

/** A duty to hand in once a week: which columns say for when, for whom and what (design: `submission`). */
export type Submission<K extends string = string> = {
  /** Settings that start with this word hold cut-off, reminder, feedback, grace and scope. */
  settings: string
  week: K
  who: K
  day: K
  what: K
  /** The script's column that says which weekday the day is, if there is one. */
  weekday?: K
  /** What an office writes for a leader with nothing planned. */
  nothing: readonly string[]
  /** Title of the consolidated table, after the district's name. */
  title: string
  /** What is handed in, in a word or two; the title of the tab when absent. */
  called?: string
}

/** Two engagements that can't both take place (`clash`). */
export type ClashRule<K extends string = string> = {
  who: K
  day: K
  part: K
  from: K
  to: K
  place: K
  what: K
  /**
   * Values of a column that mean the leader is away, and those that do only where `away.area` is 区:
   * out of the district, but not of its city.
   */
  away?: { field: K; values: readonly string[]; near?: readonly string[] }
}

/** What a named person issues (`approval`): the columns that stand in the consolidated table. */
export type Approval<K extends string = string> = {
  settings: string
  item: string
  shown: readonly K[]
  /** Of these, what is said in brackets after an entry, such as place and manner. */
  around?: readonly K[]
  /** The tab that shows the consolidated table; the title of the register and 一览 when absent. */
  sheet?: string
}

/** Who may read a row (`sensitivity`). */
export type Sensitivity<K extends string = string> = {
  audience: K
  /** The value that keeps a row inside its own office. */
  own: string
  /** Columns in which people look for a telephone number: a mobile there is kept out by itself. */
  phones?: readonly K[]
  /** The flag by which a person confirms a warned text. */
  confirmed: K
}

/** What is not done goes on to the next week (`carryOver`). */
export type CarryOver<K extends string = string> = {
  outcome: K
  again: readonly string[]
  count: K
  /** Columns that are not copied. */
  blank: readonly K[]
}

/**
 * Changes after issue (`adjustment`): those of the columns `told`, and to or from 外出, are told with
 * their reason; others that stand in the table are recorded only.
 */
export type Adjustment<K extends string = string> = {
  told: readonly K[]
  reason: K
  cancelled: { field: K; value: string }
  /** Columns that name further offices a change touches. */
  touches: readonly K[]
}

/** The columns of a hand-in line: one line a week and attempt. */
export type HandIn<K extends string = string> = {
  of: string
  week: K
  attempt: K
  done: K
  by: K
  cutoff: K
  /** Tells the lines of its register from others' where registers share a tab (companions). */
  mark?: string
}

/** A row that somebody has to finish by a day, and somebody else strikes off (`deadline`). */
export type DeadlineRule<K extends string = string> = {
  what: K
  /** A person or an office. */
  lead: K
  assigned: K
  due: K
  responsible: K
  helpers: K
  commissioner: K
  every: K
  stopped: K
  urged: K
  /** The leader who gave it, and the basis on which it may be struck off (批准依据). */
  giver: K
  basis: K
  /** Where it comes from: the kind of source, its name and day; how urgent it is. */
  source?: readonly K[]
  urgency?: { field: K; values: readonly string[] }
  /** Where whoever entered it records for an office without a desk (代为登记). */
  proxy?: { received: K; progress: K; noted: K; done: K; by: K }
  /** Values of a column that let the second step upwards go together with the first (特急). */
  pressing?: { field: K; values: readonly string[] }
  /** Values of a column that mean a level above set the deadline typed: the inner one lies before it. */
  above?: { field: K; values: readonly string[] }
  /** Values of a column that mean a row needs no deadline. */
  lasting?: { field: K; values: readonly string[] }
  /**
   * Values of a column that mean a row is due anew each calendar quarter: the column in which the
   * next row names the one it follows, and those it does not take over.
   */
  quarterly?: { field: K; values: readonly string[]; origin: K; blank: readonly K[] }
  /** Settings that start with this word hold how many days are near, and the alarm without a day. */
  settings: string
}

/** A deadline as it is claimed: what the register has no column for is left out. */
export type DeadlineClaim<K extends string = string> = Pick<
  DeadlineRule<K>,
  'what' | 'lead' | 'due' | 'settings'
> &
  Partial<DeadlineRule<K>>

/** The columns by which those who carry a task report on it. */
export type FeedbackRule<K extends string = string> = {
  of: string
  role: K
  received: K
  receivedBy: K
  progress: K
  noted: K
  done: K
  doneNote: K
  proposed: K
  extend: K
  extendWhy: K
  objection: K
  objectTo: K
  waitFor: K
  waitSince: K
  /** What else the lead says that whoever verifies has before him. */
  beside?: readonly K[]
  /** The script's column that shows the steps (节点), and the one in which those done are named. */
  steps: K
  stepsDone: K
}

/** The columns by which a named person decides what is asked for. */
export type DecisionRule<K extends string = string> = {
  of: string
  decision: K
  by: K
  opinion: K
  moveTo: K
  /** The 文号 a paper is issued under. */
  number?: K
  /** Of a waiting: the days that are confirmed. */
  waitFrom: K
  waitTo: K
}

export type Capabilities<K extends string = string> = {
  submission?: Submission<K>
  clash?: ClashRule<K>
  approval?: Approval<K>
  sensitivity?: Sensitivity<K>
  carryOver?: CarryOver<K>
  adjustment?: Adjustment<K>
  handIn?: HandIn<K>
  /** Read by the coordinator: the columns shown at 各办意见. */
  suggestion?: readonly K[]
  deadline?: DeadlineRule<K | ''>
  /** Whoever is given a row says that it has arrived: 签收. */
  receipt?: true
  /** The column of a row's steps (节点), each with a day of its own; needs a deadline. */
  steps?: K
  feedback?: FeedbackRule<K>
  decides?: DecisionRule<K>
  /** A named person decides on rows the tick made: the decision binds the text it stands beside. */
  binds?: Binding<K>
}

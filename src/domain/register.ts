import type { Capabilities, DeadlineClaim } from './capability'
import type { Field } from './field'

/** The columns of a register, by identifier, in the order of the sheet. */
export type Fields = Record<string, Field>

const noColumns = {
  assigned: '',
  responsible: '',
  helpers: '',
  commissioner: '',
  every: '',
  stopped: '',
  urged: '',
  giver: '',
  basis: '',
} as const

/** A register (台账) as it is written down: reads like the regulation. */
export type Declaration<K extends string> = Capabilities<K> & {
  id: string
  /** Name of its tab. */
  title: string
  home: 'desk' | 'control'
  /** `people`: rows are typed by people; `script`: rows are made by the tick, people fill some cells. */
  rows: 'people' | 'script'
  /** Kinds of post desk (岗位工作台) at which the tab stands too, such as 督办台. */
  posts?: readonly string[]
  /** Numbers rows in the national form, 安区督〔2024〕1号: the word of the register. */
  serial?: string
  /** Columns that identify a row; the column `id` (编号) when absent. */
  key?: readonly K[]
  /** The column a line of the tab cannot do without to be a line at all; blank there means blank line. */
  fields: Record<K, Field>
  /** The column in which the script says how a row stands, if there is one. */
  state?: K
  /** How the state of a row begins of which nothing is asked any more: what waits stands above such rows. */
  rests?: readonly string[]
  /** The column in which somebody notes having been in touch about a row (已催). */
  chased?: K
  /** The column by whose day rows stand, the newest above. */
  newest?: K
  /** The column where a clerk reads what must be mended. */
  returned?: K
  /** The column in which the script says what of a row it cannot read. */
  mend?: K
  /** What cannot be read keeps what was last understood: what the house lives by never falls to a default. */
  keepsGood?: true
}

export type Register = Declaration<string>

/**
 * Declares a register.
 *
 * @throws at declaration when two columns share a heading, a deadline comes without a serial, steps
 * without a deadline, or the lead is a column that can't name one person or office.
 */
export const defineRegister = <F extends Fields>(
  declaration: Omit<Declaration<NoInfer<keyof F & string>>, 'fields' | 'deadline'> & {
    fields: F
    deadline?: DeadlineClaim<NoInfer<keyof F & string>>
  },
): Declaration<keyof F & string> => {
  const seen = new Map<string, string>()
  for (const [key, field] of Object.entries<Field>(declaration.fields)) {
    for (const heading of [field.heading, ...field.aliases]) {
      const other = seen.get(heading)
      if (other !== undefined) {
        throw new Error(
          `${declaration.id}: the heading ${heading} is claimed by ${other} and ${key}; give each column its own`,
        )
      }
      seen.set(heading, key)
    }
  }
  const { deadline, ...rest } = declaration
  if (deadline === undefined) {
    if (rest.steps !== undefined)
      throw new Error(`${rest.id}: steps have days within a deadline; claim a deadline as well`)
    return rest
  }
  if (rest.serial === undefined) {
    throw new Error(
      `${rest.id}: what has a deadline is known everywhere by its 编号; give the word of its numbers (serial)`,
    )
  }
  const lead = rest.fields[deadline.lead]
  if (lead && (lead.many || !['text', 'person', 'office', 'leader'].includes(lead.kind))) {
    throw new Error(
      `${rest.id}: ${lead.heading} can't name who leads; one person, office or leader, or a text`,
    )
  }
  return { ...rest, deadline: { ...noColumns, ...deadline } }
}

/** What is handed in, in a word or two. */
export const calledOf = (plan: Register): string => plan.submission?.called ?? plan.title

/** What is handed in, in full: 领导周工作计划. */
export const itemOf = (plan: Register): string => plan.approval?.item ?? calledOf(plan)

/** The tab that shows the consolidated table of a register. */
export const sheetOf = (plan: Register): string => plan.approval?.sheet ?? `${plan.title}一览`

/** The column that says which week a row is of, where rows are of a week. */
export const weekColumn = ({ submission, handIn }: Register): string | undefined =>
  submission?.week ?? handIn?.week

type Keys = { typed: readonly string[]; script: readonly string[] }

// Asked for each row of each tab.
const keys = new WeakMap<Register, Keys>()

const keysOf = (register: Register): Keys => {
  const before = keys.get(register)
  if (before) return before
  const all = Object.keys(register.fields)
  const isComputed = (key: string): boolean => register.fields[key]?.computed === true
  const made = {
    typed: all.filter((key) => !isComputed(key)),
    script: all.filter(isComputed),
  }
  keys.set(register, made)
  return made
}

/** The identifiers of the columns that people may type in. */
export const typedKeys = (register: Register): readonly string[] => keysOf(register).typed

/** The identifiers of the columns that belong to the script. */
export const scriptKeys = (register: Register): readonly string[] => keysOf(register).script

import type { WatchedClash } from './clash-watch'
import type { Person } from './district'
import type { Duty } from './duty'
import type { Saying } from './letter'
import type { Moment } from './moment'
import type { Letter } from './outbox-letter'
import type { Notice } from './published'
import type { State } from './state'
import type { Task } from './task'
import type { TaskList } from './task-letters'
import type { WeeklyRegisters } from './weekly'

/** The headings a matter may stand under, most pressing first (domain 2.10, default). */
export const ranks = [
  'overdue',
  'today',
  'returned',
  'decide',
  'mend',
  'near',
  'unset',
  'receipt',
  'new',
  'going',
  'done',
] as const

export type Rank = (typeof ranks)[number]

/** What a matter is about, for the pages that may say more of it than a letter. */
export type About =
  | { is: 'duty'; duty: Duty; registers: WeeklyRegisters; state: DutyMatter }
  | {
      is: 'unexplained'
      registers: WeeklyRegisters
      id: string
      leader: string
      kind: string
      told: boolean
    }
  | { is: 'clash'; registers: WeeklyRegisters; clash: WatchedClash }
  | { is: 'notice'; registers: WeeklyRegisters; notice: Notice }
  | { is: 'task'; task: Task; list: TaskList; as: TaskMatter }
  | { is: 'cover'; leader: string; days: string }
  | { is: 'letter' }

/** How the plan of a week stands with its office. */
export type DutyMatter = 'done' | 'missed' | 'returned' | 'late' | 'due' | 'open'

/** How a task stands with those who carry it, who help, who watch over it, and who are waited for. */
export type TaskMatter =
  | { role: 'lead'; state: LeadMatter }
  | { role: 'help'; office: string; state: 'unsigned' | 'new' | 'going' }
  | { role: 'asked'; ask: string }
  | { role: 'objection'; ask: string }
  | { role: 'decide'; asks: string[] }
  | { role: 'unsigned'; offices: { office: string; helps: boolean; days: number }[] }
  | { role: 'watch'; state: 'overdue' | 'unset' | 'ownerless' }

export type LeadMatter =
  | 'overdue'
  | 'today'
  | 'near'
  | 'unsigned'
  | 'new'
  | 'unset'
  | 'claimed'
  | 'going'

/**
 * One row in one state, of which somebody has to know: 本办待办, 今日提醒 and the letters that leave by
 * themselves are made from the same list of them. `row` and `state` together name it; nobody is told
 * the same one twice on one day.
 */
export type Matter = {
  row: string
  state: string
  rank: Rank
  /** Calendar days overdue, for the order under its heading. */
  late: number
  /** Whose digest it stands in, by 编号; nobody's where it only stands at the desk. */
  persons: string[]
  /** The offices at whose desk it stands. */
  desks: string[]
  /** As a letter says it: numbers and names that anybody may read, never a plan line. */
  line: Saying
  about: About
  /** It is brought to a person once, and not every day until it is done. */
  once?: true
  /** It waits for a decision of those it is for. */
  decides?: true
  /** What the key of a letter ended in with which an older version told of it. */
  formerly?: string
}

/** People by their 编号, each once. */
export const ids = (people: readonly Person[]): string[] => [...new Set(people.map(({ id }) => id))]

/** What names a matter: its row and the state it is in. */
export const matterKey = ({ row, state }: Pick<Matter, 'row' | 'state'>): string =>
  state === '' ? row : `${row}|${state}`

/** Most pressing first, then most delayed; otherwise in the order given. */
export const byPress = (
  a: Pick<Matter, 'rank' | 'late'>,
  b: Pick<Matter, 'rank' | 'late'>,
): number => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || b.late - a.late

/** Of several matters of one row the most pressing one: a row is one line, and counts once. */
export const oncePerRow = (matters: readonly Matter[]): Matter[] => {
  const first = new Map<string, Matter>()
  for (const matter of [...matters].sort(byPress))
    if (!first.has(matter.row)) first.set(matter.row, matter)
  return [...first.values()]
}

/** The matters of a person, each row once. */
export const ofPerson = (matters: readonly Matter[], { id }: Person): Matter[] =>
  oncePerRow(matters.filter(({ persons }) => persons.includes(id)))

/** The matters of a desk, each row once. */
export const ofDesk = (matters: readonly Matter[], office: string): Matter[] =>
  oncePerRow(matters.filter(({ desks }) => desks.includes(office)))

const stands = (state: string): boolean => state !== 'withdrawn' && state !== 'failed'

/** Who was told of which matter, and when last. */
export type Told = ReadonlyMap<string, ReadonlyMap<string, Moment>>

/** What people were told of, by letters of any kind that went out or wait to. */
export const toldIn = (letters: Iterable<Letter>): Told => {
  const told = new Map<string, Map<string, Moment>>()
  for (const { person, state, at, tells = [] } of letters) {
    if (tells.length === 0 || !stands(state)) continue
    const own = told.get(person) ?? new Map<string, Moment>()
    told.set(person, own)
    for (const key of tells) own.set(key, Math.max(at, own.get(key) ?? 0))
  }
  return told
}

/** Whether an older version told a person of a matter, by a letter of its own. */
export const wasToldFormerly = (
  { letters }: Pick<State, 'letters'>,
  person: string,
  formerly: string | undefined,
): boolean => {
  const letter = formerly === undefined ? undefined : letters.get(`${person}|${formerly}`)
  return letter !== undefined && stands(letter.state)
}

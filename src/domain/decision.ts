import type { District } from './district'
import { fingerprint } from './fingerprint'
import type { Moment } from './moment'
import { type PaperColumns, type PaperRecord, recordOn } from './paper-decision'
import type { Register } from './register'
import type { KnownRow } from './state'
import { understand } from './understand'

/**
 * Where a named person decides on a row that the tick made (`binds`): the cell of the decision, who
 * decides, and the script's columns the decision stands beside.
 */
export type Binding<K extends string = string> = {
  decision: K
  by?: K
  opinion?: K
  beside: readonly K[]
  /** Where it is recorded for a leader who gave it on paper, in person or by telephone. */
  paper?: PaperColumns<K>
}

/** Marks of the script on a row: the text a decision stood beside, and when it was read there. */
export const besideMark = '~beside'
export const readMark = '~read'

/** The text a row shows and when the tick put it there; what it was before is known by whoever asks. */
export type Put = { hash: string; at: Moment }

/** What a person typed on a row, and the text it stood beside. */
export type Said = {
  /** The decision as it was understood, '' where it cannot be read. */
  decision: string
  /** The decision, and who decides, as typed. */
  typed: string
  typedBy: string
  /** Who decides, by 编号; '' where nobody is named or nobody is known by that name. */
  by: string
  opinion: string
  beside: string
  read: Moment
  /** Of one that was recorded for a leader. */
  record?: PaperRecord
}

/** Why a decision that was typed does not count. */
export type Refused =
  /** It stood there before the text did. */
  | 'early'
  /** The text it stood beside is not the one that stands there now. */
  | 'changed'
  /** It says none of the words that decide. */
  | 'unread'
  | 'unnamed'
  | 'unknown'
  | 'mayNot'

/** What comes of a row: nothing was said, it counts, or it does not and why, in words of the asker's own. */
export type Verdict =
  | { counts: true; said: Said }
  | { counts: false; said: Said; why: Refused | 'else'; words: string }
  | { counts: false; said: undefined; why: ''; words: '' }

/** The name of a text that a decision binds: its parts as they stand in the columns beside it. */
export const textHash = (parts: readonly string[]): string =>
  fingerprint(JSON.stringify(parts.map((part) => part.replace(/\s+/gu, ' ').trim())))

const besideIn = ({ beside }: Binding, cells: Record<string, string>): string[] =>
  beside.map((key) => cells[key] ?? '')

/**
 * Notes, when a decision is typed or typed anew, the text it stood beside. One that is known from
 * before this was noted stood beside what was known of its row then.
 */
const decisionMarks = (
  binding: Binding,
  cells: Record<string, string>,
  known: KnownRow | undefined,
  at: Moment,
): Record<string, string> => {
  const typed = cells[binding.decision] ?? ''
  if (typed === '') return { [besideMark]: '', [readMark]: '' }
  const before = known?.cells
  if (before?.[binding.decision] !== typed)
    return { [besideMark]: textHash(besideIn(binding, cells)), [readMark]: String(at) }
  return before[readMark]
    ? { [besideMark]: before[besideMark] ?? '', [readMark]: before[readMark] }
    : { [besideMark]: textHash(besideIn(binding, before)), [readMark]: String(known?.at ?? at) }
}

const isNews = (kept: Record<string, string>, before: Record<string, string> | undefined) =>
  before === undefined ||
  [...Object.keys(before), ...Object.keys(kept)].some((key) => before[key] !== kept[key])

/** Notes in what is kept of a row which text its decision stood beside, where anything of it changed. */
export const markDecision = (
  { binds }: Register,
  kept: Record<string, string>,
  cells: Record<string, string>,
  known: KnownRow | undefined,
  at: Moment,
): void => {
  if (!binds || !isNews(kept, known?.cells)) return
  for (const [key, text] of Object.entries(decisionMarks(binds, cells, known, at))) {
    if (text === '') delete kept[key]
    else kept[key] = text
  }
}

/** What stands on a row that people decide on. */
export const saidOn = (
  register: Register,
  row: KnownRow | undefined,
  district: District,
): Said | undefined => {
  const binding = register.binds
  const typed = row?.cells[binding?.decision ?? '']
  if (!binding || !row || !typed) return undefined
  const { values } = understand(register, row, district.names)
  const record = recordOn(binding, row, values, district)
  return {
    decision: values[binding.decision] ?? '',
    typed,
    typedBy: row.cells[binding.by ?? ''] ?? '',
    by: record ? record.leader : (values[binding.by ?? ''] ?? ''),
    opinion: values[binding.opinion ?? ''] ?? '',
    beside: row.cells[besideMark] ?? textHash(besideIn(binding, row.cells)),
    read: Number(row.cells[readMark] ?? row.at),
    ...(record ? { record } : {}),
  }
}

/** Why a person may not decide what was said, in a word of the rule or in words of the asker's own. */
export type Refuse = (said: Said) => Refused | { words: string } | undefined

/** Of a decision that needs a person: somebody named, known, and one of those who may. */
export const byPerson =
  (may: (person: string) => boolean): Refuse =>
  (said) => {
    if (said.by === '') return said.typedBy === '' ? 'unnamed' : 'unknown'
    return may(said.by) ? undefined : 'mayNot'
  }

const whyNot = (register: Register, said: Said, put: Put): Refused | undefined => {
  const blank = textHash((register.binds?.beside ?? []).map(() => ''))
  if (said.beside !== put.hash) return said.beside === blank ? 'early' : 'changed'
  if (said.read <= put.at) return 'changed'
  return said.decision === '' ? 'unread' : undefined
}

/**
 * Whether a decision counts: it binds the text it stood beside when it was read, by its hash, and no
 * other; and it was read later than the tick put that text there, so that putting up and deciding
 * are two ticks. A person decides, by 编号, who may.
 */
export const judgeDecision = (
  register: Register,
  said: Said | undefined,
  put: Put,
  refuse: Refuse,
): Verdict => {
  if (!said) return { counts: false, said, why: '', words: '' }
  const why = whyNot(register, said, put) ?? refuse(said)
  if (why === undefined) return { counts: true, said }
  return typeof why === 'string'
    ? { counts: false, said, why, words: '' }
    : { counts: false, said, why: 'else', words: why.words }
}

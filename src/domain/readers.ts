import type { Day } from './day'
import { type District, officeOf, type Person } from './district'
import { foldName } from './names'
import { readCell } from './read-cell'
import { type Register, typedKeys } from './register'
import { judgeText, mobileNumber } from './secrecy'

/**
 * Whom something is said to: at an office's own workbook, at the control workbook (coordinator,
 * operator, approver), or where anybody may look: 总览, letters, explain, describe, the log.
 */
export type Reader =
  | { at: 'desk'; office: string }
  | { at: 'control'; readsKept: boolean }
  | { at: 'everywhere' }

/** How much of a line may be said: all of it, 另有公务, only that there is a 冲突, or nothing. */
export type Said = 'full' | 'busy' | 'clash' | 'nothing'

/**
 * Why a row is kept inside its own office: its 知悉范围 was refused and awaits a lawful one, cannot
 * be read where it stood, says something nobody knows, or says 本办; or a text of it is warned and
 * not confirmed. '' where it is open.
 */
export type Keeping = '' | 'held' | 'unread' | 'unclear' | 'own' | 'warned'

/** The script's mark on a row, in its cells: the column of its 知悉范围 could not be found. */
export const blindMark = '~blind'

/** What that mark says where the column is there again, but what the row said in it is lost. */
export const lostMark = 'lost'

/** What stands in place of a text that its reader may not see. */
export const elsewhere = '内容见表'

/** A row of which only its own office reads more than 另有公务. */
export type KeptRow = { office: string; keeping: Keeping }

const isMobile = (text: string | undefined): boolean =>
  text !== undefined &&
  judgeText(text).rule === mobileNumber &&
  judgeText(text.replace(/\d/g, '')).level === 'allow'

/** Columns for a telephone that hold a mobile number: the cell is kept out, the row stays as it is. */
export const phoneKeys = (register: Register, cells: Record<string, string>): string[] =>
  (register.sensitivity?.phones ?? []).filter((key) => isMobile(cells[key]))

/** Whether a row holds a text that a person has to confirm. */
export const holdsWarned = (register: Register, cells: Record<string, string>): boolean =>
  typedKeys(register).some((key) => {
    const text = cells[key]
    if (text === undefined || judgeText(text).level !== 'warn') return false
    return !isMobile(text) || register.sensitivity?.phones?.includes(key) !== true
  })

const isConfirmed = (register: Register, cells: Record<string, string>): boolean => {
  const key = register.sensitivity?.confirmed ?? ''
  const field = register.fields[key]
  return field !== undefined && readCell(field, cells[key] ?? '', {}).value === '是'
}

/** The values of 知悉范围 that let others read, beside a blank: those offered, but not 本办. */
export const openWords = (register: Register): string[] => {
  const { audience, own } = register.sensitivity ?? { audience: '', own: '' }
  const offered = register.fields[audience]?.choices ?? []
  return offered.flatMap(({ value, synonyms }) => (value === own ? [] : [value, ...synonyms]))
}

/** Whether a 知悉范围 lets others read; only a blank or one of the open values does, never any other. */
export const isOpenAudience = (register: Register, typed: string): boolean =>
  typed.trim() === '' || openWords(register).some((word) => foldName(word) === foldName(typed))

/**
 * Why a row is kept inside its office, the strictest reason first (保守国家秘密法 Art. 64; default).
 * It fails closed, and no problem elsewhere in the row changes anything about it.
 */
export const keepingOf = (register: Register, cells: Record<string, string>): Keeping => {
  if (holdsWarned(register, cells) && !isConfirmed(register, cells)) return 'warned'
  const rule = register.sensitivity
  if (!rule) return ''
  if (cells[blindMark]) return 'unread'
  const typed = cells[rule.audience] ?? ''
  if (isOpenAudience(register, typed)) return ''
  return foldName(typed) === foldName(rule.own) ? 'own' : 'unclear'
}

// What a person still has to confirm, or to replace, no other office reads: not the coordinator either.
const isOfficeOnly = (keeping: Keeping): boolean => keeping === 'warned' || keeping === 'held'

/** What a reader may be told of a line of a weekly register. */
export const lineSaid = (reader: Reader, { office, keeping }: KeptRow): Said => {
  // Where anybody may look no line stands, open or kept: 保守国家秘密法 Art. 36.
  if (reader.at === 'everywhere') return 'nothing'
  if (keeping === '') return 'full'
  if (reader.at === 'control') return reader.readsKept && !isOfficeOnly(keeping) ? 'full' : 'busy'
  return office !== '' && office === reader.office ? 'full' : 'busy'
}

// The kind of a clash gives away times and places of the lines it joins.
const clashSaid = (reader: Reader, lines: readonly KeptRow[]): 'full' | 'clash' => {
  const asKept = (line: KeptRow): Said =>
    reader.at === 'everywhere' && line.keeping === '' ? 'full' : lineSaid(reader, line)
  return lines.every((line) => asKept(line) === 'full') ? 'full' : 'clash'
}

/** A clash in a word: of another office's kept line only that there is one (domain 3.12). */
export const clashWord = (
  reader: Reader,
  { kind, lines, minutes }: { kind: string; lines: readonly KeptRow[]; minutes?: number },
): string => {
  if (clashSaid(reader, lines) !== 'full') return '冲突'
  return minutes === undefined ? kind : `${kind}（重叠${minutes}分钟）`
}

/** A text as it may stand where anybody looks, in a letter or on 总览: a warned one stays out. */
export const openText = (text: string): string =>
  judgeText(text).level === 'allow' ? text : elsewhere

/** A text of a row as a reader may see it who is not of the row's own office. */
export const textSaid = (kept: boolean, text: string): string =>
  text === '' ? '' : kept ? elsewhere : openText(text)

/** The control workbook as a reader: coordinator, operator and approver, by name (`weekly.coordinatorReads`). */
export const controlReader = (district: District, word: string | undefined, on?: Day): Reader => ({
  at: 'control',
  readsKept: district.settings.text(`${word ?? 'weekly'}.coordinatorReads`, on) === '是',
})

/** A person as a reader of what is said in a letter: who coordinates reads as at the control workbook. */
export const personReader = (
  district: District,
  word: string | undefined,
  person: Person,
  on?: Day,
): Reader =>
  person.roles.some((role) => role === '统筹' || role === '操作')
    ? controlReader(district, word, on)
    : { at: 'desk', office: person.office }

/** Offices that a week is given back to, in the order of the setting; none where nothing is issued. */
export const readersOf = (district: District, word: string | undefined, on?: Day): string[] =>
  word === undefined
    ? []
    : district.settings.list(`${word}.feedbackTo`, on).filter((id) => officeOf(district, id))

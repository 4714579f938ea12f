import type { Day } from './day'
import type { District, Person } from './district'
import { findByName, foldName } from './names'
import { readCell } from './read-cell'
import { type Register, typedKeys } from './register'
import { judgeText } from './secrecy'

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
 * Why a row is kept inside its own office: a refused text awaits a lawful one, its 知悉范围 cannot
 * be read where it stood, says something nobody knows, or says 本办; or a text of it is warned and
 * not confirmed. '' where it is open.
 */
export type Keeping = '' | 'held' | 'unread' | 'unclear' | 'own' | 'warned'

/** Marks of the script on a row, in its cells: its refused text awaits a lawful one. */
export const heldMark = '~held'
/** Marks of the script on a row, in its cells: the column of its 知悉范围 could not be found. */
export const blindMark = '~blind'

/** What stands in place of a text that its reader may not see. */
export const elsewhere = '内容见表'

/** A row of which only its own office reads more than 另有公务. */
export type KeptRow = { office: string; kept: boolean }

const isYes = (register: Register, key: string, typed: string | undefined): boolean => {
  const field = register.fields[key]
  return field !== undefined && typed !== undefined && readCell(field, typed, {}).value === '是'
}

/** The columns whose text is warned; a mobile number where people look for one is that cell's alone. */
const warnedKeys = (register: Register, cells: Record<string, string>): string[] =>
  typedKeys(register).filter((key) => {
    const text = cells[key]
    if (text === undefined || text.length < 2) return false
    const { level, rule } = judgeText(text)
    if (level !== 'warn') return false
    return rule !== '手机号' || register.sensitivity?.phones?.includes(key) !== true
  })

const isWarned = (register: Register, cells: Record<string, string>): boolean =>
  warnedKeys(register, cells).length > 0 &&
  !isYes(
    register,
    register.sensitivity?.confirmed ?? '',
    cells[register.sensitivity?.confirmed ?? ''],
  )

/**
 * Why a row is kept inside its office (保守国家秘密法 Art. 64; default). It fails closed: only a blank
 * or an exact 四办 lets others read, and no problem elsewhere in the row changes anything about it.
 */
export const keepingOf = (register: Register, cells: Record<string, string>): Keeping => {
  if (cells[heldMark]) return 'held'
  const rule = register.sensitivity
  if (rule) {
    if (cells[blindMark]) return 'unread'
    const typed = foldName(cells[rule.audience] ?? '')
    if (typed === foldName(rule.own)) return 'own'
    if (typed !== '' && !rule.open.some((word) => foldName(word) === typed)) return 'unclear'
  }
  return isWarned(register, cells) ? 'warned' : ''
}

/** What a reader may be told of a line of a weekly register. */
export const lineSaid = (reader: Reader, { office, kept }: KeptRow): Said => {
  // Where anybody may look no line stands, open or kept: 保守国家秘密法 Art. 36, domain 2.8.
  if (reader.at === 'everywhere') return 'nothing'
  if (!kept) return 'full'
  if (reader.at === 'control') return reader.readsKept ? 'full' : 'busy'
  return office !== '' && office === reader.office ? 'full' : 'busy'
}

/** What a reader may be told of a clash: its kind gives away times and places of the lines it joins. */
export const clashSaid = (reader: Reader, lines: readonly KeptRow[]): 'full' | 'clash' => {
  const asKept = (line: KeptRow): Said =>
    reader.at === 'everywhere' && !line.kept ? 'full' : lineSaid(reader, line)
  return lines.every((line) => asKept(line) === 'full') ? 'full' : 'clash'
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
    : district.settings.list(`${word}.feedbackTo`, on).flatMap((name) => {
        const match = findByName(district.names.offices, name)
        return match.found === 'one' ? [match.one.id] : []
      })

import { mondayOf } from '../domain/day'
import type { District } from '../domain/district'
import type { Journal } from '../domain/event'
import { dayOf, type Moment } from '../domain/moment'
import type { Letter, LetterState } from '../domain/outbox-letter'
import { isProblem } from '../domain/problem'
import { readDay } from '../domain/read-day'
import type { Register } from '../domain/register'
import { queueAgain, tryServerAgain } from '../domain/sending'
import { rowsOf } from '../domain/state'
import { understand } from '../domain/understand'

/** What people asked for and nobody has done yet. */
export type Asked = {
  collect: boolean
  /** Since when somebody wants every workbook repaired. */
  repair: Moment | undefined
  /** Weeks to be put up now, by their Monday. */
  weeks: Set<string>
  /** Notes the requests as done, with their result. */
  settle: (journal: Journal, results: Results) => void
}

type Results = {
  /** How much was repaired, once every workbook has been looked at. */
  repaired: number | undefined
  /** Keys of the letters that ought to have gone out by now. */
  due: ReadonlySet<string>
}

type Open = { id: string; at: Moment; what: string; object: string }

const openRequests = (journal: Journal, register: Register, district: District): Open[] =>
  rowsOf(journal.state, register.id)
    .filter((row) => !journal.state.jobs.has(`request|${row.id}`))
    .map((row) => {
      const { values } = understand(register, row, district.names)
      return { id: row.id, at: row.at, what: values.what ?? '', object: values.object ?? '' }
    })
    .filter((each) => each.what !== '')

/** What may be asked to be sent again together, by the words for it in 对象. */
export const sendAgainAll: Record<string, readonly LetterState[]> = {
  全部失败的: ['failed'],
  全部失败的和不确定的: ['failed', 'uncertain'],
}

const weekMeant = (object: string, journal: Journal): string => {
  const near = dayOf(journal.at)
  const read = readDay(object, { near })
  return isProblem(read) ? '' : mondayOf(read.day)
}

const again = (journal: Journal, letter: Letter, due: ReadonlySet<string>): string => {
  if (letter.state !== 'failed' && letter.state !== 'uncertain') return '这封信没有出错，不补发'
  if (!due.has(letter.key)) return '这封信的事由已过，不再补发'
  const doubtful = letter.state === 'uncertain'
  queueAgain(journal, letter)
  return doubtful ? '已重新排队；上次可能已送达，收件人或会收到两封' : '已重新排队'
}

/** Sends letters again that failed or may not have arrived; a person decided so. */
const sendAgain = (journal: Journal, object: string, due: ReadonlySet<string>): string => {
  const { letters } = journal.state
  const kind = sendAgainAll[object]
  if (kind) {
    tryServerAgain(journal)
    const some = [...letters.values()].filter(
      (letter) => kind.includes(letter.state) && due.has(letter.key),
    )
    for (const letter of some) queueAgain(journal, letter)
    return `已重新排队${some.length}封`
  }
  const keys = object.split(/[\s、，,;；]+/).filter((key) => key !== '')
  const said = keys.map((key) => {
    const letter = letters.get(key)
    return letter ? again(journal, letter, due) : '没有这封信，请填「发件情况」中的编号'
  })
  return [...new Set(said)].join('；') || '请在“对象”填「发件情况」中的编号，或“全部失败的”'
}

/** Reads 手动操作: each is done once, by the run that first sees it. */
export const requestsOf = (journal: Journal, register: Register, district: District): Asked => {
  const open = openRequests(journal, register, district)
  const asks = (what: string) => open.some((each) => each.what === what)
  const repairs = open.filter((each) => each.what === '修复版面')
  const weeks = open
    .filter((each) => each.what === '送审')
    .map((each) => weekMeant(each.object, journal))
  const resultOf = (each: Open, results: Results): string => {
    if (each.what === '立即汇总') return '已汇总'
    if (each.what === '修复版面') return `已检查，改正${results.repaired ?? 0}处`
    if (each.what === '补发') return sendAgain(journal, each.object, results.due)
    return weekMeant(each.object, journal) === '' ? '请在“对象”填周一日期，如 2024-11-18' : '已送审'
  }
  return {
    collect: asks('立即汇总'),
    repair: repairs.length === 0 ? undefined : Math.max(...repairs.map(({ at }) => at)),
    weeks: new Set(weeks.filter((week) => week !== '')),
    settle: (to, results) => {
      for (const each of open) {
        if (each.what === '修复版面' && results.repaired === undefined) continue
        to.set('jobs', `request|${each.id}`, { at: to.at, result: resultOf(each, results) })
      }
    },
  }
}

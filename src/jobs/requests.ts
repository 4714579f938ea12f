import { mondayOf } from '../domain/day'
import type { District } from '../domain/district'
import type { Journal } from '../domain/event'
import { dayOf } from '../domain/moment'
import { isProblem } from '../domain/problem'
import { readDay } from '../domain/read-day'
import type { Register } from '../domain/register'
import { rowsOf } from '../domain/state'
import { understand } from '../domain/understand'

/** What people asked for and nobody has done yet. */
export type Asked = {
  collect: boolean
  repair: boolean
  /** Weeks to be put up now, by their Monday. */
  weeks: Set<string>
  /** Notes the requests as done, with their result. */
  settle: (journal: Journal, results: { repaired: number }) => void
}

type Open = { id: string; what: string; object: string }

const openRequests = (journal: Journal, register: Register, district: District): Open[] =>
  rowsOf(journal.state, register.id)
    .filter((row) => !journal.state.jobs.has(`request|${row.id}`))
    .map((row) => {
      const { values } = understand(register, row, district.names)
      return { id: row.id, what: values.what ?? '', object: values.object ?? '' }
    })
    .filter((each) => each.what !== '')

const weekMeant = (object: string, journal: Journal): string => {
  const near = dayOf(journal.at)
  const read = readDay(object, { near })
  return isProblem(read) ? '' : mondayOf(read.day)
}

/** Sends a letter again that failed or may not have arrived; a person decided so. */
const sendAgain = (journal: Journal, key: string): string => {
  const letter = journal.state.letters.get(key)
  if (!letter) return '没有这封信，请填「发件情况」中的编号'
  if (letter.state !== 'failed' && letter.state !== 'uncertain') return '这封信没有出错，不补发'
  journal.set('letters', key, { ...letter, state: 'queued', at: journal.at })
  return '已重新排队'
}

/** Reads 请求: each is done once, by the run that first sees it. */
export const requestsOf = (journal: Journal, register: Register, district: District): Asked => {
  const open = openRequests(journal, register, district)
  const asks = (what: string) => open.some((each) => each.what === what)
  const weeks = open
    .filter((each) => each.what === '送审')
    .map((each) => weekMeant(each.object, journal))
  const resultOf = (each: Open, results: { repaired: number }): string => {
    if (each.what === '立即汇总') return '已汇总'
    if (each.what === '修复版面') return `已检查，改正${results.repaired}处`
    if (each.what === '补发') return sendAgain(journal, each.object)
    return weekMeant(each.object, journal) === '' ? '请在“对象”填周一日期，如 2024-11-18' : '已送审'
  }
  return {
    collect: asks('立即汇总'),
    repair: asks('修复版面'),
    weeks: new Set(weeks.filter((week) => week !== '')),
    settle: (to, results) => {
      for (const each of open) {
        to.set('jobs', `request|${each.id}`, { at: to.at, result: resultOf(each, results) })
      }
    },
  }
}

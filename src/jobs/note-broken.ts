import type { Journal } from '../domain/event'
import { nameParts } from '../domain/ledger-rows'
import type { Fault } from '../domain/state'
import type { BookId } from '../ports'
import type { Ledger } from './ledger'
import type { Registry } from './registry'
import type { TakenIn } from './take-in'

/** How long a line that could not be read stays at 问题 after it was mended. */
const told = 86_400_000

/** What the parts of the state are called where one of them cannot be read. */
const called: Record<string, string> = {
  counters: '编号计数',
  filings: '报送记录',
  returns: '退回记录',
  versions: '版本',
  weeks: '各周统计',
  lines: '已印发的安排',
  notices: '调整通知',
  letters: '信件',
  asks: '申请',
  tasks: '任务情况',
  held: '待补正的行',
}

const start = '机器账|'

type Place = { book: BookId; register: string; id: string }

const placeOf = (key: string): Place => {
  const [book = '', register = '', ...rest] = key.split('|')
  return { book, register, id: rest.join('|') }
}

const isRow = (name: string): boolean => nameParts(name)[0] === '行'

const faultOf = (
  registry: Registry,
  control: BookId,
  name: string,
): Omit<Fault, 'since' | 'unread'> => {
  const [category, key] = nameParts(name)
  if (!isRow(name)) {
    const text = `机器账中的“${called[category] ?? category}”${key}读不出，已略过；请核对有关事项`
    return { book: control, register: category, texts: [text] }
  }
  const { book, register, id } = placeOf(key)
  const title = registry.all.find((each) => each.id === register)?.title ?? register
  const text = `「${title}」${id}在机器账中的记录读不出，以表中现有内容为准，请核对这一行；不要的，删除即可`
  return { book, register, texts: [text] }
}

/** The workbooks to be read again because the ledger cannot tell what stood there. */
export const brokenBooks = ({ broken }: Ledger): Set<BookId> =>
  new Set([...broken.keys()].filter(isRow).map((name) => placeOf(nameParts(name)[1]).book))

/**
 * Tells of lines of the ledger that cannot be read, each a fault of its row. Once the workbook of
 * the row was read well, what stands there holds, be it nothing.
 */
export const noteBroken = (
  journal: Journal,
  ledger: Ledger,
  registry: Registry,
  control: BookId,
  taken: ReadonlyMap<BookId, TakenIn[]>,
): void => {
  for (const name of ledger.broken.keys()) {
    const key = `${start}${name}`
    const since = journal.state.faults.get(key)?.since ?? journal.at
    journal.set('faults', key, {
      ...faultOf(registry, control, name),
      unread: false,
      since,
      inLedger: true,
    })
  }
  for (const [key, { since }] of journal.state.faults) {
    const isOver = key.startsWith(start) && !ledger.broken.has(key.slice(start.length))
    if (isOver && journal.at - since >= told) journal.set('faults', key, undefined)
  }
  for (const [name, line] of ledger.broken) {
    const { book, register } = placeOf(nameParts(name)[1])
    const isRead = taken
      .get(book)
      ?.some((tab) => tab.register.id === register && tab.fault === undefined)
    if (line && (isRead === true || !isRow(name))) line.isOver = true
  }
}

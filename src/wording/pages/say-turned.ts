import { type Day, sayMonthDay } from '../../domain/day'
import { type District, shortName } from '../../domain/district'
import { keeperOf, keptThen } from '../../domain/kept-lines'
import { turned } from '../../domain/offered'
import type { OfferedLine } from '../../domain/published'
import { lineSaid, type Reader } from '../../domain/readers'
import type { Register } from '../../domain/register'
import { sayDifference } from '../../domain/say-difference'
import type { State } from '../../domain/state'
import type { Weekly } from '../../domain/weekly'

/** How many changed lines are said; the others are counted. */
const most = 12

const headOf = (plan: Register, district: District, values: Record<string, string>): string => {
  const leader = district.leaders.find(({ id }) => id === values[plan.submission?.who ?? ''])
  const on = values[plan.submission?.day ?? '']
  return `${leader?.name ?? ''}${on ? sayMonthDay(on as Day) : ''}`
}

const sayOne = (plan: Register, district: District, line: OfferedLine): string => {
  const what = (values: Record<string, string>) => values[plan.submission?.what ?? ''] ?? ''
  const { values, was } = line
  if (values && was) {
    const keys = plan.approval?.shown ?? []
    return `${headOf(plan, district, was)}：${sayDifference(plan, district, keys, was, values)}`
  }
  if (values) return `${headOf(plan, district, values)}：新增“${what(values)}”`
  return was ? `${headOf(plan, district, was)}：不再列入“${what(was)}”` : ''
}

/** What a version has otherwise than the one before, old to new, as its reader may see it. */
export const sayTurned = (
  district: District,
  { registers: { plan }, lines }: Weekly,
  week: string,
  state: State,
  n: number,
  reader: Reader,
): string => {
  const changes = turned(state, plan, week, n)
  const keeper = keeperOf(plan, lines, [])
  const isRead = (line: OfferedLine & { id: string }) =>
    lineSaid(reader, keptThen(plan, keeper(line), [line.values, line.was])) === 'full'
  const open = changes.filter(isRead)
  const offices = [
    ...new Set(changes.filter((line) => !open.includes(line)).map(({ office }) => office)),
  ]
  const said = [
    ...open.slice(0, most).map((line) => sayOne(plan, district, line)),
    ...(open.length > most ? [`等${open.length}处`] : []),
    ...offices.map((office) => `${shortName(district, office)}的本办安排有变动`),
  ]
  return said.join('；')
}

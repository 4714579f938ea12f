import { type Clash, clashesOf, type Engagement } from './clash'
import type { District } from './district'
import type { Journal } from './event'
import { awayArea } from './leaves-area'
import { engagementOf, type PlanLine } from './plan-line'
import type { AdjustedItem, Notice, PublishedLine } from './published'
import type { Register } from './register'
import { lineKey, versionKey } from './version-text'

/** A change that is to be told: the line at its desk and in the table, what is told, and why. */
export type Change = {
  item: AdjustedItem
  line: PlanLine
  published: PublishedLine
  reason: string
  /** Its day is today or the next working day. */
  near: boolean
}

export type Telling = {
  journal: Journal
  register: Register
  district: District
  week: string
  /** Offices the week is given back to. */
  readers: string[]
  lines: PlanLine[]
}

const officesNamed = (district: District, texts: (string | undefined)[]): string[] =>
  district.offices
    .filter((office) =>
      texts.some((text) => text?.includes(office.short) || text?.includes(office.name)),
    )
    .map((office) => office.id)

/** Those whose line clashes with a line, before or after its change. */
const clashing = ({ register, lines, district }: Telling, { line, item }: Change): string[] => {
  const rest = lines.filter((other) => other.row.id !== line.row.id)
  const area = awayArea(district)
  const engagements = rest.flatMap((other) => engagementOf(register, other, area) ?? [])
  const versions = [item.before, item.after].flatMap((values) => {
    const engagement = values && engagementOf(register, { ...line, values }, area)
    return engagement ? [engagement] : []
  })
  const offices = new Map<string, string>(
    [...engagements, ...versions].map((one: Engagement) => [one.id, one.office]),
  )
  return versions
    .flatMap((one) => clashesOf([...engagements, one]))
    .filter((clash: Clash) => clash.ids.includes(line.row.id))
    .flatMap((clash) => clash.ids.map((id) => offices.get(id) ?? ''))
}

/**
 * The offices a change touches (design 10.7): those of its leader, those it names, those it clashes
 * with, before and after; never the one that made it.
 */
const touchedBy = (telling: Telling, change: Change): string[] => {
  const { register, district } = telling
  const { item, line } = change
  const who = register.submission?.who ?? ''
  const leaders = [item.before?.[who], item.after?.[who], item.leader]
  const texts = (register.adjustment?.touches ?? []).flatMap((key) => [
    item.before?.[key],
    item.after?.[key],
  ])
  const offices = [
    ...district.leaders.filter(({ id }) => leaders.includes(id)).map(({ office }) => office),
    ...officesNamed(district, texts),
    ...clashing(telling, change),
  ]
  return offices.filter((office) => office !== line.office)
}

/** A change that was told: nothing of it is left to tell, but its reason where that is owed. */
const toldOf = (line: PublishedLine, n: number, reason: string): PublishedLine => {
  const { told: _, fresh: __, owes, ...rest } = line
  const owed = reason === '' ? [...(owes ?? []), n] : owes
  return {
    ...rest,
    noticed: n,
    ...(reason === '' ? {} : { reason }),
    ...(owed ? { owes: owed } : {}),
  }
}

/** Writes one numbered notice for each office that has changes to tell. */
export const tell = (telling: Telling, ready: Change[]): void => {
  const { journal, register, week, readers } = telling
  const start = `${versionKey(register, week)}|`
  for (const office of [...new Set(ready.map((change) => change.line.office))]) {
    const own = ready.filter((change) => change.line.office === office)
    const touched = own.flatMap((change) => touchedBy(telling, change))
    const n = [...journal.state.notices.keys()].filter((key) => key.startsWith(start)).length + 1
    const notice: Notice = {
      n,
      week,
      office,
      touched: readers.filter((reader) => touched.includes(reader)),
      items: own.map(({ item, reason }) => ({
        ...item,
        reason,
        ...(reason === '' ? { owing: true as const } : {}),
      })),
      at: journal.at,
    }
    journal.set('notices', `${start}${n}`, notice)
    for (const { published, reason } of own)
      journal.set('lines', lineKey(register, week, published.id), toldOf(published, n, reason))
  }
}

import type { Registry } from '../../src/jobs/registry'
import { setUpDistrict } from '../../src/jobs/set-up'
import { tick } from '../../src/jobs/tick'
import type { TickReport } from '../../src/jobs/tick-report'
import type { District } from '../../src/local/district/district'
import type { MailMessage } from '../../src/ports'
import { smallLeaders, smallOffices, smallPeople } from '../acceptance/small-people'
import { type MemoryOptions, type MemoryWorld, memoryPorts } from './memory-ports'
import { paperDigest, when } from './paper-district'

/** Cells of a row by heading. */
export type Row = Record<string, string>

export type MemoryDistrict = {
  world: MemoryWorld
  /** Runs the clock trigger once; every desk is read. */
  tick(at: string): TickReport
  /** Types into the row with this 编号 (or any cell given by heading), else into a new row. */
  type(book: string, tab: string, found: Row, cells: Row): void
  page(book: string, tab: string): Row[]
  sheet(book: string, tab: string): string[][]
  mailTo(person: string): MailMessage[]
}

/** A heading as it stands in the tab, by it or one of its aliases. */
const headIn = (registry: Registry, tab: string, heads: string[], head: string): string => {
  if (heads.includes(head)) return head
  const fields = registry.all.find(({ title }) => title === tab)?.fields ?? {}
  const field = Object.values(fields).find(
    ({ heading, aliases }) => heading === head || aliases.includes(head),
  )
  return (
    [field?.heading ?? '', ...(field?.aliases ?? [])].find((each) => heads.includes(each)) ?? head
  )
}

/** The small district in memory, with the registers and post desks given besides: no runtime, no database. */
export const memoryDistrict = (
  registry: Registry,
  at: string,
  posts: District['offices'] = [],
  options: Pick<MemoryOptions, 'mail' | 'quota'> = {},
): MemoryDistrict => {
  const world = memoryPorts({ now: when(at), home: '总台账', quota: 1000, ...options })
  const { ports, tables } = world
  const offices = [...smallOffices, ...posts]
  const desks = offices.filter(({ desk }) => desk)
  for (const book of ['总台账', '总览', ...desks.map(({ short }) => short)]) {
    tables.put(book, '空表', [])
  }
  setUpDistrict(ports, registry, {
    control: '总台账',
    dashboard: '总览',
    desks: desks.map(({ id, short }) => ({ office: id, book: short })),
    district: {
      name: '安澜区',
      offices,
      people: smallPeople.map((each) =>
        each.id === 'P002' ? { ...each, roles: ['操作', '督办专员'] } : each,
      ),
      leaders: smallLeaders,
    },
  })
  const sheet: MemoryDistrict['sheet'] = (book, tab) => tables.shown(book, tab)
  const page: MemoryDistrict['page'] = (book, tab) => {
    const [, heads = [], ...rows] = sheet(book, tab)
    return rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i] ?? ''])))
  }
  return {
    world,
    sheet,
    page,
    tick: (moment) => {
      world.at(when(moment))
      const report = tick(ports, registry, paperDigest, true)
      if (report.outcome !== 'done') throw new Error(report.outcome)
      return report
    },
    type: (book, tab, found, cells) => {
      const rows = sheet(book, tab)
      const heads = rows[1] ?? []
      const headOf = (head: string): string => headIn(registry, tab, heads, head)
      const known = page(book, tab).findIndex((row) =>
        Object.entries(found).every(([head, text]) => row[headOf(head)] === text),
      )
      const at = Object.keys(found).length > 0 && known >= 0 ? known + 3 : rows.length + 1
      for (const [head, text] of Object.entries(cells)) {
        const column = heads.indexOf(headOf(head)) + 1
        if (column === 0) throw new Error(`no column ${head} in ${tab}`)
        tables.write(book, tab, [{ row: at, column, values: [[text]] }])
      }
      tables.flush()
    },
    mailTo: (person) => world.letters.filter(({ to }) => to === `${person}@anlan.local`),
  }
}

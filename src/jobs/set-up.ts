import { addDays, mondayOf } from '../domain/day'
import type { District } from '../domain/district'
import { districtOf } from '../domain/district-of'
import { journalOf } from '../domain/event'
import { dayOf } from '../domain/moment'
import type { Register } from '../domain/register'
import { emptyState } from '../domain/state'
import type { BookId, Ports } from '../ports'
import { type DistrictFile, type Line, linesOf } from './district-lines'
import { dropOthers } from './drop-others'
import type { Registry } from './registry'
import { repairBook } from './repair-looks'
import { writeHeads } from './restore-tabs'
import { controlLooks, dashboardLooks, deskLooks } from './tab-looks'

export type SetUp = {
  control: BookId
  dashboard: BookId
  desks: { office: string; book: BookId }[]
  district: DistrictFile
  /** Whether marks of change can be relied on (the local workspace). */
  exactMarks?: boolean
}

/** The district as its file says, to know who reads what before anything is read. */
const preview = (
  registry: Registry,
  control: BookId,
  lines: Map<Register, Line[]>,
  at: number,
): District => {
  const journal = journalOf(emptyState(), at)
  for (const [register, rows] of lines) {
    rows.forEach((cells, i) => {
      const key = cells.id ?? String(i)
      const now = JSON.stringify(cells)
      journal.row({
        book: control,
        register: register.id,
        key,
        after: at,
        happening: '出现',
        field: '',
        old: '',
        now,
      })
    })
  }
  return districtOf(journal.state, registry.house.district)
}

/** Makes empty workbooks into those of a district: looks, headings, the lists of the control workbook. */
export const setUpDistrict = (ports: Ports, registry: Registry, given: SetUp): void => {
  const now = ports.clock.now()
  const firstWeek = addDays(mondayOf(dayOf(now)), 7)
  ports.facts.put({
    control: given.control,
    dashboard: given.dashboard,
    role: ports.identity.actor(),
    exactMarks: given.exactMarks ? '1' : '',
  })
  const lines = linesOf(registry, given.district, given.desks, firstWeek)
  const district = preview(registry, given.control, lines, now)
  const control = controlLooks(registry, district)
  repairBook(ports, given.control, control)
  dropOthers(ports, given.control, control)
  writeHeads(ports, given.control, control)
  for (const [register, rows] of lines) {
    const values = rows.map((row) => Object.keys(register.fields).map((key) => row[key] ?? ''))
    if (values.length > 0)
      ports.tables.write(given.control, register.title, [{ row: 3, column: 1, values }])
  }
  ports.tables.flush()
  if (given.dashboard !== '') {
    const tabs = dashboardLooks()
    repairBook(ports, given.dashboard, tabs)
    dropOthers(ports, given.dashboard, tabs)
    writeHeads(ports, given.dashboard, tabs)
    ports.tables.flush()
  }
  for (const office of district.offices.filter((each) => each.desk !== '')) {
    const tabs = deskLooks(registry, district, office)
    repairBook(ports, office.desk, tabs)
    dropOthers(ports, office.desk, tabs)
    writeHeads(ports, office.desk, tabs)
    ports.tables.flush()
  }
  ports.triggers.install(given.control)
}

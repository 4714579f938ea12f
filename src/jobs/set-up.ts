import { addDays, mondayOf } from '../domain/day'
import type { District } from '../domain/district'
import { districtOf } from '../domain/district-of'
import { journalOf } from '../domain/event'
import { dayOf, type Moment } from '../domain/moment'
import type { Register } from '../domain/register'
import { emptyState } from '../domain/state'
import { differences } from '../layout/differences'
import type { TabLook } from '../layout/tab-look'
import { type BookId, type FaultKind, PlatformError, type Ports } from '../ports'
import { type DistrictFile, type Line, linesOf } from './district-lines'
import { othersOf } from './drop-others'
import { readLooks } from './read-looks'
import type { Registry } from './registry'
import { editorsOf } from './repair-looks'
import { writeHeads } from './restore-tabs'
import { numberIn } from './standing'
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

/** A workbook to be made, and what it is filled with beside its headings. */
type Step = { book: BookId; tabs: TabLook[]; rows: Map<Register, Line[]> }

const stepsOf = (registry: Registry, given: SetUp, now: Moment): Step[] => {
  const firstWeek = addDays(mondayOf(dayOf(now)), 7)
  const lines = linesOf(registry, given.district, given.desks, firstWeek)
  const district = preview(registry, given.control, lines, now)
  const none = new Map<Register, Line[]>()
  return [
    { book: given.control, tabs: controlLooks(registry, district), rows: lines },
    ...(given.dashboard === ''
      ? []
      : [{ book: given.dashboard, tabs: dashboardLooks(), rows: none }]),
    ...district.offices
      .filter((office) => office.desk !== '')
      .map((office) => ({
        book: office.desk,
        tabs: deskLooks(registry, district, office),
        rows: none,
      })),
  ]
}

/** Makes one workbook; done twice it is the same. */
const take = (ports: Ports, { book, tabs, rows: lines }: Step): void => {
  const looks = readLooks(ports, book, tabs)
  const requests = [...differences(looks, tabs, editorsOf(ports)), ...othersOf(looks, tabs)]
  if (requests.length > 0) ports.layout.apply(book, requests)
  writeHeads(ports, book, tabs)
  for (const [register, rows] of lines) {
    const values = rows.map((row) => Object.keys(register.fields).map((key) => row[key] ?? ''))
    if (values.length > 0) ports.tables.write(book, register.title, [{ row: 3, column: 1, values }])
  }
  ports.tables.flush()
}

/** How far a set-up has come; what is left and why, where it is not at its end. */
export type SetUpDone = { done: number; of: number; note?: string }

/** A set-up stops itself after four minutes, in which a workbook of some seconds fits. */
const budget = 240_000

const onceMore = (done: number, of: number, why: string): SetUpDone => ({
  done,
  of,
  note: `已建${done}个表格，共${of}个；${why}继续运行一次即可完成`,
})

/** Where to go on: a set-up of another control workbook starts anew, and one whose place makes no sense. */
const placeOf = (ports: Ports, given: SetUp, steps: number): number => {
  const { setUp, control } = ports.facts.all()
  const place = control === given.control ? numberIn(setUp) : 0
  return place > steps ? 0 : place
}

/**
 * Makes empty workbooks into those of a district: looks, headings, the lists of the control workbook.
 * What it has no time for is made when it is called again with the same.
 */
export const setUpDistrict = (ports: Ports, registry: Registry, given: SetUp): SetUpDone => {
  const now = ports.clock.now()
  const steps = stepsOf(registry, given, now)
  let done = placeOf(ports, given, steps.length)
  ports.facts.put({
    control: given.control,
    dashboard: given.dashboard,
    role: ports.identity.actor(),
    exactMarks: given.exactMarks ? '1' : '',
    setUp: String(done),
  })
  for (const step of steps.slice(done)) {
    if (ports.clock.now() > now + budget) return onceMore(done, steps.length, '')
    try {
      take(ports, step)
    } catch (failure) {
      if (!(failure instanceof PlatformError) || !passes.has(failure.kind)) throw failure
      return onceMore(done, steps.length, `${failure.message}；`)
    }
    done += 1
    ports.facts.put({ setUp: String(done) })
  }
  ports.triggers.install(given.control)
  ports.facts.put({ setUp: undefined })
  return { done, of: steps.length }
}

const passes = new Set<FaultKind>(['transient', 'rate', 'quota'])

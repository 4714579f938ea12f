import type { Moment } from '../domain/moment'
import { isJobDue, jobTime } from '../domain/schedule'
import type { JobRun, LooksSeen } from '../domain/state'
import { type Band, everyRow } from '../layout/rows-to-read'
import type { TabLook } from '../layout/tab-look'
import { type BookId, type Digest, type FaultKind, PlatformError } from '../ports'
import { LeaseLost } from './lease'
import { repairLooks } from './repair-looks'
import { repairJob, repairNote } from './repair-note'
import type { Run } from './run'
import { saidBy } from './said-by'
import { controlLooks, dashboardLooks, deskLooks } from './tab-looks'

/** Every row of a workbook is looked at within a week of nights. */
const bands = 7
/** After so many runs in which Google failed, a workbook waits for the next night. */
const mostTries = 3
/** Where Google fails so often in one run, the next goes on. */
const mostFailures = 2

/** What every workbook that people open is to look like. */
const looksOfDistrict = ({
  registry,
  district,
  control,
  dashboard,
}: Run): Map<BookId, () => TabLook[]> =>
  new Map([
    [control, () => controlLooks(registry, district)],
    ...(dashboard === '' ? [] : [[dashboard, dashboardLooks] as [BookId, () => TabLook[]]]),
    ...district.offices
      .filter((office) => office.desk !== '')
      .map((office): [BookId, () => TabLook[]] => [
        office.desk,
        () => deskLooks(registry, district, office),
      ]),
  ])

/** Since when every workbook is to have been looked at, and whether a person asked for it. */
type Round = { since: Moment; isAsked: boolean }

const roundOf = ({ journal, district }: Run, asked: Moment | undefined): Round | undefined => {
  if (asked !== undefined) return { since: asked, isAsked: true }
  const { at, state } = journal
  if (!isJobDue(district, repairJob, state.jobs.get(repairJob), at)) return undefined
  return { since: jobTime(district, repairJob, at), isAsked: false }
}

/** A workbook that waits to be looked at. */
type Waiting = { book: BookId; tabs: TabLook[]; before: JobRun | undefined; now: LooksSeen }

export type RepairOptions = {
  /** The moment from which a person wants every workbook looked at. */
  asked: Moment | undefined
  marks: Record<BookId, string> | undefined
  /** When somebody but the script last changed a workbook; undefined where only its mark tells. */
  touchedOf: (book: BookId) => Moment | undefined
  digest: Digest
  /** No further workbook is begun after this moment. */
  until: Moment
  /** Writes down what has been done so far. */
  keep: () => void
}

/** Who changed a workbook can be missed: for no longer than this is one left out. */
const longestOut = 6.5 * 24 * 3_600_000

const waitingOf = (run: Run, round: Round, options: RepairOptions): Waiting[] => {
  const { marks, touchedOf, digest } = options
  const { jobs } = run.journal.state
  const waiting = [...looksOfDistrict(run)].flatMap(([book, looks]): Waiting[] => {
    const before = jobs.get(repairNote(book))
    if (run.unread.has(book) || (before && before.at >= round.since)) return []
    const tabs = looks()
    const last = before?.looks
    const mark = marks?.[book] ?? ''
    const wanted = digest(JSON.stringify(tabs)).slice(0, 12)
    const touched = touchedOf(book)
    const isStill =
      touched === undefined ? mark !== '' && last?.mark === mark : touched <= (before?.at ?? 0)
    const seen = isStill && last?.wanted === wanted ? last.seen : 0
    const now = { mark, wanted, band: last?.band ?? 0, seen, repaired: 0 }
    const isFresh = run.journal.at - (before?.at ?? 0) < longestOut
    return !round.isAsked && seen >= bands && isFresh ? [] : [{ book, tabs, before, now }]
  })
  // Those that failed last, and else those that have waited longest first.
  const rank = ({ before }: Waiting) => [before?.tries ?? 0, before?.at ?? 0] as const
  return waiting.sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return x[0] - y[0] || x[1] - y[1]
  })
}

const passing = new Set<FaultKind>(['transient', 'rate', 'quota'])

/** Why a workbook could not be repaired, for people. */
const reasonOf = (failure: unknown): string =>
  failure instanceof PlatformError ? failure.message : '原因不明'

/** Notes that a workbook could not be repaired; whether a later run is to try again. */
const noteFailure = (run: Run, { book, before, now }: Waiting, failure: unknown): boolean => {
  const { ports, journal } = run
  ports.log.line(`版面未修复 ${book}：${saidBy(failure)}`)
  const tries = (before?.tries ?? 0) + 1
  const isAgain = failure instanceof PlatformError && passing.has(failure.kind) && tries < mostTries
  // Whatever was seen of it before, it counts as changed.
  const looks = { ...now, mark: '', seen: 0 }
  const kept = { looks, result: before?.result ?? '' }
  journal.set(
    'jobs',
    repairNote(book),
    isAgain
      ? { ...kept, at: before?.at ?? 0, tries }
      : { ...kept, at: journal.at, result: reasonOf(failure) },
  )
  return isAgain
}

const look = (run: Run, { book, tabs, now }: Waiting, { isAsked }: Round): void => {
  const { band, seen } = now
  const part: Band = { nth: band, of: bands, alone: seen > 0 && seen < bands }
  const repaired = repairLooks(run, book, tabs, isAsked ? everyRow : part)
  run.journal.set('jobs', repairNote(book), {
    at: run.journal.at,
    result: '',
    looks: {
      ...now,
      band: (band + 1) % bands,
      seen: isAsked ? bands : Math.min(seen + 1, bands),
      repaired,
    },
  })
}

/** Looks at one workbook after the other until the time is spent; returns how many are left. */
const lookAtAll = (run: Run, round: Round, options: RepairOptions): number => {
  const waiting = waitingOf(run, round, options)
  let left = waiting.length
  let failures = 0
  for (const each of waiting) {
    if (failures >= mostFailures || run.ports.clock.now() >= options.until) break
    try {
      look(run, each, round)
      left -= 1
    } catch (failure) {
      if (failure instanceof LeaseLost) throw failure
      if (noteFailure(run, each, failure)) failures += 1
      else left -= 1
    }
    options.keep()
  }
  return left
}

/** What came of it: how much was mended since the round began, once every workbook was looked at. */
export type Repaired = { repaired?: number; left: number }

/**
 * Looks at the workbooks once a night, or when a person asks: pasting destroys drop-downs and
 * colours, and whole tabs get deleted. What a run has no time for the next one does; a workbook
 * that nobody touched is left out, one that cannot be opened waits for the next night.
 */
export const repairRound = (run: Run, options: RepairOptions): Repaired => {
  const { journal } = run
  const round = roundOf(run, options.asked)
  if (!round) return { left: 0 }
  const left = lookAtAll(run, round, options)
  if (left > 0) return { left }
  const looked = [...looksOfDistrict(run).keys()]
    .flatMap((book) => journal.state.jobs.get(repairNote(book)) ?? [])
    .filter(({ at }) => at >= round.since)
  const repaired = looked.reduce((sum, { looks }) => sum + (looks?.repaired ?? 0), 0)
  const failed = looked.filter(({ result }) => result !== '').length
  const rest = failed === 0 ? '' : `，${failed}个表格未能修复，见「问题」`
  journal.set('jobs', repairJob, { at: journal.at, result: `改正${repaired}处${rest}` })
  return { repaired, left: 0 }
}

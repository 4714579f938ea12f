import type { Moment } from '../domain/moment'
import { stampOf } from '../domain/stamp'
import type { BookId, Digest, Ports } from '../ports'
import { sayMailReason } from '../wording/mail/mail-reason'
import { type Gathered, gather } from './gather'
import { isSteady } from './is-steady'
import { judgeRun } from './judge-run'
import { fenced, giveBack, type Lease, LeaseLost, takeLease } from './lease'
import { leaveStanding, readingsAfter } from './leave-standing'
import { type Ledger, logRun, writeEvents } from './ledger'
import { openLedgerOfYear } from './ledger-of-year'
import { isUnmoved, marksInShort, movedBooks } from './moved-books'
import { writePageMarks } from './page-marks'
import { refusal } from './permission'
import { packMail, post } from './post'
import { behindIn, type Readings } from './reading'
import type { Registry } from './registry'
import { forgetBlank, settleBlank } from './restore-tabs'
import type { Run } from './run'
import { saidBy } from './said-by'
import { type Standing, standingOf, withReadings } from './standing'
import { quietReport, type TickReport } from './tick-report'
import { touchedAt, touchedBooks } from './touched-books'
import { type EverythingWritten, writeEverything } from './write-everything'
import { writeReadings } from './write-readings'

/** A run stops itself after 270 seconds and goes on in the next. */
const budget = 270_000

/** So much of it is kept for what comes after the looks: pages and letters. */
const afterRepair = 90_000

const unsteady = (run: Run): boolean =>
  run.weekly.some(({ weeks, registers }) =>
    weeks.some(({ week, lines }) => {
      const version = run.journal.state.versions.get(`${registers.plan.id}|${week.monday}`)
      if (!version || version.issued === 0) return false
      return lines.some((line) => line.row.at === run.journal.at && line.week === week.monday)
    }),
  )

/** Notes what the run did; the flush that claims its first letter applies it. */
const closeRun = (
  run: Run,
  ledger: Ledger,
  readings: Readings,
  events: number,
  note: string,
): void => {
  const { ports, journal } = run
  writePageMarks(ports, ledger)
  writeEvents(ports, ledger, journal.news.splice(0))
  writeReadings(ports, ledger, readings)
  logRun(ports, ledger, [
    stampOf(journal.at),
    String(run.taken.size),
    String(run.unread.size),
    String(events),
    note,
  ])
}

/** Leaves for the next run where to go on, and when. */
const leave = (
  { run, marks }: Gathered,
  standing: Standing,
  lease: Lease,
  written: EverythingWritten,
  behind: readonly BookId[],
  isWaiting: boolean,
): void => {
  // 发件情况 was written before the letters went: the next run shows how they fared.
  const again = behind.length > 0 || isWaiting || unsteady(run) || written.conflicts.length > 0
  leaveStanding(run, standing, lease, { marks, behind, again })
}

const unreadDesks = ({ unread, district }: Run): TickReport['unread'] => {
  const name = (book: BookId) =>
    district.offices.find((office) => office.desk === book)?.short ?? book
  return [...unread].map(([book, { reason }]) => ({ desk: name(book), reason }))
}

/** The straight line: read, check, remember, judge, render, write, post. */
const work = (
  ports: Ports,
  standing: Standing,
  lease: Lease,
  digest: Digest,
  gathered: Gathered,
  until: Moment,
): TickReport => {
  const { run, ledger, asked, left, marks } = gathered
  let events = 0
  const keep = (): void => {
    const written = writeEvents(ports, ledger, run.journal.news.splice(0)).length
    if (written > 0) ports.tables.flush()
    events += written
  }
  const touched = touchedBooks(run, standing.readings, marks)
  const touchedOf = (book: BookId) => touchedAt(standing.readings, touched, book, run.journal.at)
  const repair = { marks, touchedOf, until: until - afterRepair, keep }
  const { due, withdrawn, unrepaired } = judgeRun(run, asked, standing, digest, repair)
  keep()
  const blank = forgetBlank(ports, ledger)
  // Where a reading brought nothing to light, only the tabs that were read may show something else.
  const isQuiet = events === 0 && !blank && isSteady(gathered, standing, run.journal.at)
  const read = new Set(run.taken.keys())
  const written = writeEverything(run, ledger, until, isQuiet ? read : undefined)
  const note = written.conflicts.join('；')
  const behind = [...new Set([...run.unread.keys(), ...left, ...written.behind])]
  const mailbag = packMail(run, due, new Set(written.behind))
  closeRun(run, ledger, readingsAfter(run, standing, marks, behind, touched), events, note)
  const posted = post(run, ledger, due, mailbag, until)
  if (blank) settleBlank(ports)
  leave(gathered, standing, lease, written, behind, posted.tried || unrepaired > 0)
  return {
    outcome: 'done',
    read: run.taken.size,
    unread: unreadDesks(run),
    events,
    sent: posted.sent,
    withdrawn,
    waiting: posted.waiting,
    failed: posted.failed,
    doubtful: posted.doubtful,
    ...(posted.answer === '' ? {} : { answer: sayMailReason(posted.answer) }),
    unfinished: left.length > 0,
    ...(note ? { note } : {}),
  }
}

/** Whether what moved is no workbook of the district: what is known of each stands in the ledger. */
const isStill = (
  { broken, behind, readings }: Ledger,
  standing: Standing,
  marks: Record<BookId, string>,
  start: Moment,
): boolean =>
  start < standing.nextDue &&
  !standing.broken &&
  broken.size === 0 &&
  behind.size === 0 &&
  readings.size > 0 &&
  behindIn(readings).length === 0 &&
  movedBooks(readings, marks).size === 0

/**
 * One tick: collects what moved, judges, gives back and mails; with `force` every desk is read.
 *
 * Nothing moved and nothing due: only that is noted.
 */
export const tick = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  force = false,
): TickReport => {
  const refused = refusal(ports)
  if (refused) return quietReport('refused', refused)
  if (ports.facts.all().setUp !== undefined)
    return quietReport('refused', '新区建账还没有做完，请再运行一次建账')
  const start = Math.floor(ports.clock.now() / 1000) * 1000
  const facts = ports.facts.all()
  const standing = standingOf(facts)
  let marks: Record<BookId, string> | undefined
  if (!force && start < standing.nextDue) {
    marks = ports.tables.marks()
    if (marks && isUnmoved(standing, marks, facts)) {
      ports.facts.put({ quiet: String(start) })
      return quietReport('idle')
    }
  }
  const taken = takeLease(ports)
  if (!taken) return quietReport('busy', '另一次运行尚未结束')
  const { lease } = taken
  const world = fenced(ports, lease)
  try {
    // What another run left meanwhile counts, not what stood before it.
    const ledger = openLedgerOfYear(world, start)
    const left = withReadings(standingOf(taken.facts), ledger.readings)
    if (marks && isStill(ledger, left, marks, start)) {
      giveBack(ports, lease, { quiet: String(start), seen: marksInShort(marks, taken.facts) })
      return quietReport('idle')
    }
    const until = start + budget / 2
    const gathered = gather(world, registry, ledger, left, { start, until, force, marks })
    return work(world, left, lease, digest, gathered, start + budget)
  } catch (failure) {
    if (failure instanceof LeaseLost) return quietReport('busy', failure.message)
    // What was left undone is done by the next run, whatever it reads.
    try {
      giveBack(ports, lease, { nextDue: undefined })
    } catch (second) {
      ports.log.line(`运行权未能归还：${saidBy(second)}`)
    }
    throw failure
  }
}

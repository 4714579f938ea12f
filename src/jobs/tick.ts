import { carryOver } from '../domain/carry-over'
import { addDays } from '../domain/day'
import { type Journal, journalOf } from '../domain/event'
import type { Due } from '../domain/letter'
import { dueLetters } from '../domain/letters'
import { dayOf, type Moment } from '../domain/moment'
import { doubtClaimed, restLetters, settleOutbox } from '../domain/outbox'
import { planLines } from '../domain/plan-line'
import { isJobDue } from '../domain/schedule'
import { stampOf } from '../domain/stamp'
import type { TaskList } from '../domain/task-letters'
import { isOpen } from '../domain/week'
import { judgeWeekly, type Weekly } from '../domain/weekly'
import type { BookId, Digest, Ports } from '../ports'
import { findingsOf } from './findings'
import { judgeTasks } from './judge-tasks'
import { leaveStanding } from './leave-standing'
import { type Ledger, logRun, writeEvents, writePageMarks } from './ledger'
import { openLedgerOfYear } from './ledger-of-year'
import { noteFaults } from './note-faults'
import { refusal, takeLease } from './permission'
import { type Posted, post } from './post'
import { readDesks } from './read-desks'
import { readDistrict } from './read-district'
import { type Registry, weeklyRegisters } from './registry'
import { repairLooks } from './repair-looks'
import { type Asked, requestsOf } from './requests'
import type { Run } from './run'
import { coveredAt, type Standing, standingOf } from './standing'
import { quietReport, type TickReport } from './tick-report'
import { writeEverything } from './write-everything'

/** A run stops itself after 270 seconds and goes on in the next. */
const budget = 270_000

/** Workbooks that people edit and that moved since they were read; the ledger moves by itself. */
const movedBooks = (standing: Standing, marks: Record<BookId, string> | undefined): Set<BookId> =>
  new Set(
    Object.keys(standing.covered).filter(
      (book) => marks?.[book] !== undefined && standing.marks[book] !== marks[book],
    ),
  )

const judge = (run: Run, asked: Asked, standing: Standing, digest: Digest): Weekly[] => {
  const { journal, district, registry } = run
  const desks = new Map(district.offices.map((office) => [office.desk, office.id]))
  return weeklyRegisters(registry).map((registers) => {
    const weekly = judgeWeekly(journal, registers, district, {
      control: run.control,
      covered: (book) => coveredAt(standing, book),
      unread: new Set([...run.unread.keys()].map((book) => desks.get(book) ?? '')),
      asked: asked.weeks,
      digest,
    })
    carryOver(
      journal,
      registers.plan,
      weekly.lines,
      (office) =>
        weekly.weeks.find(
          ({ week, duties }) =>
            isOpen(week, journal.at) &&
            duties.some((duty) => duty.office === office && !duty.complete),
        )?.week.monday,
    )
    // What has just been carried over is shown in this run too.
    return { ...weekly, lines: planLines(journal.state, registers.plan, district) }
  })
}

const unsteady = (run: Run): boolean =>
  run.weekly.some(({ weeks, registers }) =>
    weeks.some(({ week, lines }) => {
      const version = run.journal.state.versions.get(`${registers.plan.id}|${week.monday}`)
      if (!version || version.issued === 0) return false
      return lines.some((line) => line.row.at === run.journal.at && line.week === week.monday)
    }),
  )

/** Notes what the run did; the flush that claims its first letter applies it. */
const closeRun = (run: Run, ledger: Ledger, read: number, events: number, note: string): void => {
  const { ports, journal } = run
  writePageMarks(ports, ledger)
  writeEvents(ports, ledger, journal.news.splice(0))
  logRun(ports, ledger, [
    stampOf(journal.at),
    String(read),
    String(run.unread.size),
    String(events),
    note,
  ])
}

const settleLetters = (journal: Journal, due: Due[]): number => {
  const before = [...journal.state.letters.values()].filter(
    (each) => each.state === 'withdrawn',
  ).length
  settleOutbox(journal, due)
  restLetters(journal, addDays(dayOf(journal.at), -35), due)
  const after = [...journal.state.letters.values()].filter(
    (each) => each.state === 'withdrawn',
  ).length
  return Math.max(0, after - before)
}

/** Once a day: whether the lists of the control workbook let mail and approval work. */
const checkLists = (run: Run): void => {
  const { journal, district } = run
  if (!isJobDue(district, '每日自检', journal.state.jobs.get('每日自检'), journal.at)) return
  const findings = findingsOf(run)
  const result = findings.length === 0 ? '无异常' : `${findings.length}项，见「问题」`
  journal.set('jobs', '每日自检', { at: journal.at, result })
}

const taskLists = (run: Run): TaskList[] =>
  run.tasks.map(({ registers, tasks }) => ({ register: registers.task, tasks }))

/** The straight line: read, check, remember, judge, render, write, post. */
const work = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  standing: Standing,
  start: Moment,
  force: boolean,
  known: Record<BookId, string> | undefined,
): TickReport => {
  const marks = known ?? ports.tables.marks()
  const moved = movedBooks(standing, marks)
  const ledger = openLedgerOfYear(ports, start)
  const journal = journalOf(ledger.state, start)
  doubtClaimed(journal)
  const { district, taken: control } = readDistrict(ports, registry, journal, standing)
  const asked = requestsOf(journal, registry.house.request, district)
  const all =
    force || asked.collect || marks === undefined || (!standing.exact && start >= standing.nextDue)
  const wanted = district.offices.filter(
    ({ desk }) =>
      desk !== '' &&
      (all ||
        moved.has(desk) ||
        standing.behind.includes(desk) ||
        standing.covered[desk] === undefined),
  )
  const desks = readDesks(ports, registry, journal, district, standing, wanted, start + budget / 2)
  const run: Run = {
    ports,
    registry,
    control: standing.control,
    dashboard: standing.dashboard,
    journal,
    district,
    weekly: [],
    tasks: [],
    taken: new Map([[standing.control, control], ...desks.taken]),
    unread: desks.unread,
  }
  noteFaults(run)
  run.weekly = judge(run, asked, standing, digest)
  run.tasks = judgeTasks(run)
  const due = dueLetters(
    { district, control: standing.control, now: start, state: journal.state },
    run.weekly,
    taskLists(run),
  )
  const repaired = repairLooks(run, asked.repair)
  checkLists(run)
  asked.settle(journal, { repaired })
  const withdrawn = settleLetters(journal, due)
  const events = writeEvents(ports, ledger, journal.news.splice(0)).length
  if (events > 0) ports.tables.flush()
  const written = writeEverything(run, ledger, start + budget)
  const note = written.conflicts.join('；')
  closeRun(run, ledger, run.taken.size, events, note)
  const posted: Posted = post(run, ledger, due, new Set(written.behind), start + budget)
  const behind = [...new Set([...desks.unread.keys(), ...desks.left, ...written.behind])]
  // 发件情况 was written before the letters went: the next run shows how they fared.
  const mailed = posted.waiting + posted.sent + posted.failed > 0
  const again = behind.length > 0 || mailed || unsteady(run) || written.conflicts.length > 0
  leaveStanding(run, standing, { marks, behind, again })
  const name = (book: BookId) =>
    district.offices.find((office) => office.desk === book)?.short ?? book
  return {
    outcome: 'done',
    read: run.taken.size,
    unread: [...desks.unread].map(([book, { reason }]) => ({ desk: name(book), reason })),
    events,
    sent: posted.sent,
    withdrawn,
    waiting: posted.waiting,
    unfinished: desks.left.length > 0,
    ...(note ? { note } : {}),
  }
}

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
  const start = Math.floor(ports.clock.now() / 1000) * 1000
  const standing = standingOf(ports.facts.all())
  let marks: Record<BookId, string> | undefined
  if (!force && start < standing.nextDue && standing.behind.length === 0) {
    marks = ports.tables.marks()
    if (marks && movedBooks(standing, marks).size === 0) {
      ports.facts.put({ quiet: String(start) })
      return quietReport('idle')
    }
  }
  if (!takeLease(ports)) return quietReport('busy', '另一次运行尚未结束')
  try {
    return work(ports, registry, digest, standing, start, force, marks)
  } catch (failure) {
    ports.facts.put({ lease: undefined })
    throw failure
  }
}

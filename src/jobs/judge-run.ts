import { carryOver } from '../domain/carry-over'
import { addDays } from '../domain/day'
import { noteDigests } from '../domain/digest'
import type { Due } from '../domain/letter'
import { dueLetters } from '../domain/letters'
import { dayOf } from '../domain/moment'
import { restLetters, settleOutbox, showInstead } from '../domain/outbox'
import { planLines } from '../domain/plan-line'
import { isJobDue } from '../domain/schedule'
import { isOpen } from '../domain/week'
import type { Weekly } from '../domain/weekly'
import type { Digest } from '../ports'
import { findingsOf } from './findings'
import { judgeTasks } from './judge-tasks'
import { judgeWeeks } from './judge-weeks'
import { makerOf, mattersIn } from './matters-in'
import { type RepairOptions, repairRound } from './repair-round'
import type { Asked } from './requests'
import type { Run } from './run'
import type { Standing } from './standing'
import { taskLists } from './task-lists'
import { keepTaskFigures } from './week-tasks'

/** Carries on what was not done; it is shown in this run too. */
const carried = ({ journal, district }: Run, weekly: Weekly): Weekly => {
  const { plan } = weekly.registers
  const open = weekly.weeks.filter(({ week }) => isOpen(week, journal.at))
  carryOver(
    journal,
    plan,
    weekly.lines,
    (office) =>
      open.find(({ duties }) => duties.some((duty) => duty.office === office && !duty.complete))
        ?.week.monday,
  )
  return { ...weekly, lines: planLines(journal.state, plan, district) }
}

const settleLetters = ({ journal, district }: Run, due: Due[]): number => {
  const withdrawn = settleOutbox(journal, due)
  if (district.settings.text('mail.on') === '否') showInstead(journal)
  restLetters(journal, addDays(dayOf(journal.at), -35), due)
  return withdrawn
}

/** Once a day: whether the lists of the control workbook let mail and approval work. */
const checkLists = (run: Run): void => {
  const { journal, district } = run
  if (!isJobDue(district, '每日自检', journal.state.jobs.get('每日自检'), journal.at)) return
  const findings = findingsOf(run)
  const result = findings.length === 0 ? '无异常' : `${findings.length}项，见「问题」`
  journal.set('jobs', '每日自检', { at: journal.at, result })
}

/** Judges weeks, tasks and letters, and does what is due once a day or was asked for. */
export const judgeRun = (
  run: Run,
  asked: Asked,
  standing: Standing,
  digest: Digest,
  repair: Omit<RepairOptions, 'asked' | 'digest'>,
): { due: Due[]; withdrawn: number; unrepaired: number } => {
  const { journal } = run
  run.weekly = judgeWeeks(run, standing, digest, asked.weeks).map((each) => carried(run, each))
  run.tasks = judgeTasks(run)
  keepTaskFigures(run)
  const maker = makerOf(run)
  const due = dueLetters(maker, run.weekly, taskLists(run), mattersIn(run))
  noteDigests(journal, maker, due)
  const { repaired, left } = repairRound(run, { ...repair, asked: asked.repair, digest })
  checkLists(run)
  asked.settle(journal, { repaired, due: new Set(due.map(({ key }) => key)) })
  return { due, withdrawn: settleLetters(run, due), unrepaired: left }
}

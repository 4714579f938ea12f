import { holds, shortName } from '../domain/district'
import type { DraftContent } from '../domain/draft-content'
import { dayOf } from '../domain/moment'
import type { Paper } from '../domain/paper'
import { textSaid } from '../domain/readers'
import type { Task } from '../domain/task'
import { escalationTarget, givingOffice, ledOf } from '../domain/task-deciders'
import { isDraftKind } from '../domain/task-drafts'
import { openTask } from '../domain/task-readers'
import type { Ask } from '../domain/task-state'
import { saySource } from '../domain/task-step'
import {
  handoutPaper,
  hintPaper,
  reportPaper,
  slipPaper,
  type TaskPaper,
} from '../wording/papers/task-papers'
import type { TaskBoard } from './judge-tasks'
import type { PaperMaker } from './papers'
import type { Run } from './run'

/** The text block of an official paper (GB/T 9704-2012): 156 × 225 mm, a slip with its 回执 a little higher. */
const official: Paper['margins'] = [37, 26, 35, 28]
const slipSheet: Paper['margins'] = [24, 26, 18, 28]

const contactOf = (run: Run, task: Task) =>
  run.district.people.find(({ id }) => id === task.commissioner)

const sheet = (
  parts: Paper['parts'],
  margins: Paper['margins'],
  onePage: boolean,
): ReturnType<PaperMaker['make']> => ({
  margins,
  onePage,
  points: { most: 14, least: 9 },
  numbered: !onePage,
  parts,
})

/** A draft or what was issued of it; those of an older workspace, without their facts, stand as text. */
const draftMaker = (run: Run, board: TaskBoard, task: Task, id: string, ask: Ask): PaperMaker[] => {
  const { facts, kind, decided } = ask
  if (!facts || !isDraftKind(kind) || ask.lapsed !== undefined || decided?.yes === false) return []
  const { district } = run
  const register = board.registers.task
  const issued = decided && { number: decided.number ?? id, on: dayOf(decided.at) }
  const paper: TaskPaper = { facts, district, contact: contactOf(run, task), issued }
  const word = register.deadline?.settings ?? ''
  const parts = (): Paper['parts'] => {
    if (kind === '督办单') return slipPaper(paper, district.settings.text(`${word}.slipTitle`))
    if (kind === '沟通提示')
      return hintPaper(paper, escalationTarget(district, register, ledOf(task)))
    const principals = district.leaders.filter(
      (leader) => leader.principal && holds(leader, facts.asOf),
    )
    return reportPaper(
      paper,
      principals.map(({ name }) => name),
    )
  }
  const state = issued ? (decided?.number ?? '已签发') : '拟稿'
  return [
    {
      offer: {
        key: `draft.${id}`,
        name: `${kind}（${state}）：${facts.what}`,
        format: 'A4 portrait',
        group: '督办单、专报、沟通提示',
        book: run.control,
        tab: board.registers.decision.title,
      },
      make: () => sheet(parts(), kind === '督办单' ? slipSheet : official, kind !== '专报'),
    },
  ]
}

/** What a paper that hands a task out says of it, as it stands now. */
const handoutFacts = (run: Run, { registers }: TaskBoard, task: Task): DraftContent => {
  const { task: register } = registers
  const { what, lead } = openTask(register, task)
  const { state, values: v } = task
  const rule = register.deadline
  const kept = what !== (v[rule?.what ?? ''] ?? '')
  return {
    task: task.id,
    asOf: dayOf(run.journal.at),
    what,
    source: rule ? textSaid(kept, saySource(rule, v)) : '',
    giver: textSaid(kept, v[rule?.giver ?? ''] ?? ''),
    urgency: rule?.urgency?.values.find((each) => each === v[rule.urgency?.field ?? '']) ?? '',
    lead: lead === shortName(run.district, task.office) ? '' : lead,
    office: task.office,
    helpers: task.helping.map(({ office }) => office),
    organ: givingOffice(run.district, register, ledOf(task)),
    commissioner: '',
    assigned: state.assigned,
    due: state.due,
    step: '',
    original: state.extensions.length > 0 ? state.original : '',
    extended: state.extensions.length,
    moved: '',
    progress: '',
    noted: '',
    overdue: 0,
    past: 0,
    waiting: '',
    trouble: '',
    steps: [],
  }
}

const handoutMaker = (run: Run, board: TaskBoard, task: Task): PaperMaker[] => {
  if (task.office === '' || task.state.over !== '') return []
  const facts = handoutFacts(run, board, task)
  const paper: TaskPaper = {
    facts,
    district: run.district,
    contact: contactOf(run, task),
    issued: undefined,
  }
  return [
    {
      offer: {
        key: `handout.${task.id}`,
        name: `交办通知单：${facts.what}（${shortName(run.district, task.office)}）`,
        format: 'A4 portrait',
        group: '交办通知单',
      },
      make: () => sheet(handoutPaper(paper), slipSheet, true),
    },
  ]
}

/** The papers about tasks: what a person issues when they are late, and what hands them out. */
export const taskPapers = (run: Run): PaperMaker[] =>
  run.tasks.flatMap((board) => [
    ...board.tasks.flatMap((task) =>
      task.asks.flatMap(({ id, ask }) => draftMaker(run, board, task, id, ask)),
    ),
    ...board.tasks.flatMap((task) => handoutMaker(run, board, task)),
  ])

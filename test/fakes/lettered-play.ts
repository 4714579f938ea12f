import { noteDigests } from '../../src/domain/digest'
import type { Due, Maker } from '../../src/domain/letter'
import { dueLetters } from '../../src/domain/letters'
import type { Matter } from '../../src/domain/matter'
import { mattersOf } from '../../src/domain/matters'
import type { Moment } from '../../src/domain/moment'
import { settleOutbox, waiting } from '../../src/domain/outbox'
import { noteDelivery, readyToSend } from '../../src/domain/sending'
import { tasksOf } from '../../src/domain/task'
import type { TaskList } from '../../src/domain/task-letters'
import { stepTasks } from '../../src/domain/task-step'
import { task } from '../../src/registers/task'
import { taskDecision } from '../../src/registers/task-decision'
import { taskFeedback } from '../../src/registers/task-feedback'
import { control, type PaperDistrict } from './paper-district'

const registers = { task, feedback: taskFeedback, decision: taskDecision }

/** A letter that went, when, and what there was to know in the district then. */
export type Went = { due: Due; at: Moment; matters: Matter[]; maker: Maker }

/** One run on paper: judges, queues and sends; a letter that is sent is taken at once. */
export const runOnPaper = (paper: PaperDistrict, at: Moment): Went[] => {
  const journal = paper.journal(at)
  const weekly = [paper.judge(at)]
  const district = paper.district()
  stepTasks(journal, registers, district, control)
  const list: TaskList = {
    register: task,
    feedback: taskFeedback,
    decision: taskDecision,
    tasks: tasksOf(paper.state, registers, district, at),
  }
  const maker: Maker = { district, control, now: at, state: paper.state }
  const matters = mattersOf(maker, weekly, [list])
  const due = dueLetters(maker, weekly, [list], matters)
  noteDigests(journal, maker, due)
  settleOutbox(journal, due)
  return readyToSend(journal, waiting(journal, due)).map((each) => {
    const letter = paper.state.letters.get(each.key)
    if (letter) noteDelivery(journal, letter, { outcome: 'sent' })
    return { due: each, at, matters, maker }
  })
}

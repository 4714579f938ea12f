import { isOpenAsk } from '../domain/ask'
import { saidOn } from '../domain/decision'
import { type Office } from '../domain/district'
import { dayOf } from '../domain/moment'
import { isWithdrawn, sayPaper, signerName } from '../domain/paper-decision'
import type { Register } from '../domain/register'
import { sayTurn } from '../domain/say-difference'
import { rowKey } from '../domain/state'
import type { Task } from '../domain/task'
import { ledOf } from '../domain/task-deciders'
import { decisionDesk, typedDecision } from '../domain/task-decision-row'
import { askTexts, verdictOn } from '../domain/task-decisions'
import { isDraft } from '../domain/task-drafts'
import { whatOf } from '../domain/task-due'
import { settledBy } from '../domain/task-readers'
import type { Ask } from '../domain/task-state'
import { type DecisionWords, sayRefused } from '../wording/pages/decision-words'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'
import { saySituation } from './say-situation'

type Cells = Map<string, Record<string, string>>

const askState = (ask: Ask, notTaken: string): string => {
  if (ask.lapsed !== undefined) return '已失效'
  if (!ask.decided && notTaken !== '') return `未采用：${notTaken}`
  if (isDraft(ask)) return ask.decided ? (ask.decided.yes ? '已签发' : '不发') : '待签发'
  return ask.decided ? `已定：${ask.decided.yes ? '同意' : '不同意'}` : '待审核'
}

/** Of what was recorded for a leader: who signed and who recorded it, and that it was withdrawn since. */
const saySigned = (run: Run, book: string, decision: Register, id: string, ask: Ask): string => {
  const { decided } = ask
  if (!decided?.paper) return ''
  const { district, journal } = run
  const by = `；${signerName(district, decided.by)}签批${sayPaper(district, decided.paper)}`
  const said = saidOn(decision, journal.state.rows.get(rowKey(book, decision.id, id)), district)
  return said?.record && isWithdrawn(district, said.record, decided.at)
    ? `${by}；联络员已撤回代录，已生效的不能自动恢复，请统筹核对`
    : by
}

const wordsOf = (decision: Register, ask: Ask): DecisionWords => {
  const { decision: key, by } = decision.binds ?? { decision: '', by: '' }
  return {
    decision: decision.fields[key]?.heading ?? '',
    by: decision.fields[by ?? '']?.heading ?? '',
    waits: isDraft(ask) ? '待签发' : '待审核',
    choices: decision.fields[key]?.choices.map(({ value }) => value) ?? [],
    deciders: '',
  }
}

/** Under which number a draft was issued; nothing of what was decided otherwise. */
const sayIssued = ({ decided }: Ask): Record<string, string> =>
  decided?.number ? { situation: `文号${decided.number}` } : {}

/** What has changed in the line of an ask since it was put there, old to new. */
const sayChanged = ({ put, was }: Ask): string =>
  put && was
    ? put.parts
        .flatMap((part, i) => (part === was.parts[i] ? [] : sayTurn(was.parts[i] ?? '', part)))
        .join('，')
    : ''

/** Why what was typed beside something asked for is not taken, for beside the row. */
const notTaken = (run: Run, { registers }: TaskBoard, task: Task, one: Task['asks'][0]): string => {
  const { district, journal, control } = run
  const led = ledOf(task)
  const typed = typedDecision(journal.state, registers, district, led, one, control)
  const decided = {
    district,
    register: registers.task,
    led,
    office: task.office,
    asks: journal.state.asks,
    on: dayOf(journal.at),
  }
  const verdict = verdictOn(decided, registers.decision, one.ask, typed)
  const refused = sayRefused(verdict, wordsOf(registers.decision, one.ask))
  const changed = !verdict.counts && verdict.why === 'changed' ? sayChanged(one.ask) : ''
  return changed === '' ? refused : `${refused}；${changed}`
}

/** What waits for a decision at one place, what was decided there, and what waits elsewhere now. */
export const decisionRows = (run: Run, board: TaskBoard, at: Office | undefined): Cells => {
  const rows: Cells = new Map()
  const { decision } = board.registers
  const book = at?.desk ?? run.control
  const has = (id: string) => run.journal.state.rows.has(rowKey(book, decision.id, id))
  for (const task of board.tasks) {
    for (const { id, ask } of task.asks) {
      const place = decisionDesk(run.district, board.registers, ledOf(task), ask)
      const settled = !isOpenAsk(ask)
      // What was settled stays where it was; what waits goes along with its commissioner.
      const here = place?.id === at?.id
      if (!here && !settled && has(id)) rows.set(id, { state: `已转到${place?.short ?? '总台账'}` })
      // A number typed at another 督办台 is no reason to show there what was decided elsewhere.
      const stands = has(id) && (here || !at || settledBy(ask, at.head))
      if (settled ? !stands : !here) continue
      rows.set(id, {
        ...askTexts(
          run.district,
          { lead: task.lead, what: whatOf(board.registers.task, task) },
          ask,
        ),
        ...(settled ? sayIssued(ask) : { situation: saySituation(run, board, task, ask) }),
        state: `${askState(ask, here ? notTaken(run, board, task, { id, ask }) : '')}${saySigned(run, book, decision, id, ask)}`,
      })
    }
  }
  return rows
}

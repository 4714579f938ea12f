import { checkedBefore } from './changed-line'
import { type Day, sayMonthDay } from './day'
import { judgeDecision, saidOn, textHash, type Verdict } from './decision'
import type { District } from './district'
import type { Journal } from './event'
import { type Keeper, keptThen } from './kept-lines'
import type { PublishedLine } from './published'
import { controlReader, lineSaid } from './readers'
import type { Register } from './register'
import { sayDifference } from './say-difference'
import { rowKey, type State } from './state'
import { lineKey, publishedLines } from './version-text'

/** A change that is only recorded, as it stands at 调整待核 until it is ticked. */
export type Recorded = { id: string; line: PublishedLine; text: string }

export type Recording = {
  plan: Register
  check: Register
  control: string
  week: Day
  /** The week as the 编号 of a line names it. */
  mark: string
  keeper: Keeper
}

/** What is said at 调整待核 of a line whose words are not for whoever reads there. */
export const keptWords = '本办安排的文字有变动'

/** The 编号 of the nth change of a line at 调整待核. */
export const checkId = (mark: string, line: string, n: number): string => `${mark}-${line}-${n}`

const sayRecorded = (
  { plan, week, keeper }: Recording,
  district: District,
  line: PublishedLine,
): string => {
  const before = checkedBefore(line)
  const reader = controlReader(district, plan.approval?.settings, week)
  if (lineSaid(reader, keptThen(plan, keeper(line), [line.values, before])) !== 'full')
    return keptWords
  const { who, day } = plan.submission ?? { who: '', day: '' }
  const leader = district.leaders.find(({ id }) => id === line.values[who])?.name ?? ''
  const on = line.values[day]
  const keys = Object.keys(line.checked ?? {})
  const said = sayDifference(plan, district, keys, before, line.values)
  return `${leader}${on ? sayMonthDay(on as Day) : ''}：${said}`
}

/** What of an issued week waits to be ticked. */
export const recordedOf = (state: State, district: District, recording: Recording): Recorded[] =>
  publishedLines(state, recording.plan, recording.week)
    .filter((line) => line.checked !== undefined)
    .map((line) => ({
      id: checkId(recording.mark, line.id, (line.checks ?? 0) + 1),
      line,
      text: sayRecorded(recording, district, line),
    }))

/** Whether what stands beside a recorded change ticks it: the text it stood beside, and no other. */
export const checkVerdict = (
  state: State,
  district: District,
  { check, control }: Recording,
  { id, line, text }: Recorded,
): Verdict => {
  const said = saidOn(check, state.rows.get(rowKey(control, check.id, id)), district)
  const put = { hash: textHash([text]), at: line.since ?? 0 }
  return judgeDecision(check, said, put, () => undefined)
}

/** Takes what the coordinator has ticked. */
export const takeChecks = (journal: Journal, district: District, recording: Recording): void => {
  const { plan, week } = recording
  for (const one of recordedOf(journal.state, district, recording)) {
    const verdict = checkVerdict(journal.state, district, recording, one)
    if (!verdict.counts || verdict.said.decision !== '是') continue
    const { checked: _, ...rest } = one.line
    const checks = (one.line.checks ?? 0) + 1
    journal.set('lines', lineKey(plan, week, one.line.id), { ...rest, checks })
  }
}

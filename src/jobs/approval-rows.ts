import { shortName } from '../domain/district'
import { filedAs } from '../domain/duty'
import { sayMoment } from '../domain/moment'
import { isWithdrawn, paperMark, sayPaper, signerName } from '../domain/paper-decision'
import type { Version } from '../domain/published'
import { controlReader } from '../domain/readers'
import { rowKey } from '../domain/state'
import { isUnnamed } from '../domain/unnamed-lines'
import { waits } from '../domain/version'
import { approvalId, versionKey } from '../domain/version-text'
import { isSentBack, type WeekJudged, type Weekly, weekMark } from '../domain/weekly'
import { type DecisionWords, sayRefused } from '../wording/pages/decision-words'
import { sayTurned } from '../wording/pages/say-turned'
import type { Run } from './run'

type Cells = Map<string, Record<string, string>>

/** How the tab 审定 speaks, as its columns are headed. */
const wordsOf = ({ registers: { approval } }: Weekly): DecisionWords => {
  const { decision, by } = approval.binds ?? { decision: '', by: '' }
  return {
    decision: approval.fields[decision]?.heading ?? '',
    by: approval.fields[by ?? '']?.heading ?? '',
    waits: '待审定',
    choices: approval.fields[decision]?.choices.map(({ value }) => value) ?? [],
    deciders: '不在可审定名单中，请由名单中的人审定',
  }
}

/** Who approved what was issued, of one that was recorded; and that it was withdrawn since. */
const sayIssued = ({ district }: Run, judged: WeekJudged, version: Version): string => {
  if (!version.paper) return '已印发'
  const by = `${signerName(district, version.approver)}审定${sayPaper(district, version.paper)}`
  const { record, read = 0 } = judged.decided?.said ?? {}
  return record && isWithdrawn(district, record, read)
    ? `已印发，${by}；联络员已撤回代录，已印发的不能自动收回，请统筹核对后重新送审`
    : `已印发，${by}`
}

const sayApproved = ({ district }: Run, { decided, week }: WeekJudged): string => {
  const { record, by = '' } = decided?.said ?? {}
  const who = record
    ? `${signerName(district, by)}审定${sayPaper(district, paperMark(record).paper)}`
    : '已审定'
  return `${who}，${sayMoment(week.feedback)}后反馈`
}

const stateOf = (run: Run, weekly: Weekly, judged: WeekJudged, version: Version, n: number) => {
  if (n === version.issued && n === version.n) return sayIssued(run, judged, version)
  if (n === version.issued || version.earlier.includes(n)) return '已印发'
  if (n < version.n || version.void) return '作废'
  if (judged.approved) return sayApproved(run, judged)
  if (isSentBack(judged.decided)) return '退回'
  return sayRefused(judged.decided, wordsOf(weekly)) || '待审定'
}

/** Lines of those who have filed that stand on no page, as the approver has to know. */
const sayUnnamed = (
  { registers: { plan }, lines }: Weekly,
  { week, duties }: WeekJudged,
): string => {
  const filed = duties.filter((duty) => duty.complete).map(({ office }) => office)
  const count = lines.filter(
    (line) => line.week === week.monday && filed.includes(line.office) && isUnnamed(plan, line),
  ).length
  return count === 0 ? '' : `另有${count}项因领导姓名无法识别未列入`
}

/** Who has not filed: of a version that waits as it stands now, of one given back as it stood. */
const missingOf = (version: Version, { duties }: WeekJudged): string[] => {
  const isWaiting: boolean = waits(version)
  return isWaiting
    ? duties.filter((duty) => filedAs(duty) === '未报').map(({ office }) => office)
    : version.missing
}

/** 审定: a line for the newest version of every live week; earlier ones keep their line. */
export const approvalRows = (run: Run, weekly: Weekly): Cells => {
  const rows: Cells = new Map()
  const { plan, approval } = weekly.registers
  const { state } = run.journal
  for (const judged of weekly.weeks) {
    const { week } = judged
    const version = state.versions.get(versionKey(plan, week.monday))
    if (!version) continue
    for (let n = 1; n <= version.n; n++) {
      const id = approvalId(weekMark(weekly.registers, week.monday), n)
      const known = state.rows.has(rowKey(run.control, approval.id, id))
      if (n < version.n && !known) continue
      const reader = controlReader(run.district, plan.approval?.settings, week.monday)
      const own = {
        item: plan.approval?.item ?? '',
        week: week.monday,
        version: String(n),
        hash: version.hash,
        missing: [
          missingOf(version, judged)
            .map((office) => shortName(run.district, office))
            .join('、'),
          sayUnnamed(weekly, judged),
        ]
          .filter((text) => text !== '')
          .join('；'),
      }
      // Of an earlier version too: what has been narrowed since stands nowhere with its words.
      const changes = n === 1 ? '' : sayTurned(run.district, weekly, week.monday, state, n, reader)
      rows.set(id, {
        ...(n === version.n ? own : {}),
        changes,
        state: stateOf(run, weekly, judged, version, n),
      })
    }
  }
  return rows
}

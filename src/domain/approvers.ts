import type { Day } from './day'
import { byPerson, judgeDecision, saidOn, textHash, type Verdict } from './decision'
import type { District } from './district'
import { whyNotRecorded } from './paper-decision'
import type { Version } from './published'
import type { Register } from './register'
import { rowKey, type State } from './state'

/** Whether a named person has to let a week go; only the word 免审定 says that nobody has to. */
export const needsApproval = (district: District, word: string, on: Day): boolean =>
  district.settings.text(`${word}.approve`, on) !== '免审定'

/** Whether a person stands in the list of those who may approve. */
export const mayApprove = (district: District, word: string, person: string, on: Day): boolean =>
  district.people.some(({ id }) => id === person) &&
  district.settings.list(`${word}.approver`, on).includes(person)

/** What was decided about a version on its line at 审定. */
export const versionVerdict = (
  state: State,
  { plan, approval }: { plan: Register; approval: Register },
  district: District,
  place: { control: string; id: string; on: Day },
  version: Version,
): Verdict => {
  const said = saidOn(
    approval,
    state.rows.get(rowKey(place.control, approval.id, place.id)),
    district,
  )
  const word = plan.approval?.settings ?? ''
  return judgeDecision(
    approval,
    said,
    { hash: textHash([version.hash]), at: version.at },
    (each) => {
      if (!each.record)
        return byPerson((person) => mayApprove(district, word, person, place.on))(each)
      const words = whyNotRecorded(district, each.record, {
        item: '周计划',
        put: version.at,
        read: each.read,
        isApplicant: () => false,
      })
      return words === '' ? undefined : { words }
    },
  )
}

/** Whether what was decided lets a version go: 同意, or nobody has to. */
export const approves = (district: District, word: string, verdict: Verdict, on: Day): boolean =>
  !needsApproval(district, word, on) || (verdict.counts && verdict.said.decision === '同意')

import { type Duty, handInId } from '../../src/domain/duty'
import type { Moment } from '../../src/domain/moment'
import { approvalId, versionKey } from '../../src/domain/version-text'
import { statusId, type WeekJudged, type Weekly } from '../../src/domain/weekly'
import { house } from '../../src/registers'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, type PaperDistrict, when } from './paper-district'

/** The first plan week of the order of 15 November 2024. */
export const firstWeek = '2024-11-18'

/** Who serves whom in the paper district: the offices with leaders in scope. */
export const served = { QWB: '江岳', QRD: '孟广华', QZF: '程波', QFY: '郑开元' } as const

export type Filer = keyof typeof served

/** A plan line of an office's leader, Wednesday morning at 09:00 unless said otherwise. */
export const line = (office: Filer, more: Record<string, string> = {}): Record<string, string> => ({
  week: firstWeek,
  leader: served[office],
  on: '2024-11-20',
  part: '上午',
  from: '09:00',
  to: '10:00',
  what: `${served[office]}的会`,
  place: `${office}会议室`,
  ...more,
})

/** An office writes one line for its leader and says 报送 = 是. */
export const file = (
  paper: PaperDistrict,
  office: Filer,
  at: Moment,
  more: Record<string, string> = {},
): void => {
  paper.put(`d-${office}`, weeklyPlan, `${office}-0001`, line(office, more), at)
  say(paper, office, at)
}

/** An office says that its plans are in. */
export const say = (paper: PaperDistrict, office: Filer, at: Moment, attempt = 1): void => {
  const cells = { week: firstWeek, attempt: String(attempt), done: '是', by: '值班员' }
  paper.put(`d-${office}`, handIn, handInId(firstWeek, attempt), cells, at)
}

/** The coordinator sends a filing back. */
export const sendBack = (paper: PaperDistrict, office: Filer, reason: string, at: Moment): void => {
  paper.put(control, house.status, statusId(firstWeek, office), { reason }, at)
}

/** A named person decides on a version. */
export const decide = (
  paper: PaperDistrict,
  n: number,
  at: Moment,
  { decision = '同意', by = '周衡' } = {},
): void => {
  const hash = paper.state.versions.get(versionKey(weeklyPlan, firstWeek))?.hash ?? ''
  paper.put(control, house.approval, approvalId(firstWeek, n), { hash, decision, by }, at)
}

/** Everybody files on Thursday, 周衡 approves on Friday at 13:00, the week is given back at 17:00. */
export const issuedWeek = (paper: PaperDistrict): void => {
  for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const) {
    file(paper, office, when('2024-11-14 10:00'))
  }
  paper.judge(when('2024-11-14 10:00'))
  decide(paper, 1, when('2024-11-15 13:00'))
  paper.judge(when('2024-11-15 17:00'))
}

/** The first plan week, judged. */
export const judgedWeek = (weekly: Weekly): WeekJudged => {
  const found = weekly.weeks.find(({ week }) => week.monday === firstWeek)
  if (!found) throw new Error('the first plan week is not live')
  return found
}

/** How an office stands with the first plan week. */
export const dutyOf = (weekly: Weekly, office: Filer): Duty => {
  const found = judgedWeek(weekly).duties.find((duty) => duty.office === office)
  if (!found) throw new Error(`${office} owes nothing`)
  return found
}

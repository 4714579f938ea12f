import type { Day } from './day'
import { type District, holds, type Leader, type Person } from './district'
import { dayOf, type Moment } from './moment'
import { findByName } from './names'
import { quote } from './problem'
import type { KnownRow } from './state'
import { addWorkingDays } from './working-days'

/** The columns in which a decision given on paper, in person or by telephone is recorded. */
export type PaperColumns<K extends string = string> = {
  how: K
  recorder: K
  on: K
  place: K
  withdrawn: K
}

/** A decision that somebody recorded for a leader, as typed and as understood; 编号 are '' where unknown. */
export type PaperRecord = {
  leader: string
  typedLeader: string
  how: string
  recorder: string
  typedRecorder: string
  /** The day it was given; undefined where it cannot be read. */
  on: Day | '' | undefined
  withdrawn: string
  typedWithdrawn: string
  /** When the row was changed last: a withdrawal is read then. */
  at: Moment
}

/** Who may record what for a leader, as the coordinator has written it. */
export type RecordingRight = {
  leader: string
  who: string[]
  liaisons: boolean
  commissioners: boolean
  item: string
  from: string
  to: string
}

/** Where the record of a decision is kept with what it let go: how it was given, by whom recorded, of which day. */
export type PaperMark = { how: string; by: string; on: Day }

type Values = Record<string, string>

const leaderNamed = (district: District, typed: string): string => {
  const found = findByName(district.names.leaders, typed, { titles: true })
  return found.found === 'one' ? found.one.id : ''
}

/**
 * What a row says of a decision that was recorded for a leader: one of its columns is filled, or
 * whoever decides is a leader and nobody of the people table. Undefined where a person decided.
 */
export const recordOn = (
  { by, paper }: { by?: string; paper?: PaperColumns },
  row: KnownRow,
  values: Values,
  district: District,
): PaperRecord | undefined => {
  if (!paper) return undefined
  const { cells } = row
  const typedLeader = cells[by ?? ''] ?? ''
  const leader = leaderNamed(district, typedLeader)
  const isFilled = [paper.how, paper.recorder, paper.on, paper.place].some((key) => cells[key])
  if (!isFilled && (leader === '' || values[by ?? ''])) return undefined
  return {
    leader,
    typedLeader,
    how: values[paper.how] ?? '',
    recorder: values[paper.recorder] ?? '',
    typedRecorder: cells[paper.recorder] ?? '',
    on: values[paper.on] as Day | '' | undefined,
    withdrawn: values[paper.withdrawn] ?? '',
    typedWithdrawn: cells[paper.withdrawn] ?? '',
    at: row.at,
  }
}

const liaisonsOf = ({ liaisonA, liaisonB }: Leader): string[] =>
  [liaisonA, liaisonB].filter((id) => id !== '')

const mayRecord = (
  district: District,
  leader: Leader,
  recorder: Person,
  item: string,
  on: Day,
): boolean =>
  district.recording.some(
    (right) =>
      right.leader === leader.id &&
      (right.item === '全部' || right.item === item) &&
      (right.from === '' || right.from <= on) &&
      (right.to === '' || on <= right.to) &&
      (right.who.includes(recorder.id) ||
        (right.liaisons && liaisonsOf(leader).includes(recorder.id)) ||
        (right.commissioners && recorder.roles.includes('督办专员'))),
  )

/** The rules of a record: when the text was put up, when the decision was read, and who applies. */
export type PaperCase = {
  item: '周计划' | '任务'
  put: Moment
  read: Moment
  isApplicant: (person: string) => boolean
}

/** The last day on which a leader's liaison may withdraw what was recorded: the next working day. */
const lastDayToWithdraw = (district: District, read: Moment): Day =>
  addWorkingDays(district.calendar, dayOf(read), 1)

/** Whether the leader's liaison withdrew in time what has taken effect already. */
export const isWithdrawn = (district: District, record: PaperRecord, read: Moment): boolean => {
  const leader = district.leaders.find(({ id }) => id === record.leader)
  return (
    leader !== undefined &&
    record.withdrawn !== '' &&
    liaisonsOf(leader).includes(record.withdrawn) &&
    dayOf(record.at) <= lastDayToWithdraw(district, read)
  )
}

const leaderProblem = (district: District, { typedLeader }: PaperRecord): string => {
  if (typedLeader === '') return '请填写签批的领导'
  const found = findByName(district.names.leaders, typedLeader, { titles: true })
  return found.found === 'several'
    ? `${quote(typedLeader)}有重名的领导，请加职务写明是哪一位`
    : `${quote(typedLeader)}不在领导名单中，不能代录`
}

const dayProblem = ({ on }: PaperRecord, { put, read }: PaperCase): string => {
  if (!on) return '请填写签批的日期'
  if (on > dayOf(read)) return '签批日期晚于登记之日，请核对'
  return on < dayOf(put) ? '签批日期早于本稿送来之日，签的不是本稿，请核对' : ''
}

// While nothing has gone out by it, a record that was withdrawn stays so: when its row was changed last says nothing.
const withdrawal = (record: PaperRecord, leader: Leader): string => {
  if (record.typedWithdrawn === '') return ''
  if (!liaisonsOf(leader).includes(record.withdrawn))
    return `撤回人${quote(record.typedWithdrawn)}不是${leader.name}的联络员，核对之前不作数`
  return `${leader.name}的联络员已撤回代录，请重新送签`
}

/** Why a recorded decision does not count, in words for beside the row; '' where it does. */
export const whyNotRecorded = (
  district: District,
  record: PaperRecord,
  rules: PaperCase,
): string => {
  const leader = district.leaders.find(({ id }) => id === record.leader)
  if (!leader) return leaderProblem(district, record)
  if (record.how === '') return '请填写方式：纸质签批、当面或电话'
  if (record.typedRecorder === '') return '请填写代录人'
  const recorder = district.people.find(({ id }) => id === record.recorder)
  if (!recorder)
    return `代录人${quote(record.typedRecorder)}不在人员表中，或者有同名的人，请写明是哪一个`
  const wrong = dayProblem(record, rules)
  if (wrong !== '' || !record.on) return wrong
  if (!holds(leader, record.on)) return `${leader.name}在签批之日不在任，请核对`
  if (rules.isApplicant(recorder.id)) return `${recorder.name}牵头这项任务，不能为自己的申请代录`
  if (!mayRecord(district, leader, recorder, rules.item, dayOf(rules.read)))
    return `${recorder.name}未获授权代${leader.name}登记，请统筹先在「代录授权」登记`
  return withdrawal(record, leader)
}

/** What is kept of a record that counts. */
export const paperMark = (record: PaperRecord | undefined): { paper?: PaperMark } =>
  record?.on ? { paper: { how: record.how, by: record.recorder, on: record.on } } : {}

/** Who decided: a person, or a leader; '' where nobody goes by this 编号. */
export const signerName = (district: District, id: string): string =>
  (
    district.people.find((each) => each.id === id) ??
    district.leaders.find((each) => each.id === id)
  )?.name ?? ''

/** How a decision was given and who recorded it: （纸质签批，林堯安代录）; '' where the person decided here. */
export const sayPaper = (district: District, paper: PaperMark | undefined): string =>
  paper ? `（${paper.how}，${signerName(district, paper.by)}代录）` : ''

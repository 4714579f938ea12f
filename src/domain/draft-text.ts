import { bareText } from './bare-text'
import { sayDay, sayMonthDay } from './day'
import type { DraftContent } from './draft-content'
import type { DraftKind } from './task-drafts'

const sayProgress = ({ progress, noted }: DraftContent): string =>
  progress === ''
    ? '未填报'
    : `${bareText(progress)}${noted === '' ? '' : `（${sayMonthDay(noted)}）`}`

const sayLate = ({ step, due, moved, asOf, overdue, waiting }: DraftContent): string => {
  const of = step === '' ? '完成' : `节点“${bareText(step)}”的`
  const off = moved === '' ? '' : `（时限顺延至${sayDay(moved)}）`
  const waits = waiting === '' ? '' : `，${bareText(waiting)}`
  return `${of}时限为${due === '' ? '' : sayDay(due)}${off}，截至${sayDay(asOf)}已逾期${overdue}天${waits}`
}

const slipText = (facts: DraftContent, office: string, names: DraftNames): string =>
  [
    `${office}：${facts.task}“${bareText(facts.what)}”由${facts.lead}牵头，${sayLate(facts)}`,
    `。最新进展：${sayProgress(facts)}`,
    `。请抓紧办理，在“${names.tab}”填报进展和预计办结时间；已办结的，填写完成情况`,
    facts.commissioner === '' ? '。' : `。督办专员：${facts.commissioner}。`,
  ].join('')

const reportText = (facts: DraftContent, office: string): string =>
  [
    `${facts.task}“${bareText(facts.what)}”由${facts.lead}牵头${facts.lead === office ? '' : `、${office}承办`}，`,
    `${sayDay(facts.assigned)}交办，${sayLate(facts)}`,
    facts.slip ? `；${sayDay(facts.slip.on)}已发督办单` : '',
    `。最新进展：${sayProgress(facts)}。请阅示。`,
  ].join('')

const hintText = (facts: DraftContent, office: string): string =>
  [
    `${facts.task}“${bareText(facts.what)}”由${facts.lead}牵头，${sayLate(facts)}`,
    `。最新进展：${sayProgress(facts)}。请与${office}沟通。`,
  ].join('')

/** What a draft's text names beside its facts: the office that carries it in short, and the tab to report in. */
export type DraftNames = { office: string; tab: string }

/** A draft in one line, for beside its decision and in letters; the paper itself says the same facts. */
export const draftText = (kind: DraftKind, facts: DraftContent, names: DraftNames): string => {
  if (kind === '督办单') return slipText(facts, names.office, names)
  return kind === '专报' ? reportText(facts, names.office) : hintText(facts, names.office)
}

import type { Day } from './day'
import { yearOf } from './day'
import type { District } from './district'
import { issuedUnder, nextNumber, readNumber } from './paper-number'
import type { Register } from './register'
import { isDraft } from './task-drafts'
import type { Ask } from './task-state'

/** What a number is given or judged by: everything asked for, and the day it is given on. */
export type NumberedBy = {
  district: District
  register: Register
  asks: ReadonlyMap<string, Ask>
  on: Day
}

/**
 * The series a draft is numbered in (发文字号, GB/T 9704-2012 7.2.5): of a 督办单 that of the office
 * that issues it, of a 专报 its own; '' where it gets no number, as a 沟通提示 does.
 */
export const seriesOf = (
  { district, register, on }: Omit<NumberedBy, 'asks'>,
  { kind, facts }: Pick<Ask, 'kind' | 'facts'>,
): string => {
  const word = register.deadline?.settings ?? ''
  if (kind === '专报') return district.settings.text(`${word}.reportNumber`, on)
  if (kind !== '督办单') return ''
  const organs = district.settings.list(`${word}.escalateTo`, on)
  const series = district.settings.text(`${word}.slipNumber`, on).split(/[、,，;；]/)
  return (series[Math.max(0, organs.indexOf(facts?.organ ?? ''))] ?? series[0] ?? '').trim()
}

/** The number a draft would be issued under if none were typed. */
export const proposedNumber = (by: NumberedBy, ask: Ask): string =>
  nextNumber(by.asks.values(), seriesOf(by, ask), yearOf(by.on))

/** Why a number typed beside a draft cannot be given; '' where it can. */
export const whyNotNumbered = (by: NumberedBy, ask: Ask, typed: string): string => {
  if (typed.trim() === '') return ''
  if (ask.kind === '沟通提示') return '沟通提示不编文号，请清空“文号”'
  const { text } = readNumber(seriesOf(by, ask), yearOf(by.on), typed)
  const other = issuedUnder(by.asks.values(), text)
  return other === undefined ? '' : `文号${text}已用于${other.task}，请改填`
}

/** The number a draft is issued under: as typed, else the next of its series. */
export const issueNumber = (by: NumberedBy, ask: Ask, typed: string): { number?: string } => {
  if (!isDraft(ask)) return {}
  const series = seriesOf(by, ask)
  const given =
    typed.trim() === '' ? proposedNumber(by, ask) : readNumber(series, yearOf(by.on), typed).text
  return given === '' ? {} : { number: given }
}

/** What stands where a paper has its number until a person issues it. */
export const unnumbered = '拟稿，未编号、未签发'

/** A draft in a sentence, with its number once it is issued; one of an older workspace says its own. */
export const sayDraft = ({ kind, reason, decided }: Ask): string => {
  if (reason.startsWith(`${kind}（`)) return reason
  if (!decided) return `${kind}（${unnumbered}）：${reason}`
  return decided.yes && decided.number
    ? `${kind}（${decided.number}）：${reason}`
    : `${kind}：${reason}`
}

import type { PlanLine } from '../../domain/plan-line'
import { blindMark, isOpenAudience, lostMark, openWords, phoneKeys } from '../../domain/readers'
import type { Register } from '../../domain/register'
import { busy } from '../busy'

const heading = (plan: Register, key: string | undefined): string =>
  plan.fields[key ?? '']?.heading ?? ''

const where = (plan: Register, line: PlanLine): string => `${plan.title} ${line.row.id}`

const forNow = (plan: Register): string =>
  `暂按“${plan.sensitivity?.own ?? ''}”处理，其他单位只见“${busy}”`

/** A 知悉范围 that nobody knows: the line stays with its office until it is mended. */
const unclear = (plan: Register, line: PlanLine): string[][] => {
  const rule = plan.sensitivity
  const typed = line.row.cells[rule?.audience ?? ''] ?? ''
  if (!rule || isOpenAudience(plan, typed) || line.values[rule.audience] === rule.own) return []
  const why = `“${typed}”不是可选项，${forNow(plan)}；可以给其他单位看的，请填“${openWords(plan)[0] ?? ''}”`
  return [['待更正', heading(plan, rule.audience), why, '', where(plan, line)]]
}

const isLost = (line: PlanLine): boolean => line.row.cells[blindMark] === lostMark

/** A line whose 知悉范围 is blank since its column came back: it asks to be filled in anew. */
const lost = (plan: Register, line: PlanLine): string[][] => {
  const rule = plan.sensitivity
  if (!rule || !isLost(line)) return []
  const why = `标题恢复后这一格是空的，${forNow(plan)}；请重新填写“${rule.own}”或“${openWords(plan)[0] ?? ''}”`
  return [['待更正', heading(plan, rule.audience), why, '', where(plan, line)]]
}

const warned = (plan: Register, line: PlanLine, name: string): string[][] => {
  const confirmed = plan.sensitivity?.confirmed
  if (!line.warned || line.values[confirmed ?? ''] === '是') return []
  const why = `有不宜公开的内容，${forNow(plan)}；确属可报，请在“${heading(plan, confirmed)}”填“是”`
  return [['待确认', `可能涉敏：${name}`, why, '', where(plan, line)]]
}

const phones = (plan: Register, line: PlanLine): string[][] =>
  phoneKeys(plan, line.row.cells).map((key) => {
    const name = heading(plan, key)
    return [
      '待更正',
      name,
      `${name}填了手机号，不给其他单位看，请改填办公电话`,
      '',
      where(plan, line),
    ]
  })

/** What a desk is told of lines that are kept from others though nobody may have wished it. */
export const keptMatters = (
  plan: Register,
  lines: readonly PlanLine[],
  nameOf: (line: PlanLine) => string,
): string[][] => {
  const audience = heading(plan, plan.sensitivity?.audience)
  const unread = lines.filter((line) => line.keeping === 'unread' && !isLost(line))
  const whole = [
    '待更正',
    audience,
    `「${plan.title}」的“${audience}”这一列读不到，改好之前有关的${unread.length}行按“${plan.sensitivity?.own ?? ''}”处理，其他单位只见“${busy}”；请恢复这一列的标题，不用公式`,
    '',
    plan.title,
  ]
  return [
    ...(unread.length > 0 ? [whole] : []),
    ...lines.flatMap((line) => [
      ...unclear(plan, line),
      ...lost(plan, line),
      ...warned(plan, line, nameOf(line)),
      ...phones(plan, line),
    ]),
  ]
}

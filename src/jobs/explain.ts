import { day, weekTitle } from '../domain/day'
import { officeOf } from '../domain/district'
import { sayMoment } from '../domain/moment'
import type { Digest, Ports } from '../ports'
import { lookAt } from './open-run'
import type { Registry } from './registry'

export type ExplainAsked = { week: string; office?: string }

/** How an office stands with a week, and by which rule and moments. Read-only. */
export const explain = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  asked: ExplainAsked,
): { sentences: string[] } => {
  const run = lookAt(ports, registry, digest, ports.clock.now())
  const monday = day(asked.week)
  const judged = run.weekly
    .flatMap((weekly) => weekly.weeks)
    .find(({ week }) => week.monday === monday)
  if (!judged) return { sentences: [`${asked.week}这一周不在报送期内`] }
  const { week } = judged
  const title = weekTitle(week.monday).title
  const sentences = [
    `${title}：${sayMoment(week.opens)}开放，${sayMoment(week.cutoff)}截止，${sayMoment(week.feedback)}后反馈`,
    '截止规则：前一周周五，遇休息日提前到前一个工作日（默认，见参数表 weekly.cutoff）',
    ...(week.mark ? [week.mark] : []),
  ]
  for (const duty of judged.duties) {
    const office = officeOf(run.district, duty.office)
    if (asked.office && office?.short !== asked.office && duty.office !== asked.office) continue
    const filed = duty.filing
      ? `在${sayMoment(duty.filing.after)}之后、${sayMoment(duty.filing.at)}之前报齐；迟报从前一时刻算起，为${duty.lateMinutes}分钟`
      : `尚未报齐，缺${duty.missing.map((leader) => leader.name).join('、') || '报送确认'}`
    sentences.push(`${office?.short ?? ''}（${duty.state}）：${filed}`)
  }
  return { sentences }
}

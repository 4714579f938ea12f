import { addDays, type Day, day, sayDay, weekTitle } from '../domain/day'
import { sayExceptions } from '../domain/day-list'
import { officeOf, shortName } from '../domain/district'
import { type Duty, handInId } from '../domain/duty'
import { dayOf, sayLength, sayMoment } from '../domain/moment'
import { calledOf } from '../domain/register'
import { rowKey } from '../domain/state'
import type { WeekJudged, Weekly } from '../domain/weekly'
import { sayRow, saySetting } from './explain-rule'
import type { Run } from './run'

const filed = (duty: Duty): string => {
  const lacking = duty.missing.map((leader) => leader.label).join('、') || '报送确认'
  if (!duty.filing) return `尚未报齐，缺${lacking}`
  const { after, at } = duty.filing
  const now = duty.complete ? '' : `；现未报齐，缺${lacking}，计为未报`
  return `在${sayMoment(after)}之后、${sayMoment(at)}之前报齐；补报从前一时刻算起，逾时${sayLength(duty.lateMinutes)}${now}`
}

/** The hand-in line and the plan lines of an office. */
const rowsBehind = (run: Run, { registers, lines }: Weekly, duty: Duty): string => {
  const { plan, handIn } = registers
  const { monday } = duty.week
  const desk = officeOf(run.district, duty.office)?.desk ?? ''
  const said = run.journal.state.rows.get(rowKey(desk, handIn.id, handInId(monday, duty.attempt)))
  const own = lines.filter((line) => line.office === duty.office && line.week === monday)
  const rows = [
    ...(said ? [sayRow(run, handIn, said)] : []),
    ...own.map((line) => `${sayRow(run, plan, line.row)}${line.counts ? '' : '，未定日期不计'}`),
  ]
  return `依据的行：${rows.length > 0 ? rows.join('；') : '没有'}`
}

/** The cut-off, the setting it follows, and the rest days it stepped over. */
const cutoff = (run: Run, { registers }: Weekly, { week }: WeekJudged): string[] => {
  const word = registers.plan.submission?.settings ?? ''
  const on = dayOf(week.cutoff)
  const friday = addDays(week.monday, -3)
  const between: Day[] = []
  for (let at = addDays(on, 1); at <= friday; at = addDays(at, 1)) between.push(at)
  return [
    `截止${sayMoment(week.cutoff)}：前一周按设定的星期几，遇休息日提前到前一个工作日（${saySetting(run, `${word}.cutoff`, on)}）`,
    ...sayExceptions(run.district.calendar, between),
    `宽限：${saySetting(run, `${word}.grace`, on)}`,
  ]
}

const explainOne = (
  run: Run,
  weekly: Weekly,
  judged: WeekJudged,
  office: string | undefined,
): string[] => {
  const { week } = judged
  const duties = judged.duties.filter((duty) => {
    const short = officeOf(run.district, duty.office)?.short
    return !office || short === office || duty.office === office
  })
  const lines = duties.flatMap((duty) => [
    `${shortName(run.district, duty.office)}（${duty.state}）：${filed(duty)}`,
    ...(office ? [rowsBehind(run, weekly, duty)] : []),
  ])
  return [
    `${weekTitle(week.monday).title}${calledOf(weekly.registers.plan)}：${sayMoment(week.opens)}开放，${sayMoment(week.cutoff)}截止，${sayMoment(week.feedback)}后反馈`,
    ...cutoff(run, weekly, judged),
    ...(week.mark ? [week.mark] : []),
    ...(office && duties.length === 0 ? [`${office}这一周不需报送`] : lines),
  ]
}

/** How a week stands, or one office in it: its moments, the rule with its source, and the rows. */
export const explainWeek = (run: Run, what: string, office: string | undefined): string[] => {
  const monday = day(what)
  const found = run.weekly.flatMap((weekly) =>
    weekly.weeks
      .filter(({ week }) => week.monday === monday)
      .flatMap((judged) => explainOne(run, weekly, judged, office)),
  )
  return found.length > 0 ? found : [`${sayDay(monday)}这一周不在报送期内，请填这一周的周一`]
}

import { keeperOf, keptThen } from '../domain/kept-lines'
import type { Register } from '../domain/register'
import { waits } from '../domain/version'
import { publishedLines, versionKey } from '../domain/version-text'
import type { WeekJudged, Weekly } from '../domain/weekly'
import type { LineColumns, ShownWeek } from '../wording/pages/week-sheet'
import type { Run } from './run'

/** The columns of a register's lines as the consolidated table asks for them. */
export const lineColumns = (plan: Register): LineColumns => ({
  who: plan.submission?.who ?? '',
  day: plan.submission?.day ?? '',
  what: plan.submission?.what ?? '',
  part: plan.clash?.part ?? '',
  from: plan.clash?.from ?? '',
  to: plan.clash?.to ?? '',
  place: plan.clash?.place ?? '',
  manner: plan.approval?.around?.find((key) => key !== plan.clash?.place) ?? '',
  host: plan.adjustment?.touches?.[0] ?? '',
  around: plan.approval?.around ?? [],
  unsaid: unsaidOf(plan),
  nothing: plan.submission?.nothing ?? [],
  settings: plan.submission?.settings ?? '',
  title: plan.submission?.title ?? '',
})

/** Columns that stand in the table without being said in it: participants, host, kind. */
const unsaidOf = ({ approval, submission, clash, sensitivity, fields }: Register) => {
  const { day, what, week, who } = submission ?? {}
  const said = [day, what, week, who, clash?.part, clash?.from, clash?.to, sensitivity?.audience]
  return (approval?.shown ?? [])
    .filter((key) => !said.includes(key) && !approval?.around?.includes(key))
    .map((key): [string, string] => [key, fields[key]?.heading ?? key])
}

/** The weeks a reader is shown: those given back that are not over. */
export const shownWeeks = (run: Run, weekly: Weekly, drafts: boolean): ShownWeek[] => {
  const { state, at } = run.journal
  const plan = weekly.registers.plan
  return weekly.weeks
    .filter(({ week }) => week.ends > at)
    .flatMap((judged) => {
      const monday = judged.week.monday
      const version = state.versions.get(versionKey(plan, monday))
      const issued = version !== undefined && version.issued > 0
      if (!issued && !(drafts && version)) return []
      const given = issued ? publishedLines(state, plan, monday) : []
      const next = issued && drafts && waits(version) ? version.n : undefined
      const lines = issued ? given : draftLines(weekly, judged)
      const added = next === undefined ? [] : freshLines(weekly, judged, version?.holds ?? [])
      const keeper = keeperOf(plan, weekly.lines, given)
      return [
        {
          week: monday,
          version,
          draft: !issued,
          ...(next === undefined ? {} : { next }),
          lines: [...lines, ...added],
          keeper,
          keeperThen: (line) => keptThen(plan, keeper(line), [{ ...line.values, ...line.issued }]),
          clashes: judged.clashes,
          missing: judged.duties
            .filter((duty) => (issued ? !version.holds.includes(duty.office) : !duty.complete))
            .map((duty) => duty.office),
          mark: judged.week.mark,
        },
      ]
    })
}

const draftLines = (weekly: Weekly, judged: WeekJudged) => {
  const filed = judged.duties.filter((duty) => duty.complete).map((duty) => duty.office)
  return weekly.lines
    .filter(
      (line) => line.week === judged.week.monday && filed.includes(line.office) && line.counts,
    )
    .map((line) => ({
      id: line.row.id,
      office: line.office,
      values: line.values,
    }))
}

/** The lines of offices that have filed since the week was given back. */
const freshLines = (weekly: Weekly, judged: WeekJudged, holds: readonly string[]) =>
  draftLines(weekly, judged).filter(({ office }) => !holds.includes(office))

import type { RegisterProblem } from '../domain/district'
import type { Register } from '../domain/register'
import { rowsOf } from '../domain/state'
import type { Run } from './run'
import { unknownSettings } from './setting-problems'

/** What is wrong in the lists of the control workbook, row by row. */
export const listProblems = ({ district, registry, journal, control }: Run): RegisterProblem[] => {
  const { setting } = registry.house.district
  const rows = rowsOf(journal.state, setting.id, control)
  return [...district.problems, ...unknownSettings(registry.all, setting, rows)]
}

/** What the column beside each row of a list says of it; '' where all of it is understood. */
export const mendCells = (
  run: Run,
  register: Register,
  problems: readonly RegisterProblem[],
): Map<string, Record<string, string>> => {
  const { mend } = register
  if (mend === undefined) return new Map()
  const said = new Map<string, string[]>()
  for (const { register: of, id, problem } of problems) {
    if (of !== register.id) continue
    said.set(id, [...(said.get(id) ?? []), `${problem.heading}：${problem.text}`])
  }
  return new Map(
    rowsOf(run.journal.state, register.id, run.control).map(({ id }) => [
      id,
      { [mend]: (said.get(id) ?? []).join('；') },
    ]),
  )
}

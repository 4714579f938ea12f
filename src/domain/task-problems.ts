import { type Day, sayDay } from './day'
import type { District } from './district'
import { findByName, whichOf } from './names'
import { quote } from './problem'
import { stepsIn } from './read-steps'
import type { Register } from './register'
import { type KnownRow, rowsOf, type State } from './state'
import { firstOffice, leadOf } from './task'
import { proxyProblems } from './task-proxy'
import { type RowProblem, understand } from './understand'

/** What is wrong in the row of a task, and the workbook where it can be mended. */
export type TaskProblem = RowProblem & { book: string; id: string }

const leadProblem = (district: District, typed: string): string => {
  if (typed === '') return '未填，请填写牵头的人或单位'
  const people = findByName(district.names.people, typed, { titles: true })
  return people.found === 'several'
    ? `${quote(typed)}在人员表中有${people.several.length}个，请写明是哪一个：${whichOf(district.names.people, people.several)}，或另填责任单位`
    : `${quote(typed)}在人员表和单位表中都找不到，请填写全称，或另填责任单位`
}

/** A task that nobody is known to carry, or that does not say what is to be done. */
const gaps = (
  register: Register,
  district: District,
  values: Record<string, string>,
  due: Day | '',
) => {
  const rule = register.deadline
  if (!rule) return []
  const found: RowProblem[] = []
  const tell = (key: string, text: string) =>
    found.push({ key, heading: register.fields[key]?.heading ?? '', text })
  if (!values[rule.what]) tell(rule.what, '未填，请填写要办什么')
  const typed = values[rule.lead] ?? ''
  if (firstOffice(values, register, leadOf(district, register, values)) === '')
    tell(rule.lead, leadProblem(district, typed))
  const late =
    due === '' ? undefined : stepsIn(values[register.steps ?? '']).find(({ due: on }) => on > due)
  if (late && due !== '')
    tell(
      register.steps ?? '',
      `${quote(late.name)}（${sayDay(late.due)}）晚于完成时限${sayDay(due)}，请改节点的日期，或者改完成时限`,
    )
  return found
}

const problemsOf = (
  register: Register,
  district: District,
  row: KnownRow,
  { due, office }: { due: Day | ''; office: string },
): RowProblem[] => {
  const { values, problems } = understand(register, row, district.names)
  return [
    ...problems,
    ...gaps(register, district, values, due),
    ...proxyProblems(district, register, row, values, office),
  ]
}

/** What has to be mended in the rows of tasks that are not over, wherever they were entered. */
export const taskProblems = (state: State, register: Register, district: District): TaskProblem[] =>
  rowsOf(state, register.id).flatMap((row) => {
    const task = state.tasks.get(row.id)
    if (task?.over) return []
    const become = { due: task?.due ?? '', office: task?.office ?? '' } as const
    const found = problemsOf(register, district, row, become)
    return found.map((each) => ({ ...each, book: row.book, id: row.id }))
  })

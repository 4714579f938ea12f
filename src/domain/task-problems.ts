import { type Day, sayDay } from './day'
import { type District, officeOf, shortName } from './district'
import { findByName, whichOf } from './names'
import { quote } from './problem'
import { stepsIn } from './read-steps'
import type { Register } from './register'
import { type KnownRow, rowsOf, type State } from './state'
import { firstOffice, leadOf } from './task'
import { proxyProblems } from './task-proxy'
import { isTypedPast } from './task-rungs'
import type { TaskState } from './task-state'
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
  else if (isOfCourts(register, district, values) && namesCase(values[rule.what] ?? ''))
    tell(rule.what, '可能涉及案件办理：案件不列入督办，请核对；确需保留的，只写工作事项')
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

type Carried = { due: Day | ''; office: string; moves: readonly { from: string }[] }

/** Another office's lead typed after a task was given out: a task moves by 异议 and 转交 only, never by that. */
const elsewhereLed = (
  register: Register,
  district: District,
  values: Record<string, string>,
  { office, moves }: Carried,
): RowProblem[] => {
  const key = register.deadline?.lead ?? ''
  const typed = firstOffice(values, register, leadOf(district, register, values))
  const known = [office, ...moves.map(({ from }) => from)]
  if (office === '' || typed === '' || known.includes(typed)) return []
  const now = shortName(district, office)
  const text = `${quote(values[key] ?? '')}属于${shortName(district, typed)}，任务仍由${now}承办；确需转给其他单位的，由${now}提出异议并写明建议单位，或将本行中止后另行交办`
  return [{ key, heading: register.fields[key]?.heading ?? '', text }]
}

/** Whether court, procuratorate or a discipline organ leads: whose cases nobody supervises. */
const isOfCourts = (
  register: Register,
  district: District,
  values: Record<string, string>,
): boolean => {
  const lead = leadOf(district, register, values)
  const office = officeOf(district, firstOffice(values, register, lead))
  return office !== undefined && (office.kind === '法检' || /纪委|监委|纪检/.test(office.name))
}

// 方案 and 提案 are work, not cases.
const namesCase = (what: string): boolean =>
  /审判|执行案件|起诉|(?<![方提议档预备图草答教])案(?![例头])/.test(what)

/** A deadline that was past when it was typed today: whoever typed it looks first. */
const typedPast = (register: Register, task: TaskState | undefined, today: Day): RowProblem[] => {
  const key = register.deadline?.due ?? ''
  if (!task || !isTypedPast(task, today)) return []
  const text = `${sayDay(task.due as Day)}已过，请核对；不改的，从下一个工作日起按逾期办理`
  return [{ key, heading: register.fields[key]?.heading ?? '', text }]
}

const problemsOf = (
  register: Register,
  district: District,
  row: KnownRow,
  carried: Carried,
): RowProblem[] => {
  const { values, problems } = understand(register, row, district.names)
  return [
    ...problems,
    ...gaps(register, district, values, carried.due),
    ...elsewhereLed(register, district, values, carried),
    ...proxyProblems(district, register, row, values, carried.office),
  ]
}

/** What has to be mended in the rows of tasks that are not over, wherever they were entered. */
export const taskProblems = (
  state: State,
  register: Register,
  district: District,
  today: Day,
): TaskProblem[] =>
  rowsOf(state, register.id).flatMap((row) => {
    const task = state.tasks.get(row.id)
    if (task?.over) return []
    const become: Carried = task ?? { due: '', office: '', moves: [] }
    const found = [
      ...problemsOf(register, district, row, become),
      ...typedPast(register, task, today),
    ]
    return found.map((each) => ({ ...each, book: row.book, id: row.id }))
  })

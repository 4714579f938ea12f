import { type District, officeOf } from './district'
import type { Register } from './register'
import type { KnownRow } from './state'
import { homePost } from './task-home'
import type { RowProblem } from './understand'

type Values = Record<string, string>

/** Who recorded for an office without a desk: the one named, else whoever holds the post desk of the row. */
export const proxyOf = (
  district: District,
  register: Register,
  row: KnownRow,
  v: Values,
): string => {
  const key = register.deadline?.proxy?.by ?? ''
  if (row.cells[key]) return v[key] ?? ''
  return homePost(district, register, row.book)?.head ?? ''
}

const said = (register: Register, v: Values): boolean => {
  const rule = register.deadline?.proxy
  return (
    !!rule && [rule.received, rule.progress, rule.done].some((key) => v[key] && v[key] !== '否')
  )
}

/** What was recorded for an office without a desk (代为登记), as if the office had reported it. */
export const proxyReport = (
  district: District,
  { task, feedback }: { task: Register; feedback: Register },
  row: KnownRow,
  v: Values,
  office: string,
): Values | undefined => {
  const rule = task.deadline?.proxy
  const columns = feedback.feedback
  const own = officeOf(district, office)
  if (!rule || !columns || !own || own.desk !== '' || !said(task, v)) return undefined
  if (proxyOf(district, task, row, v) === '') return undefined
  return {
    [columns.received]: v[rule.received] ?? '',
    [columns.progress]: v[rule.progress] ?? '',
    [columns.noted]: v[rule.noted] ?? '',
    [columns.done]: v[rule.done] ?? '',
    [columns.doneNote]: v[rule.progress] ?? '',
  }
}

/** 已签收（代为登记，代录人：林堯安）; '' where nothing was recorded for the office. */
export const sayProxy = (
  district: District,
  registers: { task: Register; feedback: Register },
  row: KnownRow,
  v: Values,
  office: string,
): string => {
  const report = proxyReport(district, registers, row, v, office)
  const columns = registers.feedback.feedback
  if (!report || !columns) return ''
  const by = proxyOf(district, registers.task, row, v)
  const name = district.people.find(({ id }) => id === by)?.name ?? ''
  const done = report[columns.done] === '是' ? '已完成' : '已签收'
  return `${report[columns.progress] || done}（代为登记，代录人：${name}）`
}

/** What is wrong in what was recorded for an office: nobody named, or the office has a desk of its own. */
export const proxyProblems = (
  district: District,
  register: Register,
  row: KnownRow,
  v: Values,
  office: string,
): RowProblem[] => {
  const rule = register.deadline?.proxy
  const own = officeOf(district, office)
  if (!rule || !own || !said(register, v)) return []
  const tell = (key: string, text: string): RowProblem[] => [
    { key, heading: register.fields[key]?.heading ?? '', text },
  ]
  if (own.desk !== '')
    return tell(rule.received, `未采用：${own.short}有工作台，请由其在工作台填报`)
  return proxyOf(district, register, row, v) === '' && !row.cells[rule.by]
    ? tell(rule.by, '未填，请填写代为登记的人')
    : []
}

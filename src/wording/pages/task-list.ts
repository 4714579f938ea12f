import { pageOf } from './page'

export const taskListHeadings = [
  '编号',
  '任务内容',
  '牵头',
  '承办单位',
  '现时限',
  '灯',
  '状态',
  '最新进展',
  '录入处',
] as const

/** A task as 任务一览 shows it, in the order of its headings. */
export type TaskListed = Record<(typeof taskListHeadings)[number], string>

/** 任务一览: every task of a place in one list, to read; a row is edited where it was entered. */
export const taskListPage = (tasks: readonly TaskListed[]): string[][] =>
  pageOf(
    taskListHeadings,
    tasks.map((task) => taskListHeadings.map((heading) => task[heading])),
  )

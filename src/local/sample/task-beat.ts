/** One thing that somebody types about a task on a day; `desk` is an office or the 总台账 tab. */
export type Beat = {
  day: string
  desk: string
  tab: '承办任务' | '待审核事项' | '任务交办'
  by: string
  cells: Record<string, string>
  /** What the line of 待审核事项 asks for. */
  kind?: string
  /** Who leads by then, where the task was handed on. */
  lead?: string
}

import type { Task } from './task'
import { isUnset } from './task-due'

/** A figure about tasks: its name, what it counts in words, and whether it counts a task. */
export type TaskFigure = { name: string; rows: string; counts: (task: Task) => boolean }

const isDone = (task: Task): boolean => task.state.over === '办结'

/** The figures directors read, each saying which rows it counts. */
export const taskFigures: readonly TaskFigure[] = [
  { name: '交办', rows: '任务交办，中止的除外', counts: (task) => task.state.over !== '中止' },
  { name: '办结', rows: '其中经核验销号的', counts: isDone },
  {
    name: '按期办结',
    rows: '其中在时限内报告完成的',
    counts: (task) => isDone(task) && task.light.overdue === 0,
  },
  {
    name: '逾期',
    rows: '未办结、已过时限的（含节点时限）',
    counts: (task) => task.light.colour === '红',
  },
  {
    name: '无人承办',
    rows: '未办结、找不到牵头的人或单位，或者单位没有人有邮箱的',
    counts: (task) => task.ownerless !== '',
  },
  {
    name: '未定时限',
    rows: '未办结、没有时限的，不算逾期；长期任务除外',
    counts: isUnset,
  },
]

/** How many tasks a figure counts, by its name. */
export const countTasks = (tasks: Task[], name: string): number => {
  const figure = taskFigures.find((each) => each.name === name)
  return figure ? tasks.filter(figure.counts).length : 0
}

/** 按期办结率 of those struck off, in per cent with two decimals; undefined where none is. */
export const rateInTime = (tasks: Task[]): number | undefined => {
  const done = countTasks(tasks, '办结')
  return done === 0 ? undefined : Number(((countTasks(tasks, '按期办结') / done) * 100).toFixed(2))
}

/** 交办8项、办结3项、按期办结率100%（按已办结计）. */
export const sayFigures = (tasks: Task[]): string => {
  const rate = rateInTime(tasks)
  const said = rate === undefined ? '' : `、按期办结率${rate}%（按已办结计）`
  return `交办${countTasks(tasks, '交办')}项、办结${countTasks(tasks, '办结')}项${said}`
}

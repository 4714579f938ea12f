import { type Day, sayDay, weekTitle } from '../domain/day'
import type { Office } from '../domain/district'
import type { Duty } from '../domain/duty'
import { dayOf } from '../domain/moment'
import { leadName, type Task } from '../domain/task'
import { sayFigures, taskFigures } from '../domain/task-figures'
import { type Block, dashboard, dataHeadings, type Measure } from '../wording/pages/dashboard'
import { pageOf } from '../wording/pages/page'
import { countWeeks, type WeekCount } from './count-weeks'
import type { Draft } from './draft'
import { trendDraft } from './render-trend'
import type { Run } from './run'

export const dashboardTab = '总览'
export const dataTab = '数据'

const what = (run: Run, task: Task): string => {
  const board = run.tasks.find(({ tasks }) => tasks.includes(task))
  return task.values[board?.registers.task.deadline?.what ?? ''] ?? ''
}

const taskRow = (run: Run, task: Task): string[] => [
  task.id,
  what(run, task),
  leadName(task.lead),
  task.state.due === '' ? '未定时限' : sayDay(task.state.due as Day),
  task.light.why,
  task.stage,
  task.state.extensions.length > 0 ? `原时限${sayDay(task.state.original as Day)}` : '',
]

/** The offices of the district; a post desk is none. */
const officesOf = ({ registry, district }: Run): Office[] =>
  district.offices.filter(
    (office) => !registry.all.some((register) => register.posts?.includes(office.kind)),
  )

const officeRow = (tasks: Task[], office: Office, last: WeekCount | undefined): string[] => {
  const own = tasks.filter((task) => task.office === office.id && task.state.over === '')
  const lights = ['红', '黄', '绿', '灰'].map((colour) =>
    String(own.filter((task) => task.light.colour === colour).length),
  )
  const duty = last?.duties.find((each) => each.office === office.id)
  const filed = !duty ? '不报' : duty.filing ? (duty.late ? '迟报' : '按时') : '未报'
  return [
    office.short,
    ...lights,
    filed,
    duty?.missing.map((leader) => leader.name).join('、') ?? '',
  ]
}

const weekMeasures = (run: Run, last: WeekCount | undefined): Measure[] => {
  const of = last ? weekTitle(last.week.monday).title : ''
  const name = (duty: Duty) =>
    run.district.offices.find((office) => office.id === duty.office)?.short ?? duty.office
  const those = (counts: (duty: Duty) => boolean) => (last?.duties ?? []).filter(counts).map(name)
  return [
    { name: '周计划应报', rows: `${of}有报送范围内领导的单位`, of: those(() => true) },
    {
      name: '周计划按时',
      rows: `${of}截止前报齐的`,
      of: those((duty) => duty.filing !== undefined && !duty.late),
    },
    {
      name: '周计划迟报',
      rows: `${of}截止后报齐的`,
      of: those((duty) => duty.filing !== undefined && duty.late),
    },
    { name: '周计划未报', rows: `${of}没有报齐的`, of: those((duty) => !duty.filing) },
  ]
}

/** Every number of the dashboard, with the rows it counts. */
const measuresOf = (run: Run, tasks: Task[], weeks: WeekCount[]): Measure[] => {
  const clashes = run.weekly.flatMap(({ weeks: live }) => live.flatMap((each) => each.clashes))
  const ahead = clashes.filter((clash) => clash.day >= dayOf(run.journal.at))
  return [
    ...taskFigures.map(({ name, rows, counts }) => ({
      name,
      rows,
      of: tasks.filter(counts).map((task) => task.id),
    })),
    ...weekMeasures(run, weeks[weeks.length - 1]),
    {
      name: '未解决的冲突',
      rows: '今天及以后的冲突',
      of: ahead.map((clash) => `${sayDay(clash.day)} ${clash.kind} ${clash.ids.join('、')}`),
    },
  ]
}

/** The numbers of the dashboard as they stand now. */
export const measuresNow = (run: Run): Measure[] => {
  const [weekly] = run.weekly
  const tasks = run.tasks.flatMap((board) => board.tasks)
  return measuresOf(run, tasks, weekly ? countWeeks(run, weekly) : [])
}

const blocksOf = (run: Run, tasks: Task[], weeks: WeekCount[], measures: Measure[]): Block[] => {
  const last = weeks[weeks.length - 1]
  const overdue = tasks
    .filter((task) => task.light.colour === '红')
    .sort((a, b) => b.light.overdue - a.light.overdue)
  const unset = tasks.filter((task) => task.light.colour === '灰')
  const near = tasks.filter((task) => task.light.colour === '黄')
  const heads = ['编号', '任务', '牵头', '完成时限', '灯', '状态', '备注']
  return [
    {
      title: sayFigures(tasks),
      headings: ['指标', '数值', '统计哪些行'],
      rows: measures.map(({ name, rows, of }) => [name, String(of.length), rows]),
    },
    {
      title: last ? `各单位（周计划为${weekTitle(last.week.monday).title}）` : '各单位',
      headings: ['单位', '红', '黄', '绿', '灰', '周计划', '缺报领导'],
      rows: officesOf(run).map((office) => officeRow(tasks, office, last)),
    },
    { title: '逾期任务', headings: heads, rows: overdue.map((task) => taskRow(run, task)) },
    { title: '临近时限', headings: heads, rows: near.map((task) => taskRow(run, task)) },
    { title: '未定时限', headings: heads, rows: unset.map((task) => taskRow(run, task)) },
  ]
}

/** What the dashboard is to show; nothing on it is typed by anybody, and no plan line stands on it. */
export const dashboardDrafts = (run: Run, book: string): Draft[] => {
  const [weekly] = run.weekly
  const tasks = run.tasks.flatMap((board) => board.tasks)
  const weeks = weekly ? countWeeks(run, weekly) : []
  const measures = measuresOf(run, tasks, weeks)
  const today = sayDay(dayOf(run.journal.at))
  const name = run.district.settings.text('district.name')
  const rows = dashboard(`${name}联席总览（${today}）`, blocksOf(run, tasks, weeks, measures))
  const data = pageOf(
    dataHeadings,
    measures.map((each) => [each.name, String(each.of.length), each.rows, today]),
  )
  return [
    { kind: 'page', book, tab: dashboardTab, rows },
    trendDraft(run, book, weeks),
    { kind: 'page', book, tab: dataTab, rows: data },
  ]
}

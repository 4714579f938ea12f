import { type Day, sayDay, weekTitle } from '../domain/day'
import { type Office, shortName } from '../domain/district'
import { type Duty, filedAs } from '../domain/duty'
import { dayOf } from '../domain/moment'
import { clashWord } from '../domain/readers'
import { calledOf } from '../domain/register'
import type { Task } from '../domain/task'
import { byDelay, isUnset, sayPressing } from '../domain/task-due'
import { sayFigures, taskFigures } from '../domain/task-figures'
import { openTask } from '../domain/task-readers'
import { type Block, dashboard, dataHeadings, type Measure } from '../wording/pages/dashboard'
import { pageOf } from '../wording/pages/page'
import { trendWeeks } from '../wording/pages/trend'
import { countWeeks, type WeekCount } from './count-weeks'
import type { Draft } from './draft'
import { trendDraft } from './render-trend'
import type { Run } from './run'

export const dashboardTab = '总览'
export const dataTab = '数据'

/** The last weeks of one weekly register, under the name of what is handed in. */
type Trend = { called: string; weeks: WeekCount[]; last: WeekCount | undefined }

const trendsOf = (run: Run): Trend[] =>
  run.weekly.map((weekly) => {
    const weeks = countWeeks(run, weekly)
    return { called: calledOf(weekly.registers.plan), weeks, last: weeks[weeks.length - 1] }
  })

const taskRow = (run: Run, task: Task): string[] => {
  const board = run.tasks.find(({ tasks }) => tasks.includes(task))
  const { what, lead, why } = board
    ? openTask(board.registers.task, task)
    : { what: '', lead: '', why: '' }
  return [
    task.id,
    what,
    lead,
    sayPressing(task),
    why,
    task.stage,
    task.state.extensions.length > 0 ? `原时限${sayDay(task.state.original as Day)}` : '',
  ]
}

/** The offices of the district; a post desk is none. */
const officesOf = ({ registry, district }: Run): Office[] =>
  district.offices.filter(
    (office) => !registry.all.some((register) => register.posts?.includes(office.kind)),
  )

const filedCells = (office: Office, { last }: Trend): string[] => {
  const duty = last?.duties.find((each) => each.office === office.id)
  const filed = duty ? filedAs(duty) : '不报'
  return [filed, duty?.missing.map((leader) => leader.label).join('、') ?? '']
}

const officeRow = (tasks: Task[], office: Office, first: Trend | undefined): string[] => {
  const own = tasks.filter((task) => task.office === office.id && task.state.over === '')
  const lights = ['红', '黄', '绿', '灰'].map((colour) =>
    String(own.filter((task) => task.light.colour === colour).length),
  )
  return [office.short, ...lights, ...(first ? filedCells(office, first) : ['', ''])]
}

const weekMeasures = (run: Run, { called, last }: Trend): Measure[] => {
  const of = last ? weekTitle(last.week.monday).title : ''
  const name = (duty: Duty) => shortName(run.district, duty.office)
  const those = (counts: (duty: Duty) => boolean) => (last?.duties ?? []).filter(counts).map(name)
  return [
    { name: `${called}应报`, rows: `${of}有报送范围内领导的单位`, of: those(() => true) },
    {
      name: `${called}按时`,
      rows: `${of}截止前报齐的`,
      of: those((duty) => filedAs(duty) === '按时'),
    },
    {
      name: `${called}补报`,
      rows: `${of}截止后报齐的`,
      of: those((duty) => filedAs(duty) === '补报'),
    },
    {
      name: `${called}未报`,
      rows: `${of}没有报齐的`,
      of: those((duty) => filedAs(duty) === '未报'),
    },
  ]
}

/** Every number of the dashboard, with the rows it counts. */
const measuresOf = (run: Run, tasks: Task[], trends: Trend[]): Measure[] => {
  const clashes = run.weekly.flatMap(({ weeks: live }) => live.flatMap((each) => each.clashes))
  const ahead = clashes.filter((clash) => clash.day >= dayOf(run.journal.at))
  return [
    ...taskFigures.map(({ name, rows, counts }) => ({
      name,
      rows,
      of: tasks.filter(counts).map((task) => task.id),
    })),
    ...trends.flatMap((trend) => weekMeasures(run, trend)),
    {
      name: '未解决的冲突',
      rows: '今天及以后的冲突',
      of: ahead.map(
        (clash) =>
          `${sayDay(clash.day)} ${clashWord({ at: 'everywhere' }, clash)} ${clash.ids.join('、')}`,
      ),
    },
  ]
}

/** The numbers of the dashboard as they stand now. */
export const measuresNow = (run: Run): Measure[] => {
  const tasks = run.tasks.flatMap((board) => board.tasks)
  return measuresOf(run, tasks, trendsOf(run))
}

const officesTitle = ({ called, last }: Trend): string =>
  last ? `各单位（${called}为${weekTitle(last.week.monday).title}）` : '各单位'

/** How the offices stand with a further register that is handed in weekly. */
const filedBlock = (run: Run, trend: Trend): Block => ({
  title: officesTitle(trend),
  headings: ['单位', trend.called, '缺报领导'],
  rows: officesOf(run).map((office) => [office.short, ...filedCells(office, trend)]),
})

/** The weeks of a further register; those of the first stand where the charts are drawn from. */
const trendBlock = ({ called, weeks }: Trend): Block => ({
  title: `近${trendWeeks}周报送：${called}`,
  headings: ['周次', '应报', '按时', '补报', '未报'],
  rows: weeks.map(({ week, duties, inTime, late, missing }) => [
    weekTitle(week.monday).title,
    ...[duties.length, inTime, late, missing].map(String),
  ]),
})

const blocksOf = (run: Run, tasks: Task[], trends: Trend[], measures: Measure[]): Block[] => {
  const [first, ...others] = trends
  const overdue = tasks.filter((task) => task.light.colour === '红').sort(byDelay)
  const ownerless = tasks.filter((task) => task.ownerless !== '')
  const unset = tasks.filter(isUnset)
  const near = tasks.filter((task) => task.light.colour === '黄')
  const heads = ['编号', '任务', '牵头', '完成时限', '灯', '状态', '备注']
  return [
    {
      title: sayFigures(tasks),
      headings: ['指标', '数值', '统计哪些行'],
      rows: measures.map(({ name, rows, of }) => [name, String(of.length), rows]),
    },
    {
      title: first ? officesTitle(first) : '各单位',
      headings: ['单位', '红', '黄', '绿', '灰', first?.called ?? '', first ? '缺报领导' : ''],
      rows: officesOf(run).map((office) => officeRow(tasks, office, first)),
    },
    ...others.map((trend) => filedBlock(run, trend)),
    { title: '逾期任务', headings: heads, rows: overdue.map((task) => taskRow(run, task)) },
    {
      title: '无人承办',
      headings: [...heads.slice(0, -1), '原因'],
      rows: ownerless.map((task) => [...taskRow(run, task).slice(0, -1), task.ownerless]),
    },
    { title: '临近时限', headings: heads, rows: near.map((task) => taskRow(run, task)) },
    { title: '未定时限', headings: heads, rows: unset.map((task) => taskRow(run, task)) },
    ...others.map(trendBlock),
  ]
}

/** What the dashboard is to show; nothing on it is typed by anybody, and no plan line stands on it. */
export const dashboardDrafts = (run: Run, book: string): Draft[] => {
  const tasks = run.tasks.flatMap((board) => board.tasks)
  const trends = trendsOf(run)
  const measures = measuresOf(run, tasks, trends)
  const today = sayDay(dayOf(run.journal.at))
  const name = run.district.settings.text('district.name')
  const rows = dashboard(`${name}联席总览（${today}）`, blocksOf(run, tasks, trends, measures))
  const data = pageOf(
    dataHeadings,
    measures.map((each) => [each.name, String(each.of.length), each.rows, today]),
  )
  return [
    { kind: 'page', book, tab: dashboardTab, rows },
    trendDraft(run, book, trends[0]?.weeks ?? []),
    { kind: 'page', book, tab: dataTab, rows: data },
  ]
}

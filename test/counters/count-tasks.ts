import { dayAt, later, workingDays, workingDaysLater, works } from './calendar'
import { follower } from './count-quarters'
import { confirm, redate, wait } from './count-waiting'
import {
  type Exported,
  type Fill,
  type SheetRow,
  type TypedRow,
  tabRows,
  typedCells,
} from './sheets'

/** A step of a task: its day, and whether it was reported done. */
type CountedStep = { name: string; due: string; done: boolean }

/** A task as it must stand by what was typed about it. */
export type CountedTask = {
  what: string
  lead: string
  quarterly: boolean
  office: string
  given: string
  due: string
  steps: CountedStep[]
  /** What was said last of the steps that are done. */
  stepsSaid: string
  received: boolean
  claimed: string
  claimSaid: string
  over: '' | '办结' | '中止'
  extension: { to: string; why: string } | undefined
  objection: { to: string; why: string; on: string } | undefined
  /** An objection was decided: there is no second one. */
  objected: boolean
  /** Extensions that were asked before, granted or not: the same is not asked twice. */
  asked: Set<string>
  /** Whom it waits for, since when that was asked, and when it was over. */
  wait: { who: string; asked: string; ended: string } | undefined
  /** Working days that a commissioner confirmed, each once. */
  stood: Set<string>
  /** From when its time counts: the day it was given, or moved. */
  from: string
  /** 书记 or 区长 gave it, and what is noted of their word on striking it off. */
  fromTheTop: boolean
  basis: string
}

type Places = {
  officeOfBook: Map<string, string>
  officeOfPerson: Map<string, string>
  offices: Set<string>
  principals: Set<string>
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

const placesOf = (books: Exported): Places => {
  const units = tabRows(books, '总台账', '单位')
  const short = new Map(
    units.flatMap((row) =>
      ['编号', '简称', '单位名称'].map((heading): [string, string] => [
        row[heading] ?? '',
        row['简称'] ?? '',
      ]),
    ),
  )
  return {
    officeOfBook: new Map(units.map((row) => [row['工作台'] ?? '', row['简称'] ?? ''])),
    officeOfPerson: new Map(
      tabRows(books, '总台账', '人员').map((row) => [
        row['姓名'] ?? '',
        short.get(row['单位'] ?? '') ?? '',
      ]),
    ),
    offices: new Set(units.map((row) => row['简称'] ?? '')),
    principals: new Set(
      tabRows(books, '总台账', '领导').flatMap((row) =>
        Object.entries(row).some(([head, text]) => /主要领导/.test(head) && text === '是')
          ? (row['姓名'] ?? '')
          : [],
      ),
    ),
  }
}

/** 12月10日 方案；1月8日 验收: none lies before the day the task was given. */
const stepsOf = (cell: string, given: string): CountedStep[] =>
  [...cell.matchAll(/(\d+)月(\d+)日 ([^；]+)/g)].map(([, month = '', date = '', name = '']) => {
    const year = Number(given.slice(0, 4))
    const dated = (any: number) => `${any}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return { name, due: dated(year) < given ? dated(year + 1) : dated(year), done: false }
  })

/** Of what a level above has asked for the office's own deadline lies two working days earlier. */
const innerOf = (source: string, due: string): string => {
  if (source !== '上级部署' || due === '') return due
  let inner = due
  for (let left = 2; left > 0; ) {
    inner = later(inner, -1)
    if (works(inner)) left -= 1
  }
  return inner
}

const given = (places: Places, cells: SheetRow, at: number): CountedTask => {
  const lead = cells['牵头'] ?? ''
  return {
    what: cells['任务内容'] ?? '',
    lead,
    quarterly: cells['时限类型'] === '每季度',
    office: places.offices.has(lead) ? lead : (places.officeOfPerson.get(lead) ?? ''),
    given: cells['交办日期'] ?? dayAt(at),
    due: innerOf(cells['任务来源'] ?? '', cells['完成时限'] ?? ''),
    steps: stepsOf(cells['节点'] ?? '', cells['交办日期'] ?? dayAt(at)),
    stepsSaid: '',
    received: false,
    claimed: '',
    claimSaid: '',
    over: '',
    extension: undefined,
    objection: undefined,
    objected: false,
    asked: new Set(),
    wait: undefined,
    stood: new Set(),
    from: cells['交办日期'] ?? dayAt(at),
    fromTheTop: places.principals.has(cells['交办领导'] ?? ''),
    basis: cells['批准依据'] ?? '',
  }
}

const report = (task: CountedTask, cells: SheetRow, said: SheetRow, on: string): void => {
  Object.assign(said, typedCells(cells))
  if (said['签收'] === '是') task.received = true
  if (task.due === '' && isDay(said['拟定时限'])) task.due = said['拟定时限']
  const steps = said['已完成节点'] ?? ''
  if (steps !== task.stepsSaid)
    for (const step of task.steps)
      step.done = steps === '全部' || steps.split('、').includes(step.name)
  task.stepsSaid = steps
  const to = said['申请延期至']
  const why = said['延期原因'] ?? ''
  if (isDay(to) && task.due !== '' && to > task.due && !task.asked.has(`${to} ${why}`)) {
    task.asked.add(`${to} ${why}`)
    task.extension = { to, why }
  }
  const objection = said['异议理由'] ?? ''
  const last = workingDaysLater(task.given, 2)
  if (objection === '') task.objection = undefined
  else if (on <= last && !task.objection && !task.objected)
    task.objection = { to: said['建议单位'] ?? '', why: objection, on }
  wait(task, said['等待单位'] ?? '', said['起始日期'], on)
  if (said['完成'] !== '是' || task.steps.some(({ done }) => !done)) return
  const words = `${said['完成说明'] ?? ''}`
  if (task.claimed === '' && task.claimSaid !== words) task.claimed = on
  task.claimSaid = words
}

const decide = (task: CountedTask, kind: string, cells: SheetRow, on: string): void => {
  const yes = ['同意', '通过', '批准', '转交'].includes(cells['决定'] ?? '')
  // Nobody decides about what he leads himself.
  if (cells['签批人'] === task.lead) return
  if (kind === '等待' && yes) confirm(task, cells['确认自'] ?? '', cells['确认至'] ?? '')
  if (kind === '延期' && task.extension) {
    const old = task.due
    if (yes) task.due = task.extension.to
    // What was due on the last day is so still.
    for (const step of task.steps) if (yes && step.due === old && !step.done) step.due = task.due
    task.extension = undefined
  }
  if (kind === '核验' && task.claimed !== '') {
    if (!yes) task.claimed = ''
    else if (!task.fromTheTop || task.basis !== '') task.over = '办结'
  }
  if (kind === '异议' && task.objection) {
    const to = cells['转交单位'] ?? task.objection.to
    const beyond = workingDays(task.objection.on, on) - 1
    task.objection = undefined
    task.objected = true
    if (!yes && beyond > 0) redate(task, (due) => workingDaysLater(due, beyond))
    if (!yes) return
    task.office = to
    task.received = false
    task.stepsSaid = ''
    task.extension = undefined
    task.wait = undefined
    task.stood.clear()
    for (const step of task.steps) step.done = false
    const { from } = task
    redate(task, (due) => workingDaysLater(on, Math.max(0, workingDays(from, due))))
    task.from = on
  }
}

/** Follows every task through what people typed, by rules of its own. */
export const countTasks = (books: Exported, fills: Fill[]): CountedTask[] => {
  const places = placesOf(books)
  const tasks = new Map<string, CountedTask>()
  const followers: CountedTask[] = []
  const reports = new Map<string, SheetRow>()
  const one = (row: TypedRow, heading: string): string =>
    [row.match?.[heading] ?? ''].flat()[0] ?? ''
  for (const fill of fills) {
    // What is typed at the full ten minutes is read at once, else at the next.
    const on = dayAt(Math.ceil(fill.at / 600_000) * 600_000)
    for (const row of fill.rows) {
      const about = one(row, '任务内容')
      if (fill.tab === '任务交办') {
        const task = tasks.get(about)
        if (!row.match) tasks.set(row.cells['任务内容'] ?? '', given(places, row.cells, fill.at))
        else if (task && task.over === '' && row.cells['中止'] === '是') task.over = '中止'
        if (task && row.cells['批准依据'] !== undefined) task.basis = row.cells['批准依据']
      }
      if (fill.tab === '承办任务') {
        const task = tasks.get(about)
        const office = places.officeOfBook.get(fill.book) ?? ''
        if (!task || task.office !== office || task.over !== '') continue
        const key = `${office} ${about}`
        const said = reports.get(key) ?? {}
        reports.set(key, said)
        report(task, row.cells, said, on)
      }
      if (fill.tab === '待审核事项') {
        const task = tasks.get(about.slice(about.indexOf('：') + 1))
        if (task && task.over === '') {
          decide(task, one(row, '事项'), row.cells, on)
          if (task.quarterly && task.over !== '') followers.push(follower(task, on))
        }
      }
    }
  }
  return [...tasks.values(), ...followers]
}

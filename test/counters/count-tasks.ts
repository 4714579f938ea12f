import { dayAt, later, workingDays, workingDaysLater } from './calendar'
import {
  type Exported,
  type Fill,
  type SheetRow,
  type TypedRow,
  tabRows,
  typedCells,
} from './sheets'

/** A task as it must stand by what was typed about it. */
export type CountedTask = {
  what: string
  lead: string
  quarterly: boolean
  office: string
  given: string
  due: string
  received: boolean
  claimed: string
  claimSaid: string
  over: '' | '办结' | '中止'
  extension: { to: string; why: string } | undefined
  objection: { to: string; why: string } | undefined
  /** Extensions and objections that were asked before, granted or not: the same is not asked twice. */
  asked: Set<string>
  pauses: { from: string; to: string; why: string }[]
}

type Places = {
  officeOfBook: Map<string, string>
  officeOfPerson: Map<string, string>
  offices: Set<string>
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
  }
}

const given = (places: Places, cells: SheetRow, at: number): CountedTask => {
  const lead = cells['牵头'] ?? ''
  return {
    what: cells['任务内容'] ?? '',
    lead,
    quarterly: cells['时限类型'] === '每季度',
    office: places.offices.has(lead) ? lead : (places.officeOfPerson.get(lead) ?? ''),
    given: cells['交办日期'] ?? dayAt(at),
    due: cells['完成时限'] ?? '',
    received: false,
    claimed: '',
    claimSaid: '',
    over: '',
    extension: undefined,
    objection: undefined,
    asked: new Set(),
    pauses: [],
  }
}

const resume = (task: CountedTask, why: string, on: string): void => {
  for (const pause of task.pauses) if (pause.why === why && pause.to === '') pause.to = on
}

const wait = (task: CountedTask, who: string, since: string | undefined, on: string): void => {
  const open = task.pauses.find(({ why, to }) => why !== '异议' && to === '')
  if (open && open.why !== who) open.to = on
  if (who === '' || open?.why === who) return
  task.pauses.push({ from: isDay(since) ? since : on, to: '', why: who })
}

const report = (task: CountedTask, cells: SheetRow, said: SheetRow, on: string): void => {
  Object.assign(said, typedCells(cells))
  if (said['签收'] === '是') task.received = true
  if (task.due === '' && isDay(said['拟定时限'])) task.due = said['拟定时限']
  const to = said['申请延期至']
  const why = said['延期原因'] ?? ''
  if (isDay(to) && task.due !== '' && to > task.due && !task.asked.has(`${to} ${why}`)) {
    task.asked.add(`${to} ${why}`)
    task.extension = { to, why }
  }
  const objection = said['异议理由'] ?? ''
  const last = workingDaysLater(task.given, 5)
  if (objection !== '' && on <= last && !task.asked.has(objection)) {
    task.asked.add(objection)
    task.objection = { to: said['建议单位'] ?? '', why: objection }
    task.pauses.push({ from: on, to: '', why: '异议' })
  }
  wait(task, said['待谁'] ?? '', said['自何日'], on)
  if (said['完成'] !== '是') return
  const words = `${said['完成说明'] ?? ''}`
  if (task.claimed === '' && task.claimSaid !== words) task.claimed = on
  task.claimSaid = words
}

const decide = (task: CountedTask, kind: string, cells: SheetRow, on: string): void => {
  const yes = ['同意', '通过', '批准', '转交'].includes(cells['决定'] ?? '')
  if (kind === '延期' && task.extension) {
    if (yes) task.due = task.extension.to
    task.extension = undefined
  }
  if (kind === '核验' && task.claimed !== '') {
    if (yes) task.over = '办结'
    else task.claimed = ''
  }
  if (kind === '异议' && task.objection) {
    const to = cells['转交单位'] ?? task.objection.to
    task.objection = undefined
    resume(task, '异议', on)
    if (!yes || to === '' || to === task.office) return
    task.office = to
    task.received = false
  }
}

/** The last day of the first calendar quarter after that of a day that has not passed. */
const nextQuarter = (due: string, today: string): string => {
  for (
    let [year, end] = [Number(due.slice(0, 4)), Math.ceil(Number(due.slice(5, 7)) / 3) * 3];
    ;
  ) {
    end += 3
    if (end > 12) [year, end] = [year + 1, end - 12]
    const last = new Date(Date.UTC(year, end, 0)).toISOString().slice(0, 10)
    if (last >= today) return last
  }
}

/** What follows a task of every quarter that was struck off; nobody has typed about it yet. */
const follower = (task: CountedTask, on: string): CountedTask => ({
  ...task,
  ...{
    given: on,
    due: nextQuarter(task.due || on, on),
    received: false,
    claimed: '',
    claimSaid: '',
  },
  ...{ over: '', extension: undefined, objection: undefined, asked: new Set(), pauses: [] },
})

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
      if (fill.tab === '任务裁定') {
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

/** The stage a task is at, in the words of the sheet. */
export const stageOf = (task: CountedTask): string => {
  if (task.over !== '') return task.over === '办结' ? '办结销号' : '中止'
  if (task.objection) return '异议待裁'
  if (task.claimed !== '') return '待核验'
  if (task.extension) return '延期待批'
  if (!task.received) return '待签收'
  return task.due === '' ? '未定时限' : '办理中'
}

/** Calendar days a task is overdue on a day, or was when it was handed in. */
export const overdueOf = (task: CountedTask, today: string): number => {
  if (task.due === '' || (task.over !== '' && task.claimed === '')) return 0
  const at = task.claimed === '' ? today : task.claimed
  const stood = task.pauses.reduce((sum, { from, to }) => {
    const end = to === '' || to > at ? at : to
    return end <= from ? sum : sum + workingDays(later(from, -1), later(end, -1))
  }, 0)
  const due = stood === 0 ? task.due : workingDaysLater(task.due, stood)
  return Math.max(0, Math.round((Date.parse(at) - Date.parse(due)) / 86_400_000))
}

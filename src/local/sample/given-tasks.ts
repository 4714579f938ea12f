import type { District } from '../district/district'
import { dayAfter } from './days'
import { diceOf } from './dice'
import { firstBatches } from './first-tasks'
import { recurringBatch } from './recurring-tasks'
import type { GivenTask } from './story'
import { jointMeetingItems, type TaskBatch, type TaskMatter } from './task-matters'
import { chineseDay, isWorkDay, workDayAfter, workDays } from './work-days'

/** Tasks that are typed at one moment, one below the other. */
export type GivenBatch = {
  day: string
  by: string
  tasks: { given: GivenTask; cells: Record<string, string> }[]
}

/** On this working day of the sample the tasks of the beginning are all given. */
const firstWeeksEnd = 15

const joint: TaskBatch = {
  on: 0,
  source: '联席会议',
  origin: '主任联席会议 〔日〕',
  leader: '',
  matters: jointMeetingItems,
}

/** All tasks given from the first day of a sample up to a day: a new one every two working days. */
export function givenBatches(
  firstDay: string,
  until: string,
  district: District,
  seed: string,
): GivenBatch[] {
  const first = isWorkDay(firstDay) ? firstDay : workDayAfter(firstDay, 1)
  const length = workDays(first, until).length
  const batches = [joint, ...firstBatches].filter(({ on }) => on < length)
  const used = new Set([joint, ...firstBatches].flatMap(({ matters }) => matters.map(([w]) => w)))
  for (let on = firstWeeksEnd; on < length; on += 2) {
    const batch = recurringBatch(on, used, diceOf(`${seed} task ${on}`))
    for (const [what] of batch.matters) used.add(what)
    batches.push(batch)
  }
  return batches.map((batch) => givenBatch(batch, workDayAfter(first, batch.on), district))
}

function givenBatch(batch: TaskBatch, day: string, district: District): GivenBatch {
  const coordinator = nameOfRole(district, '统筹')
  const isJoint = batch === joint
  const tasks = batch.matters.map((matter) => {
    const [what, lead, helpers, work, days, fate, , steps = []] = matter
    const office = officeOfLead(district, lead)
    const commissioner = isJoint ? nameOfRole(district, '操作') : commissionerOf(district, office)
    const given = {
      ...{ what, lead, office, work, days, fate, assigned: day, commissioner, coordinator },
      decidedAt: postOf(district, commissioner) ?? '总台账',
      approvedBy: isPrincipal(district, batch.leader) ? batch.leader : '',
      steps: steps.map(([on, name]) => ({ on, name })),
      helpers: helpers.split('、').filter((short) => short !== ''),
    }
    return { given, cells: masterCells(batch, matter, given) }
  })
  const [first] = tasks
  return { day, by: isJoint ? coordinator : (first?.given.commissioner ?? coordinator), tasks }
}

function masterCells(
  batch: TaskBatch,
  [, , helpers, , days, , result]: TaskMatter,
  given: GivenTask,
): Record<string, string> {
  // What a level above asks for is done two working days before its own day (task.inner).
  const outer = batch.source === '上级部署' ? days + 2 : days
  const due = days > 0 ? workDayAfter(given.assigned, outer) : ''
  const recurs = given.what.includes('每季度')
  const cells: Record<string, string> = {
    任务内容: given.what,
    牵头: given.lead,
    任务来源: batch.source,
    来源名称与日期: batch.origin.replace('〔日〕', chineseDay(workDayAfter(given.assigned, -1))),
    目标成果: result,
    交办领导: batch.leader,
    协办单位: helpers,
    交办日期: given.assigned,
    完成时限: recurs ? endOfNextQuarter(given.assigned) : due,
    节点: given.steps
      .map(({ name, on }) => `${chineseDay(workDayAfter(given.assigned, on)).slice(5)} ${name}`)
      .join('；'),
    时限类型: recurs ? '每季度' : days > 0 ? '定期' : '未定',
    督办专员: given.commissioner,
    优先级: days === 0 || days > 5 ? '一般' : days > 3 ? '加急' : '特急',
    反馈周期: days >= 15 ? '每周' : '',
  }
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))
}

/** The last day of the calendar quarter after that of a day. */
function endOfNextQuarter(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const after = Math.floor((month - 1) / 3) * 3 + 6
  return dayAfter(new Date(Date.UTC(year, after, 1)).toISOString().slice(0, 10), -1)
}

function officeOfLead(district: District, lead: string): string {
  const person = district.people.find(({ name }) => name === lead)
  const office = district.offices.find(({ id, short }) => id === person?.office || short === lead)
  if (office === undefined) throw new Error(`the sample district has no ${lead}`)
  return office.short
}

function nameOfRole(district: District, role: '统筹' | '操作'): string {
  return district.people.find(({ roles }) => roles.includes(role))?.name ?? ''
}

function isPrincipal({ leaders }: District, name: string): boolean {
  return leaders.some((leader) => leader.name === name && leader.principal)
}

/** The commissioner of the Party side watches its offices and 法检, the other the government's. */
function commissionerOf(district: District, office: string): string {
  const watching = district.people.filter(
    ({ roles }) => roles.includes('督办专员') && !roles.includes('操作'),
  )
  const kind = district.offices.find(({ short }) => short === office)?.kind
  const government = office === '区政府办' || kind === '部门' || kind === '接待办'
  const own = watching.find((person) => (person.office === 'QZFB') === government)
  return (own ?? watching[0])?.name ?? ''
}

/** The 督办台 that a commissioner holds, where the district has one. */
function postOf({ people, offices }: District, commissioner: string): string | undefined {
  const person = people.find(({ name }) => name === commissioner)
  return offices.find(({ kind, head }) => kind === '督办台' && head === person?.id)?.short
}

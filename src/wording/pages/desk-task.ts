import { shortName } from '../../domain/district'
import type { About, LeadMatter } from '../../domain/matter'
import { dayOf } from '../../domain/moment'
import { openText, textSaid } from '../../domain/readers'
import { leadName, type Task } from '../../domain/task'
import { sayAsk } from '../../domain/task-decisions'
import { isDraft } from '../../domain/task-drafts'
import { isUnset, sayLight, sayPressing, whatOf } from '../../domain/task-due'
import type { TaskList } from '../../domain/task-letters'
import { isTaskKept } from '../../domain/task-readers'
import { unsignedOf } from '../../domain/task-receipt'
import { answerFrom, answerLight, sayWait, waitingsOf } from '../../domain/waiting'
import type { DeskReader } from './desk-week'

type TaskAbout = Extract<About, { is: 'task' }>

const joined = (...texts: string[]): string => texts.filter((text) => text !== '').join('；')

const kinds: Record<LeadMatter, string> = {
  overdue: '逾期',
  today: '今天到期',
  near: '临近',
  unsigned: '未签收',
  new: '待签收',
  unset: '未定时限',
  claimed: '待核验',
  going: '办理中',
}

const lateOf = ({ maker }: DeskReader, { list, task }: TaskAbout, office: string): string => {
  const late = unsignedOf(maker.district, list.register, task, dayOf(maker.now))
  const own = late.find((each) => each.office === office)
  return own ? `超过签收时限${own.days}天` : ''
}

const waits = ({ waiting }: Task): string =>
  waiting === '' ? '' : `${waiting}；时限照常计算，督办专员确认等待的日期后才顺延`

const leadWhy = (reader: DeskReader, about: TaskAbout, state: LeadMatter): string => {
  const { task } = about
  const late = lateOf(reader, about, task.office)
  const sign = task.state.received === 0 ? '请在“签收”填“是”；有异议的，写明理由和建议单位' : ''
  switch (state) {
    case 'overdue':
      return joined(task.light.why, late)
    case 'today':
    case 'near':
      return joined(task.light.why, late, sign)
    case 'unsigned':
      return `${late}，请在“签收”填“是”`
    case 'new':
      return sign
    case 'unset':
      return '请在“拟定时限”填写完成时限'
    case 'claimed':
      return '已报办结，待督办专员核验'
    case 'going':
      return task.state.due === '' && !isUnset(task)
        ? '长期任务，有进展时填写“最新进展”'
        : task.light.why
  }
}

/** What another office carries, as the unit it is asked of may read it. */
const whatSaid = ({ register }: TaskList, task: Task): string =>
  textSaid(isTaskKept(register, task), whatOf(register, task))

const sayAsked = ({ maker }: DeskReader, { task, list }: TaskAbout, ask: string): string[] => {
  const { district, now } = maker
  const [waited] = waitingsOf(task.asks).filter(({ id }) => id === ask)
  if (!waited) return []
  const today = dayOf(now)
  const days = district.settings.number(`${list.register.deadline?.settings ?? ''}.answer`, today)
  const light = answerLight(district.calendar, answerFrom(waited), days, today)
  const said = `${shortName(district, task.office)}${sayWait(district, waited, today)}；${light}`
  return ['待答复', whatSaid(list, task), said, '', task.id]
}

const sayObjection = (
  { maker, office }: DeskReader,
  { task, list }: TaskAbout,
  id: string,
): string[] => {
  const ask = task.asks.find((each) => each.id === id)?.ask
  if (!ask) return []
  const own = task.office === office
  const by = shortName(maker.district, task.office)
  const to = ask.wish === '' ? '' : `，建议由${shortName(maker.district, ask.wish)}承办`
  const said = own
    ? `分工异议，待协调${to}；审核期间请继续办理`
    : `${by}提出分工异议${to}，待协调；理由：${openText(ask.reason)}`
  const what = own ? whatOf(list.register, task) : whatSaid(list, task)
  return ['异议待定', what, said, own ? sayPressing(task) : '', task.id]
}

const sayHelp = (reader: DeskReader, about: TaskAbout, office: string): string[] => {
  const { task, list } = about
  const report = task.helping.find((each) => each.office === office)
  const lead = shortName(reader.maker.district, task.office)
  const state = joined(`协办，${lead}牵头`, sayLight(task))
  const late = lateOf(reader, about, office)
  const sign = '请在“签收”填“是”'
  const [kind, why] =
    late !== ''
      ? ['未签收', `${state}；${late}，${sign}`]
      : report?.received === 0
        ? ['待签收', `${state}；${sign}`]
        : ['协办', report?.done === true ? `${state}；本办已完成` : state]
  return [
    kind,
    whatOf(list.register, task),
    why,
    sayPressing(task),
    `${list.feedback.title} ${task.id}`,
  ]
}

/** What waits for whoever holds a post desk, with how late the task is meanwhile. */
const sayDecide = ({ maker }: DeskReader, { task, list }: TaskAbout, ids: string[]): string[] => {
  const { district, now } = maker
  const asks = task.asks.filter(({ id }) => ids.includes(id))
  const drafts = asks.every(({ ask }) => isDraft(ask))
  const said = asks.map(({ id, ask }) =>
    isDraft(ask)
      ? `${ask.kind}已拟好（${task.light.why}），请阅后签发`
      : ask.waiting
        ? sayWait(district, { id, ask, waiting: ask.waiting }, dayOf(now))
        : sayAsk(ask, district),
  )
  const late = task.light.colour === '红' && !drafts ? task.light.why : ''
  const places = asks.filter(({ ask }) => ask.kind !== '异议').map(({ id }) => id)
  return [
    drafts ? '待签发' : '待审核',
    `${leadName(task.lead)}：${whatOf(list.register, task)}`,
    joined(...said, late),
    sayPressing(task),
    places.length === 0 ? '由统筹人协调' : `${list.decision.title} ${places.join('、')}`,
  ]
}

const sayUnsigned = ({ maker }: DeskReader, { task, list }: TaskAbout): string =>
  unsignedOf(maker.district, list.register, task, dayOf(maker.now))
    .map(
      ({ office, helps, days }) =>
        `${shortName(maker.district, office)}${helps ? '（协办）' : ''}超过签收时限${days}天`,
    )
    .join('；')

const sayWatch = (reader: DeskReader, about: TaskAbout, state: string): string[] => {
  const { task, list } = about
  const what = `${leadName(task.lead)}：${whatOf(list.register, task)}`
  const late = sayUnsigned(reader, about)
  if (state === 'overdue')
    return ['逾期', what, joined(task.light.why, late), sayPressing(task), task.id]
  if (state === 'unsigned') return ['未签收', what, late, sayPressing(task), task.id]
  return ['未定时限', what, joined('请催承办单位定出时限', late), '', task.id]
}

/** A task as a line of 本办待办, for those who carry it, help, answer, decide or watch over it. */
export const sayTask = (reader: DeskReader, about: TaskAbout): string[] => {
  const { task, list, as } = about
  switch (as.role) {
    case 'lead':
      return [
        kinds[as.state],
        whatOf(list.register, task),
        joined(leadWhy(reader, about, as.state), waits(task)),
        sayPressing(task),
        `${list.feedback.title} ${task.id}`,
      ]
    case 'help':
      return sayHelp(reader, about, as.office)
    case 'asked':
      return sayAsked(reader, about, as.ask)
    case 'objection':
      return sayObjection(reader, about, as.ask)
    case 'decide':
      return sayDecide(reader, about, as.asks)
    case 'unsigned':
      return sayWatch(reader, about, 'unsigned')
    case 'watch':
      return sayWatch(reader, about, as.state)
  }
}

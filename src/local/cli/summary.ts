import { groupBy } from 'es-toolkit'
import type { InboxMail } from '../contract'
import type { Description } from '../description'
import { sayMoment, sayShortMoment } from '../say-moment'
import { textTable } from './text-table'

/** What happened in a district: its weeks and the letters that arrived. */
export type Summary = Pick<Description, 'district' | 'now' | 'weeks' | 'letters'> & {
  /** What the directors' page heads its task figures with; none before it was written. */
  tasks: string | undefined
  /** By what the letter is about, in a fixed order. */
  mails: { kind: string; count: number }[]
}

/** Sums up a district from what the bundle says, its inbox and its directors' page. */
export function summarise(description: Description, inbox: InboxMail[], tasks?: string): Summary {
  const { district, now, weeks, letters } = description
  const some = groupBy(inbox, (mail) => kindOf(mail.subject))
  const mails = [...kinds.map(([, kind]) => kind), others].flatMap((kind) => {
    const count = some[kind]?.length ?? 0
    return count > 0 ? [{ kind, count }] : []
  })
  return { district, now, weeks, letters, tasks, mails }
}

const kinds: readonly (readonly [subject: RegExp, kind: string])[] = [
  [/请报送/, '报送提醒'],
  [/周计划已退回补正/, '退回补正'],
  [/未按时报送/, '未报告知'],
  [/未报：/, '截止未报'],
  [/请审定/, '请审定'],
  [/周计划已印发/, '周计划已印发'],
  [/安排调整通知/, '安排调整通知'],
  [/安排冲突/, '新的冲突'],
  [/新任务/, '新任务'],
  [/请签收/, '请签收'],
  [/^催办/, '催办'],
  [/督办单/, '督办单'],
  [/专报/, '专报'],
  [/任务逾期/, '任务逾期'],
  [/今日提醒/, '今日提醒'],
]

const others = '其他'

function kindOf(subject: string): string {
  return kinds.find(([pattern]) => pattern.test(subject))?.[1] ?? others
}

/** The summary as lines a person reads. */
export function saySummary(summary: Summary): string[] {
  const head = ['周次', '状态', '截止', '应报', '按时', '补报', '未报', '冲突', '版本', '通知']
  const rows = summary.weeks.map((week) => [
    week.title,
    week.state,
    sayShortMoment(week.cutoff),
    ...[week.duties, week.filed - week.late, week.late, week.missing.length].map(String),
    ...[week.clashes, week.version, week.notices].map(String),
  ])
  const mails = summary.mails.map(({ kind, count }) => `${kind} ${count} 封`).join('、')
  const { sent, waiting, withdrawn, uncertain } = summary.letters
  return [
    '',
    `${summary.district}，截至 ${sayMoment(summary.now)}`,
    '',
    ...textTable([head, ...rows]),
    ...notes(summary),
    '',
    ...(summary.tasks === undefined ? [] : [`■ ${summary.tasks}`]),
    `邮件：已发 ${sent} 封，待发 ${waiting} 封，撤回 ${withdrawn} 封，待核 ${uncertain} 封`,
    ...(mails === '' ? [] : [`其中：${mails}`]),
  ]
}

function notes({ weeks }: Summary): string[] {
  return weeks.flatMap((week) => {
    const said = [
      ...(week.missing.length > 0 ? [`未报 ${week.missing.join('、')}`] : []),
      ...(week.mark === undefined ? [] : [week.mark]),
    ]
    return said.length > 0 ? [`  ${week.title}：${said.join('；')}`] : []
  })
}

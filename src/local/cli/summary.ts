import { groupBy } from 'es-toolkit'
import type { InboxMail } from '../contract'
import type { Description } from '../description'
import { sayMoment, sayShortMoment } from '../say-moment'
import { textTable } from './text-table'

/** What happened in a district: its weeks and the letters that arrived. */
export type Summary = Pick<Description, 'district' | 'now' | 'weeks' | 'letters'> & {
  /** By the first words of the subject, most frequent first. */
  mails: { kind: string; count: number }[]
}

/** Sums up a district from what the bundle says and from its inbox. */
export function summarise(description: Description, inbox: InboxMail[]): Summary {
  const { district, now, weeks, letters } = description
  const mails = Object.entries(groupBy(inbox, (mail) => kindOf(mail.subject)))
    .map(([kind, some]) => ({ kind, count: some.length }))
    .sort((a, b) => b.count - a.count)
  return { district, now, weeks, letters, mails }
}

function kindOf(subject: string): string {
  const bare = subject.replace(/^\s*[【[][^】\]]*[】\]]\s*/, '')
  return bare.split(/[\s：:（(｜|·\d—-]/)[0] || subject
}

/** The summary as lines a person reads. */
export function saySummary(summary: Summary): string[] {
  const head = ['周次', '状态', '截止', '应报', '按时', '迟报', '未报', '冲突', '版本', '通知']
  const rows = summary.weeks.map((week) => [
    week.title,
    week.state,
    sayShortMoment(week.cutoff),
    ...[week.duties, week.filed - week.late, week.late, week.missing.length].map(String),
    ...[week.clashes, week.version, week.notices].map(String),
  ])
  const mails = summary.mails.map(({ kind, count }) => `${kind} ${count}`).join('、')
  const { sent, waiting, withdrawn, uncertain } = summary.letters
  return [
    '',
    `${summary.district}，截至 ${sayMoment(summary.now)}`,
    '',
    ...textTable([head, ...rows]),
    ...notes(summary),
    '',
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

import { BadInput } from '../bad-input'
import type { InboxMail } from '../contract'
import { sayDayAndTime } from '../say-moment'
import type { CommonOptions } from './options'
import { readNumber } from './read-number'
import { answer, type ExitCode, type Shell } from './shell'
import { textTable } from './text-table'
import { readingWorkspace } from './workspace-at'

export type MailOptions = CommonOptions & { all?: boolean }

/** `lianxi mail [N]`: the inbox, newest first and numbered from 1, or the Nth letter. */
export async function mailCommand(
  shell: Shell,
  nth: string | undefined,
  options: MailOptions,
): Promise<ExitCode> {
  const wanted = nth === undefined ? undefined : readNumber(nth, '邮件序号')
  return readingWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const all = (await workspace.inbox()).toSorted((a, b) => (a.file < b.file ? 1 : -1))
    const json = options.json === true
    if (wanted === undefined) {
      const some = options.all === true ? all : all.slice(0, 20)
      answer(shell, json, some.map(withoutBody), list(some, all.length))
      return 0
    }
    const mail = all[wanted - 1]
    if (mail === undefined) {
      throw new BadInput(`邮件序号：给的是“${nth}”，应为 1 到 ${all.length} 之间的数。`)
    }
    answer(shell, json, mail, letter(mail))
    return 0
  })
}

function withoutBody({ file, at, to, from, subject }: InboxMail) {
  return { file, at, to, from, subject }
}

function list(mails: InboxMail[], total: number): string[] {
  if (total === 0) return ['收件箱里还没有邮件。']
  const rows = mails.map((mail, index) => [
    String(index + 1),
    sayDayAndTime(Date.parse(mail.at)),
    mail.to,
    mail.subject,
  ])
  const more = total > mails.length ? [`共 ${total} 封，--all 全部列出。`] : []
  return [...textTable([['序号', '时间', '收件人', '主题'], ...rows], 56), ...more]
}

function letter(mail: InboxMail): string[] {
  return [
    `收件人：${mail.to}`,
    `发件人：${mail.from}`,
    `时间：${sayDayAndTime(Date.parse(mail.at))}`,
    `主题：${mail.subject}`,
    `文件：${mail.file}`,
    '',
    mail.text.trimEnd(),
  ]
}

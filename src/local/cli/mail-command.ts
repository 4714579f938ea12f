import { BadInput } from '../bad-input'
import type { InboxMail } from '../contract'
import { describeWorkspace, type WrongLetter } from '../description'
import { sayDayAndTime } from '../say-moment'
import { countLetters, isCounting, listCounts } from './mail-counts'
import type { CommonOptions } from './options'
import { readNumber } from './read-number'
import { answer, type ExitCode, type Shell } from './shell'
import { textTable } from './text-table'
import { UsageError } from './usage-error'
import { readingWorkspace } from './workspace-at'

export type MailOptions = CommonOptions & {
  all?: boolean
  failed?: boolean
  retry?: true | string[]
  alsoUncertain?: boolean
  by?: string
}

/**
 * `lianxi mail [N]`: the inbox, newest first and numbered from 1, or the Nth letter; what was not
 * taken, and why, makes the exit code 1.
 */
export async function mailCommand(
  shell: Shell,
  nth: string | undefined,
  options: MailOptions,
): Promise<ExitCode> {
  if (options.by !== undefined) return countsCommand(shell, options, options.by)
  const wanted = nth === undefined ? undefined : readNumber(nth, '邮件序号')
  return readingWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const all = (await workspace.inbox()).toSorted((a, b) => (a.file < b.file ? 1 : -1))
    const json = options.json === true
    if (wanted === undefined) {
      const { wrong } = (await describeWorkspace(workspace)).letters
      const some = options.all === true ? all : all.slice(0, 20)
      if (options.failed === true) answer(shell, json, wrong, listWrong(wrong))
      else {
        const more = wrong.length > 0 ? ['', ...listWrong(wrong)] : []
        answer(shell, json, some.map(withoutBody), [...list(some, all.length), ...more])
      }
      return wrong.length > 0 ? 1 : 0
    }
    const mail = all[wanted - 1]
    if (mail === undefined) {
      throw new BadInput(`邮件序号：给的是“${nth}”，应为 1 到 ${all.length} 之间的数。`)
    }
    answer(shell, json, mail, letter(mail))
    return 0
  })
}

/** `lianxi mail --by kind|person|day`: how many letters went out, of every year. */
async function countsCommand(shell: Shell, options: MailOptions, by: string): Promise<ExitCode> {
  if (!isCounting(by)) {
    throw new UsageError(
      `--by：给的是“${by}”，应为 kind（按事由）、person（按收件人）或 day（按日期）。`,
    )
  }
  return readingWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const { letters } = await describeWorkspace(workspace, { letters: true })
    const counts = countLetters(letters.out, by)
    answer(shell, options.json === true, counts, listCounts(counts, letters.out, by))
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

const sayings: Record<WrongLetter['state'], string> = {
  failed: '发送失败',
  uncertain: '不确定',
  queued: '等着再试',
}

function listWrong(wrong: WrongLetter[]): string[] {
  if (wrong.length === 0) return ['没有发送失败、不确定或等着再试的信。']
  const rows = wrong.map(({ state, at, person, kind, key, reason, next }) => [
    sayings[state],
    sayDayAndTime(next ?? at),
    person,
    kind,
    key,
    reason,
  ])
  return [
    ...textTable([['状态', '时间', '收件人', '事由', '编号', '原因'], ...rows], 120),
    '改正后用 lianxi mail --retry 重新排队；不确定的信请先问收件人是否收到。',
  ]
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

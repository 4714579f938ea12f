import { BadInput } from '../bad-input'
import { describeWorkspace, type WrongLetter } from '../description'
import { fill } from '../fill/fill'
import type { MailOptions } from './mail-command'
import { answer, type ExitCode, type Shell } from './shell'
import { withWorkspace } from './workspace-at'

/** Whether letters are to be sent again. */
export function isRetry({ retry, alsoUncertain }: MailOptions): boolean {
  return retry !== undefined || alsoUncertain === true
}

/**
 * `lianxi mail --retry [KEY…]`: asks, as a person would in 手动操作, that letters be sent again by the
 * next tick: those that failed, or those named.
 * @throws BadInput when a key is that of no letter that failed or is uncertain.
 */
export async function retryMail(shell: Shell, options: MailOptions): Promise<ExitCode> {
  return withWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const described = await describeWorkspace(workspace)
    const asked = askedFor(options, described.letters.wrong)
    const typing = {
      at: workspace.now(),
      desk: '总台账',
      tab: '手动操作',
      by: '总台账',
      rows: [{ cells: { 事项: '补发', 对象: asked.object } }],
    }
    await fill(workspace, typing, described)
    const keys = asked.letters.map(({ key }) => key)
    answer(shell, options.json === true, { asked: keys }, sayAsked(asked.letters))
    return 0
  })
}

type Asked = { object: string; letters: WrongLetter[] }

function askedFor({ retry, alsoUncertain }: MailOptions, wrong: WrongLetter[]): Asked {
  if (Array.isArray(retry)) {
    const letters = retry.map((key) => mustBeWrong(key, wrong))
    return { object: retry.join('、'), letters }
  }
  const states = alsoUncertain ? ['failed', 'uncertain'] : ['failed']
  return {
    object: alsoUncertain ? '全部失败的和不确定的' : '全部失败的',
    letters: wrong.filter(({ state }) => states.includes(state)),
  }
}

function mustBeWrong(key: string, wrong: WrongLetter[]): WrongLetter {
  const found = wrong.find((letter) => letter.key === key && letter.state !== 'queued')
  if (found) return found
  throw new BadInput(
    `--retry：给的是“${key}”，应为发送失败或不确定的信的编号，可用 lianxi mail --failed 查看。`,
  )
}

function sayAsked(letters: WrongLetter[]): string[] {
  const doubtful = letters.filter(({ state }) => state === 'uncertain')
  const again =
    letters.length > 0
      ? `已登记补发 ${letters.length} 封，由下一次运行发出；事由已过的不再发。`
      : '没有发送失败的信；等着的信由下一次运行再试。'
  return [
    again,
    ...(doubtful.length > 0
      ? [`其中 ${doubtful.length} 封不确定，上次可能已送达，收件人或会收到两封。`]
      : []),
  ]
}

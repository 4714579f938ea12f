import type { Run } from '../contract'
import { sayMoment } from '../say-moment'
import { sayRunFailure } from '../say-run'
import type { CommonOptions } from './options'
import { readMoment } from './read-moment'
import { answer, type ExitCode, type Shell } from './shell'
import { saysLetters, tickAnswer } from './tick-answer'
import { mustReach, withWorkspace } from './workspace-at'

export type TickOptions = CommonOptions & { at?: string }

/** `lianxi tick`: runs the clock trigger once, now or at the given moment. */
export async function tickCommand(shell: Shell, options: TickOptions): Promise<ExitCode> {
  const at = options.at === undefined ? undefined : readMoment(options.at)
  return withWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    if (at !== undefined) {
      mustReach(workspace, at)
      workspace.moveTo(at)
    }
    const moment = workspace.now()
    const run = await workspace.call('tick', [])
    workspace.store.setFact('played', String(moment))
    answer(shell, options.json === true, { at: moment, outcome: run.outcome, ...shown(run) }, [
      `${sayMoment(moment)} ${saysTick(run)}`,
    ])
    const isWell = run.outcome === 'done' && !refused(run) && saysLetters(run) === ''
    return isWell ? 0 : 1
  })
}

function shown(run: Run) {
  return {
    ms: run.ms,
    error: run.outcome === 'done' ? null : sayRunFailure(run),
    result: tickAnswer(run) ?? null,
  }
}

function refused(run: Run): boolean {
  return ['busy', 'refused'].includes(tickAnswer(run)?.outcome ?? '')
}

function saysTick(run: Run): string {
  if (run.outcome !== 'done') return `运行没有完成：${sayRunFailure(run)}。`
  const said = tickAnswer(run)
  if (said === undefined || said.outcome === 'idle') return '没有变动，无事可做。'
  if (refused(run)) return `没有运行：${said.note ?? said.outcome}`
  const counts = `读 ${said.read} 本，记 ${said.events} 条，发 ${said.sent} 封，待发 ${said.waiting} 封`
  const unread = said.unread.map(({ desk, reason }) => `；${desk}暂未读到（${reason}）`).join('')
  return `${counts}${saysLetters(run)}${unread}${said.unfinished ? '；没有做完，下次接着做' : ''}。`
}

import * as v from 'valibot'
import { sayRunFailure } from '../say-run'
import type { CommonOptions } from './options'
import { answer, type ExitCode, type Shell } from './shell'
import { readingWorkspace } from './workspace-at'

export type ExplainOptions = CommonOptions & { office?: string }

const explanation = v.object({ sentences: v.array(v.string()) })

/** `lianxi explain`: how a number, a light or a week comes about; exit 1 where nobody knows it. */
export async function explainCommand(
  shell: Shell,
  what: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  return readingWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const asked = options.office === undefined ? { what } : { what, office: options.office }
    const run = await workspace.call('explain', [JSON.stringify(asked)])
    if (run.outcome !== 'done' || typeof run.result !== 'string') {
      throw new Error(`没有说明：${sayRunFailure(run)}`)
    }
    const { sentences } = v.parse(explanation, JSON.parse(run.result))
    answer(shell, options.json === true, { what, sentences }, sentences)
    return sentences[0]?.startsWith('不知道') === true ? 1 : 0
  })
}

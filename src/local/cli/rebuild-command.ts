import * as v from 'valibot'
import { sayRunFailure } from '../say-run'
import type { CommonOptions } from './options'
import { answer, type ExitCode, type Shell } from './shell'
import { textTable } from './text-table'
import { UsageError } from './usage-error'
import { readingWorkspace } from './workspace-at'

export type RebuildOptions = CommonOptions & { check?: boolean }

const found = v.object({
  differences: v.array(
    v.object({
      book: v.string(),
      tab: v.string(),
      row: v.number(),
      column: v.union([v.number(), v.string()]),
      shown: v.string(),
      rebuilt: v.string(),
    }),
  ),
  pages: v.number(),
})

/** `lianxi rebuild --check`: are the published pages what the events and workbooks say? */
export async function rebuildCommand(shell: Shell, options: RebuildOptions): Promise<ExitCode> {
  if (options.check !== true) {
    throw new UsageError('rebuild：没有给 --check，应为 lianxi rebuild --check（只核对，不改动）。')
  }
  return readingWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const run = await workspace.call('rebuildCheck', [])
    if (run.outcome !== 'done' || typeof run.result !== 'string') {
      throw new Error(`核对没有完成：${sayRunFailure(run)}`)
    }
    const result = v.parse(found, JSON.parse(run.result))
    answer(shell, options.json === true, result, lines(result))
    return result.differences.length === 0 ? 0 : 1
  })
}

function lines({ differences, pages }: v.InferOutput<typeof found>): string[] {
  if (differences.length === 0) return [`已核对 ${pages} 页，与台账一致，没有差异。`]
  const rows = differences.map((each) => [
    each.book,
    each.tab,
    String(each.row),
    String(each.column),
    each.shown,
    each.rebuilt,
  ])
  return [
    `已核对 ${pages} 页，有 ${differences.length} 处与台账不一致：`,
    ...textTable([['工作簿', '页', '行', '列', '页上', '应为'], ...rows]),
  ]
}

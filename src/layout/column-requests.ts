import { type CurrentSheet, sameLook } from './current-looks'
import type { LooksRequest } from './looks-request'
import type { TabLines } from './rows-to-read'
import type { TabLook } from './tab-look'

/** What has to be sent so that columns are as wide as declared, where their tab was read. */
export const widthRequests = (
  tab: TabLook,
  current: CurrentSheet | undefined,
  read: TabLines | undefined,
): LooksRequest[] => {
  if (current && !read) return []
  const now = read?.columns ?? []
  const wrong = tab.columns.map(({ width }, i) => now[i]?.pixelSize !== width)
  const runs: { start: number; end: number; width: number }[] = []
  tab.columns.forEach(({ width }, i) => {
    const last = runs[runs.length - 1]
    if (wrong[i] && last?.end === i && last.width === width) last.end = i + 1
    else if (wrong[i]) runs.push({ start: i, end: i + 1, width })
  })
  return runs.map(({ start, end, width }) => ({
    updateDimensionProperties: {
      range: { sheetId: tab.sheetId, dimension: 'COLUMNS', startIndex: start, endIndex: end },
      properties: { pixelSize: width },
      fields: 'pixelSize',
    },
  }))
}

/** Where flags are set, as runs from start to end, the end not included. */
export const runsOf = (flags: boolean[]): { start: number; end: number }[] => {
  const runs: { start: number; end: number }[] = []
  flags.forEach((flag, i) => {
    const last = runs[runs.length - 1]
    if (flag && last && last.end === i) last.end = i + 1
    else if (flag) runs.push({ start: i, end: i + 1 })
  })
  return runs
}

/** Groups have no ids: they are compared and rewritten as a whole list; closing one is a person's. */
export const groupRequests = (tab: TabLook, current: CurrentSheet | undefined): LooksRequest[] => {
  const wanted = runsOf(tab.columns.map((column) => column.folded))
  const now = (current?.columnGroups ?? []).map(({ range }) => ({
    start: range.startIndex ?? 0,
    end: range.endIndex ?? 0,
  }))
  if (sameLook(now, wanted)) return []
  const span = ({ start, end }: { start: number; end: number }) => ({
    sheetId: tab.sheetId,
    dimension: 'COLUMNS',
    startIndex: start,
    endIndex: end,
  })
  return [
    ...now.map((run) => ({ deleteDimensionGroup: { range: span(run) } })),
    ...wanted.map((run) => ({ addDimensionGroup: { range: span(run) } })),
    ...wanted.map((run) => ({
      updateDimensionGroup: {
        dimensionGroup: { range: span(run), depth: 1, collapsed: true },
        fields: 'collapsed',
      },
    })),
  ]
}

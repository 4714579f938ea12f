import type { TraceLine } from './contract'

/** The calls of a run by kind, dearest first (modelled ms), and the writes nobody asked for. */
export type TraceSummary = {
  calls: number
  ms: number
  implicit: number
  kinds: { kind: string; calls: number; ms: number }[]
}

/** Adds up the priced calls of one run. */
export function summariseTrace(lines: TraceLine[]): TraceSummary {
  const byKind = new Map<string, { kind: string; calls: number; ms: number }>()
  for (const line of lines) {
    const sum = byKind.get(line.kind) ?? { kind: line.kind, calls: 0, ms: 0 }
    sum.calls += 1
    sum.ms += line.ms
    byKind.set(line.kind, sum)
  }
  return {
    calls: lines.length,
    ms: lines.reduce((sum, line) => sum + line.ms, 0),
    implicit: lines.filter((line) => line.implicit === true).length,
    kinds: [...byKind.values()].sort((a, b) => b.ms - a.ms),
  }
}

import { describe, expect, test } from 'vitest'
import type { Charge } from '../../../src/local/runtime/trace'
import { score } from '../../../src/local/runtime/trace'
import { tinyWorkspace } from '../tiny-workspace'

type Line = { kind: string } & Charge
const line = (kind: string, charge: Charge = {}): Line => ({ kind, ...charge })
const times = (count: number, ...lines: Line[]): Line[] =>
  Array.from({ length: count }, () => lines).flat()
const handles = (count: number): Line[] => times(count, line('ss.handle'))

const read = [line('ss.open'), line('ss.firstRead'), ...handles(3)]
const write = [line('ss.open'), line('ss.firstWrite')]
const v1 = [...read, line('range.getValues', { cells: 560 })]

const vectors: [name: string, ms: number, lines: Line[]][] = [
  ['V1', 187.2, v1],
  [
    'V2',
    228.7,
    [
      ...v1,
      ...handles(1),
      line('range.setValues', { cells: 12 }),
      line('ss.flush', { cells: 12, implicit: true }),
      line('range.getValues', { cells: 560 }),
    ],
  ],
  [
    'V3',
    1475.3,
    [
      ...read,
      ...times(
        40,
        line('range.setValue'),
        line('ss.flush', { cells: 1, implicit: true }),
        line('range.getValues', { cells: 1 }),
      ),
    ],
  ],
  [
    'V4',
    166.3,
    [
      ...write,
      ...handles(2),
      ...times(40, line('range.setValue')),
      line('ss.flush', { cells: 40 }),
    ],
  ],
  ['V5', 4480.5, [...write, ...handles(1), ...times(40, line('sheet.appendRow'))]],
  [
    'V6',
    192.3,
    [
      ...write,
      ...handles(2),
      line('range.setValues', { cells: 560 }),
      line('ss.flush', { cells: 560 }),
    ],
  ],
  ['V7 one by one', 6000, times(200, line('props.get'))],
  ['V7 at once', 35, [line('props.getAll')]],
]

const rows = (count: number, columns: number): string =>
  `Array.from({ length: ${count} }, (_, r) => Array.from({ length: ${columns} }, (_, c) => r + c))`

/** The same vectors as runs; V3, V4 and the first V7 need calls that surface.ts does not have. */
const runs: [name: string, ms: number, body: string][] = [
  ['V1', 187.2, 'ss.getId(); sheet.getRange(1, 1, 28, 20).getValues()'],
  [
    'V2',
    228.7,
    `ss.getId(); const range = sheet.getRange(1, 1, 28, 20); range.getValues()
     sheet.getRange(1, 1, 1, 12).setValues(${rows(1, 12)}); range.getValues()`,
  ],
  ['V5', 4480.5, `for (let n = 0; n < 40; n += 1) sheet.appendRow([n, n])`],
  ['V6', 192.3, `sheet.getRange(1, 1, 28, 20).setValues(${rows(28, 20)})`],
  ['V7', 35, '// no workbook\nPropertiesService.getScriptProperties().getProperties()'],
]

describe('the modelled cost of a run (price list, vectors V1 to V7)', () => {
  test.each(vectors)('%s costs %d ms', (_name, ms, lines) => {
    expect(score(lines)).toBeCloseTo(ms, 1)
  })

  test.each(runs)('a run of %s costs %d ms', (_name, ms, body) => {
    const run = tinyWorkspace().run(body)
    expect(run.outcome, run.error).toBe('done')
    // The vectors have one decimal.
    expect(Math.round(run.ms * 10) / 10).toBe(ms)
    expect(score(run.trace)).toBeCloseTo(run.ms, 6)
  })

  test('a call without a price fails by name', () => {
    expect(() => score([line('range.paint')])).toThrow('range.paint has no price')
  })

  test('a block above 18,000 cells is written inline: dearer, and no flush', () => {
    const big = tinyWorkspace().run(`sheet.getRange(1, 1, 1000, 19).setValues(${rows(1000, 19)})`)
    const [last] = big.trace.slice(-1)
    expect(last).toMatchObject({ kind: 'range.setValues', cells: 19_000, ms: 2661.5 })
  })
})

import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/local/books/cells'
import { typedCell } from '../../../src/local/books/typing'

/** Serial days: 2024-11-20 is 45616. */
const table: [typed: string, pattern: string | undefined, kept: Cell][] = [
  ['', undefined, null],
  ['研究经费', undefined, '研究经费'],
  ["'=IMPORTDATA(A1)", undefined, '=IMPORTDATA(A1)'],
  ["''引号", undefined, "'引号"],
  ['=1+2', undefined, { x: '=1+2' }],
  ['=', undefined, '='],
  ['001', undefined, 1],
  ['1,000,000', undefined, 1_000_000],
  ['1,00', undefined, '1,00'],
  ['-12.5', undefined, -12.5],
  ['50%', undefined, 0.5],
  ['$2.99', undefined, 2.99],
  ['1e3', undefined, 1000],
  ['11.20', undefined, 11.2],
  ['110101199001011234', undefined, 110101199001011230],
  ['true', undefined, true],
  ['FALSE', undefined, false],
  ['2024-11-20', undefined, { d: 45616, f: 'yyyy-mm-dd' }],
  ['2024/11/20', undefined, { d: 45616, f: 'yyyy-mm-dd' }],
  ['11/20', undefined, { d: 45616, f: 'yyyy-mm-dd' }],
  ['11-20', undefined, { d: 45616, f: 'yyyy-mm-dd' }],
  ['11月20日', undefined, { d: 45616, f: 'yyyy-mm-dd' }],
  ['2024年11月20日', undefined, { d: 45616, f: 'yyyy-mm-dd' }],
  ['2024-11-20 18:00', undefined, { d: 45616.75, f: 'yyyy-mm-dd h:mm:ss' }],
  ['2024-11-20', 'm月d日', { d: 45616, f: 'm月d日' }],
  ['2024-02-30', undefined, '2024-02-30'],
  ['9:30', undefined, { d: 9.5 / 24, f: 'h:mm' }],
  ['25:00', undefined, '25:00'],
  ['9：30', undefined, '9：30'],
  ['001', '@', '001'],
  ['2024-11-20', '@', '2024-11-20'],
  ['TRUE', '@', 'TRUE'],
  ['=1+2', '@', '=1+2'],
  ["'001", '@', '001'],
]

describe('typing as USER_ENTERED (Range.setValues and ValueInputOption of Google’s reference)', () => {
  test.each(table)('%s in a cell of format %s', (typed, pattern, kept) => {
    expect(typedCell(typed, pattern, 2024)).toEqual(kept)
  })
})

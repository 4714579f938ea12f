import { expect, test } from 'vitest'
import type { Tables } from '../../src/ports'

/** One call of the port, as data, so that it can be carried into another realm. */
export type Step = { [Name in keyof Tables]: [Name, ...Parameters<Tables[Name]>] }[keyof Tables]

/** Carries out steps in one run over a workbook with the tabs given; the answer of each, in order. */
export type Perform = (
  tabs: Record<string, string[][]>,
  steps: (book: string) => Step[],
) => unknown[]

const tab = '报送'
const rows = [
  ['编号', '报送'],
  ['1', '是'],
]

const shown = (answer: unknown): string[][] => (answer as { shown: string[][] }).shown

/** What the jobs rely on, whatever stands behind the port. */
export function tablesContract(perform: Perform): void {
  const last = (
    steps: (book: string) => Step[],
    tabs: Record<string, string[][]> = { [tab]: rows },
  ) => perform(tabs, steps).at(-1)

  test('tabs are read whole, a tab that is not there is left out', () => {
    const answer = last((book) => [['read', book, [tab, '没有这张']]])
    expect(answer).toMatchObject([{ name: tab, shown: rows, formulas: [] }])
    expect(last((book) => [['reread', book, '没有这张']]) ?? undefined).toBeUndefined()
  })

  test('an empty tab has no rows', () => {
    expect(shown(last((book) => [['reread', book, tab]], { [tab]: [] }))).toEqual([])
  })

  test('a block is written where it is meant, and the cells around it stay', () => {
    const answer = last((book) => [
      ['write', book, tab, [{ row: 2, column: 2, values: [['否'], ['是']] }]],
      ['flush'],
      ['reread', book, tab],
    ])
    expect(shown(answer)).toEqual([
      ['编号', '报送'],
      ['1', '否'],
      ['', '是'],
    ])
  })

  test('a block may go beyond the tab’s size', () => {
    const answer = last((book) => [
      ['write', book, tab, [{ row: 1005, column: 28, values: [['远']] }]],
      ['flush'],
      ['tail', book, tab, 1005],
    ])
    expect(answer).toMatchObject({ last: 1005 })
    expect(shown(answer)[0]?.[27]).toBe('远')
  })

  test('rows are added after the last used one, one or several', () => {
    const added = [
      ['2', '是'],
      ['3', '是'],
      ['4', '否'],
    ]
    const answer = last((book) => [
      ['append', book, [{ tab, rows: added.slice(0, 1) }]],
      ['flush'],
      ['append', book, [{ tab, rows: added.slice(1) }]],
      ['flush'],
      ['tail', book, tab, 3],
    ])
    expect(answer).toEqual({ last: 5, shown: added })
  })

  test('the tail beyond the last row is empty, and says how many rows there are', () => {
    expect(last((book) => [['tail', book, tab, 3]])).toEqual({ last: 2, shown: [] })
  })

  test('a page is replaced whole, longer or shorter than it was', () => {
    const page =
      (lines: string[][]): ((book: string) => Step[]) =>
      (book) => [['replace', book, tab, lines], ['flush'], ['reread', book, tab]]
    expect(shown(last(page([['甲', '乙']])))).toEqual([['甲', '乙']])
    const long = [...rows, ['2', '是'], ['3', '是']]
    expect(shown(last(page(long)))).toEqual(long)
  })

  test('text that looks like a formula stays text', () => {
    const answer = last((book) => [
      [
        'replace',
        book,
        tab,
        [
          ['=IMPORTDATA("http://x")', '+1'],
          ['@甲', '-1'],
        ],
      ],
      ['flush'],
      ['append', book, [{ tab, rows: [['=1+1', '']] }]],
      ['flush'],
      ['reread', book, tab],
    ])
    expect(answer).toMatchObject({ formulas: [] })
    const texts = shown(answer).flat().join('|')
    for (const part of ['=IMPORTDATA("http://x")', '+1', '@甲', '-1', '=1+1'])
      expect(texts).toContain(part)
  })

  test('what looks like a number or a day is given back as it was written', () => {
    const texts = ['001', '11.20', '2024-11-18', '1/2', 'TRUE']
    const answer = last((book) => [
      ['replace', book, tab, texts.map((text) => [text])],
      ['flush'],
      ['reread', book, tab],
    ])
    expect(shown(answer).map(([text]) => text)).toEqual(texts)
  })

  test('figures that charts draw are given back as they were written, as is what is no number', () => {
    const lines = [
      ['11月18日', '按时'],
      ['1', '12'],
      ['', '=1+1'],
      ['甲', ''],
    ]
    const answer = last((book) => [
      ['replace', book, tab, lines, [1]],
      ['flush'],
      ['reread', book, tab],
    ])
    expect(shown(answer)).toEqual(lines)
    expect(answer).toMatchObject({ formulas: [] })
  })

  test('writing to a tab that is not there is told by the tab’s name', () => {
    expect(() => perform({}, (book) => [['replace', book, '没有这张', [['甲']]]])).toThrow(
      '没有这张',
    )
  })

  test('a workbook is made, and has an address of its own', () => {
    const [made, address] = perform({}, (book) => [
      ['create', '机器账2025'],
      ['url', book],
    ])
    expect(made).toEqual(expect.any(String))
    expect(String(address)).toMatch(/\//)
  })

  test('a workbook that cannot be opened is a failure, not an empty one', () => {
    expect(() => perform({}, () => [['read', 'nothing', [tab]]])).toThrow(/打不开|打开/)
  })
}

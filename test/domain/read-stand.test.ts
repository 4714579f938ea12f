import { describe, expect, test } from 'vitest'
import { apply, type News } from '../../src/domain/event'
import { standLine, standOf } from '../../src/domain/ledger-rows'
import { readLines, stateOf } from '../../src/domain/read-stand'
import { rowKey } from '../../src/domain/state'
import { paperDistrict } from '../fakes/paper-district'
import { issuedWeek } from '../fakes/paper-week'

const issued = (): string[][] => {
  const paper = paperDistrict()
  issuedWeek(paper)
  return [...standOf(paper.state)].map(([name, json]) => [...name.split('\t'), json])
}

const stateIn = (rows: string[][]) => stateOf(readLines(rows))

describe('现况 read again', () => {
  test('a line that says what it said is the same row; one that changed is read anew', () => {
    const rows = issued()
    const before = stateIn(rows)
    const at = rows.findIndex(([category]) => category === '行')
    const [category = '', key = '', json = ''] = rows[at] ?? []
    expect(stateIn(rows).rows.get(key)).toBe(before.rows.get(key))
    rows[at] = [category, key, json.replace('"cells":{', '"cells":{"what":"改写",')]
    const after = stateIn(rows)
    expect(after.rows.get(key)?.cells.what).toBe('改写')
    expect(before.rows.get(key)?.cells.what).not.toBe('改写')
  })

  test('lines that moved, went or came back are read where they stand', () => {
    const rows = issued()
    const all = stateIn(rows)
    const [first = [], ...rest] = rows
    expect(stateIn(rest).rows.size).toBe(all.rows.size - 1)
    expect(readLines(rest).map(({ row }) => row)).toEqual(rest.map((_, i) => i + 1))
    expect(stateIn([...rest, first])).toEqual(all)
    expect(stateIn(rows)).toEqual(all)
  })

  test('two lines that only differ in their key are two', () => {
    const [[category = '', key = '', json = ''] = []] = issued()
    stateIn([[category, key, json]])
    expect([...stateIn([[category, `${key}x`, json]]).rows.keys()]).toEqual([`${key}x`])
  })

  test('what happens in one run leaves the lines of the next as they are written', () => {
    const rows = issued()
    const state = stateIn(rows)
    const [row] = [...state.rows.values()]
    const common = { at: 9, after: 9, book: row?.book ?? '', register: row?.register ?? '' }
    const key = row?.id ?? ''
    const news: News = { ...common, key, happening: '改动', field: 'what', old: '', now: '改写' }
    apply(state, news)
    const written = [...standOf(stateIn(rows))]
    expect(written).toEqual(rows.map(([category, name, json]) => [`${category}\t${name}`, json]))
    const name = `行\t${rowKey(common.book, common.register, key)}`
    expect(standLine(state, name)).not.toBe(new Map(written).get(name))
  })
})

import { describe, expect, test } from 'vitest'
import { apply, type News } from '../../src/domain/event'
import { standLine, standOf } from '../../src/domain/ledger-rows'
import { readStand } from '../../src/domain/read-stand'
import { rowKey } from '../../src/domain/state'
import { paperDistrict } from '../fakes/paper-district'
import { issuedWeek } from '../fakes/paper-week'

const issued = () => {
  const paper = paperDistrict()
  issuedWeek(paper)
  return standOf(paper.state)
}

describe('现况 read again', () => {
  test('a line that says what it said is the same row; one that changed is read anew', () => {
    const lines = issued()
    const before = readStand(lines)
    const [[name, json] = ['', '']] = [...lines].filter(([each]) => each.startsWith('行\t'))
    const key = name.slice(2)
    expect(readStand(lines).rows.get(key)).toBe(before.rows.get(key))
    lines.set(name, json.replace('"cells":{', '"cells":{"what":"改写",'))
    const after = readStand(lines)
    expect(after.rows.get(key)?.cells.what).toBe('改写')
    expect(before.rows.get(key)?.cells.what).not.toBe('改写')
  })

  test('a line that went and came back is read as it stands', () => {
    const lines = issued()
    const all = readStand(lines)
    const [[name, json] = ['', '']] = [...lines]
    lines.delete(name)
    expect(readStand(lines).rows.size).toBe(all.rows.size - 1)
    lines.set(name, json)
    expect(readStand(lines).rows.size).toBe(all.rows.size)
  })

  test('what happens in one run leaves the lines of the next as they are written', () => {
    const lines = issued()
    const state = readStand(lines)
    const [row] = [...state.rows.values()]
    const common = { at: 9, after: 9, book: row?.book ?? '', register: row?.register ?? '' }
    const key = row?.id ?? ''
    const news: News = { ...common, key, happening: '改动', field: 'what', old: '', now: '改写' }
    apply(state, news)
    expect(standOf(readStand(lines))).toEqual(lines)
    const name = `行\t${rowKey(common.book, common.register, key)}`
    expect(standLine(state, name)).not.toBe(lines.get(name))
  })
})

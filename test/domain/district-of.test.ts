import { expect, test } from 'vitest'
import { districtOf } from '../../src/domain/district-of'
import { emptyState, type KnownRow, rowKey } from '../../src/domain/state'
import { house } from '../../src/registers'

const { office, setting } = house.district

const row = (register: string, id: string, cells: Record<string, string>): KnownRow => ({
  ...{ book: 'control', register, id, cells, after: 0, at: 0 },
})

const known = (...rows: KnownRow[]) => {
  const state = emptyState()
  for (const each of rows) state.rows.set(rowKey(each.book, each.register, each.id), each)
  return state
}

test('a district is read once of the same rows, and anew as soon as one differs', () => {
  const named = (name: string) => row(office.id, 'QWB', { name, short: name })
  const grace = row(setting.id, '1', { key: 'weekly.grace', value: '10' })
  const [before, after] = [named('区委办公室'), named('区委办')]
  const first = districtOf(known(before, grace), house.district)
  expect(districtOf(known(before, grace), house.district)).toBe(first)
  expect(districtOf(known(after, grace), house.district).offices[0]?.name).toBe('区委办')
  const more = row(office.id, 'ZFB', { name: '区政府办公室' })
  expect(districtOf(known(after, grace, more), house.district).offices).toHaveLength(2)
  expect(districtOf(known(after), house.district).offices).toHaveLength(1)
  expect(districtOf(known(), house.district).offices).toHaveLength(0)
})

import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day'
import { meaningPin, meantKey } from '../../src/domain/meaning-pin'
import { task } from '../../src/registers/task'

const pinned = (typed: string, known: Record<string, string> | undefined, today = '2025-07-01') => {
  const cells: Record<string, string> = { due: typed }
  meaningPin(task, { people: [], offices: [], leaders: [] }, day(today))(cells, undefined, known)
  return cells[meantKey('due')]
}

describe('what is remembered of a date', () => {
  it('is its year, where it was typed without', () => {
    expect(pinned('12.20', undefined, '2024-11-12')).toBe('2024-12-20')
    expect(pinned('2024年12月20日', undefined)).toBeUndefined()
  })

  it('stays while the cell says the same, and is read anew where it was typed anew', () => {
    const known = { due: '12.20', [meantKey('due')]: '2024-12-20' }
    expect(pinned('12.20', known)).toBe('2024-12-20')
    expect(pinned('12.19', known)).toBe('2025-12-19')
  })

  it('is nothing for a date from before it was kept: that is read as it was', () => {
    expect(pinned('12.20', { due: '12.20' })).toBeUndefined()
  })
})

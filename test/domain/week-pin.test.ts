import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { weekPin } from '../../src/domain/week-pin'
import { suggestion } from '../../src/registers/suggestion'
import { weeklyPlan } from '../../src/registers/weekly-plan'

type Cells = Record<string, string>

const pin = weekPin(weeklyPlan, {
  today: day('2024-11-16'),
  open: [day('2024-11-18'), day('2024-11-25')],
  unfiled: day('2024-11-25'),
  live: [day('2024-11-11'), day('2024-11-18'), day('2024-11-25')],
})

const pinned = (cells: Cells, above?: Cells, known?: Cells): string | undefined => {
  const own = { ...cells }
  pin(own, above, known)
  return own['^week']
}

describe('the week a line belongs to', () => {
  test.each<[string, Cells, Cells | undefined, Cells | undefined, string]>([
    ['the one typed, by any of its days', { week: '11月20日' }, undefined, undefined, '2024-11-18'],
    ['that of its date', { on: '2024-11-20' }, undefined, undefined, '2024-11-18'],
    [
      'that of a date understood from above',
      { '^on': '11.27' },
      undefined,
      undefined,
      '2024-11-25',
    ],
    ['that of the line above', {}, { '^week': '2024-11-18' }, undefined, '2024-11-18'],
    ['the earliest week not yet filed', {}, undefined, undefined, '2024-11-25'],
    [
      'not that of a line above whose week is over',
      {},
      { '^week': '2024-11-11' },
      undefined,
      '2024-11-25',
    ],
    [
      'the day of a number is in the week above',
      { on: '20' },
      { '^week': '2024-11-18' },
      undefined,
      '2024-11-18',
    ],
    [
      'what was understood stays',
      {},
      { '^week': '2024-11-18' },
      { '^week': '2024-11-25' },
      '2024-11-25',
    ],
    [
      'a new date within another live week moves it',
      { on: '2024-11-26' },
      undefined,
      { '^week': '2024-11-18' },
      '2024-11-25',
    ],
    [
      'a date far off does not move a line that was understood',
      { on: '2025-03-03' },
      undefined,
      { '^week': '2024-11-18' },
      '2024-11-18',
    ],
    [
      'a date that cannot be read leaves it',
      { on: '再定' },
      undefined,
      { '^week': '2024-11-18' },
      '2024-11-18',
    ],
  ])('%s', (_, cells, above, known, week) => {
    expect(pinned(cells, above, known)).toBe(week)
  })

  test('with no week open is the next one', () => {
    const own: Cells = {}
    weekPin(weeklyPlan, { today: day('2024-11-13'), open: [], unfiled: undefined, live: [] })(
      own,
      undefined,
      undefined,
    )
    expect(own['^week']).toBe('2024-11-18')
  })

  test('is no matter for a register that is not handed in', () => {
    const own: Cells = { what: '会' }
    const weeks = { today: day('2024-11-13'), open: [], unfiled: undefined, live: [] }
    weekPin(suggestion, weeks)(own, undefined, undefined)
    expect(own).toEqual({ what: '会' })
  })
})

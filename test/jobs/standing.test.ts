import { describe, expect, test } from 'vitest'
import type { Reading } from '../../src/jobs/reading'
import { coveredAt, standingOf, withReadings } from '../../src/jobs/standing'

describe('what a run leaves for the next', () => {
  test('of a house never set up is nothing', () => {
    expect(standingOf({})).toMatchObject({
      control: '',
      role: '',
      standby: '',
      readings: new Map(),
      quiet: 0,
      seen: '',
      nextDue: 0,
      exact: false,
      outgrown: [],
    })
  })

  test('reads back out of the script’s facts', () => {
    const facts = {
      control: 'c',
      role: 'r',
      seen: '0a',
      quiet: '9',
      nextDue: '11',
      exactMarks: '1',
    }
    expect(standingOf(facts)).toMatchObject({
      control: 'c',
      readings: new Map(),
      seen: '0a',
      quiet: 9,
      nextDue: 11,
      exact: true,
    })
  })

  test('what the version before left of each workbook holds until the ledger has it', () => {
    const standing = standingOf({ covered: '{"d":5}', marks: '{"d":"7"}', behind: '["e"]' })
    expect(standing).toMatchObject({
      seen: '',
      readings: new Map<string, unknown>([
        ['d', { covered: 5, mark: '7' }],
        ['e', { covered: 0, mark: '', behind: true }],
      ]),
      outgrown: ['covered', 'marks', 'behind'],
    })
    const ledger = new Map([['d', { covered: 8, mark: '9' }]])
    expect(withReadings(standing, ledger).readings).toBe(ledger)
    expect(withReadings(standing, new Map())).toBe(standing)
  })

  test('a blank fact is no fact', () => {
    expect(standingOf({ covered: '', behind: '' }).readings).toEqual(new Map())
  })
})

describe('when a desk was last known to stand as it was read', () => {
  const standing = withReadings(
    standingOf({ quiet: '90' }),
    new Map<string, Reading>([
      ['d', { covered: 50, mark: '7' }],
      ['e', { covered: 50, mark: '', behind: true }],
    ]),
  )

  test('is when it was read, or a later tick that was told nothing had moved', () => {
    expect(coveredAt(standing, 'd')).toBe(90)
    expect(coveredAt({ ...standing, quiet: 20 }, 'd')).toBe(50)
  })

  test('for a desk that could not be read no quiet tick counts', () => {
    expect(coveredAt(standing, 'e')).toBe(50)
  })

  test('a desk never read was never seen', () => {
    expect(coveredAt(standing, 'new')).toBe(0)
  })
})

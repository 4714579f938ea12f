import { describe, expect, test } from 'vitest'
import { coveredAt, standingOf } from '../../src/jobs/standing'

describe('what a run leaves for the next', () => {
  test('of a house never set up is nothing', () => {
    expect(standingOf({})).toMatchObject({
      control: '',
      role: '',
      standby: '',
      covered: {},
      quiet: 0,
      marks: {},
      nextDue: 0,
      behind: [],
      exact: false,
    })
  })

  test('reads back out of the script’s facts', () => {
    const facts = {
      control: 'c',
      role: 'r',
      covered: '{"d":5}',
      marks: '{"d":"7"}',
      quiet: '9',
      nextDue: '11',
      behind: '["e"]',
      exactMarks: '1',
    }
    expect(standingOf(facts)).toMatchObject({
      control: 'c',
      covered: { d: 5 },
      marks: { d: '7' },
      quiet: 9,
      nextDue: 11,
      behind: ['e'],
      exact: true,
    })
  })

  test('a blank fact is no fact', () => {
    expect(standingOf({ covered: '', behind: '' })).toMatchObject({ covered: {}, behind: [] })
  })
})

describe('when a desk was last known to stand as it was read', () => {
  const standing = standingOf({ covered: '{"d":50,"e":50}', quiet: '90', behind: '["e"]' })

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

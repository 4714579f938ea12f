import { expect, test } from 'vitest'
import { dueLetters } from '../../src/domain/letters'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, paperDistrict, when } from '../fakes/paper-district'
import { file, issuedWeek } from '../fakes/paper-week'

const at = when('2024-11-18 09:10')

const due = (to = '2024-11-21') => {
  const paper = paperDistrict()
  paper.set('weekly.firstWeek', '2024-11-18')
  issuedWeek(paper)
  paper.put(
    'd-QZF',
    weeklyPlan,
    'QZF-0001',
    { on: to, host: '区人大办', reason: '改期' },
    at - 600_000,
  )
  const weekly = paper.judge(at)
  return { paper, weekly, made: () => dueLetters(maker(), [weekly]) }
  function maker() {
    return { district: paper.district(), control, now: at, state: paper.state }
  }
}

test('what is nearest comes first: notices, then what was given back, the digest last', () => {
  const { paper, made } = due('2024-11-19')
  const kinds = made().map(({ kind }) => kind)
  expect([...new Set(kinds)]).toEqual(['notice', 'issued', 'digest'])
  expect(kinds.indexOf('issued')).toBeGreaterThan(kinds.lastIndexOf('notice'))
  const digest = made().find(({ kind, person }) => kind === 'digest' && person === 'P005')
  // What the notice says at once is no line of the digest of the same run.
  expect(JSON.stringify(digest ?? {})).not.toContain('digest.notice')
  expect(paper.state.notices.size).toBe(1)
})

test('a change that is further off is a line of the digest where that goes in the same run', () => {
  const { made } = due('2024-11-21')
  expect(made().map(({ kind }) => kind)).not.toContain('notice')
  const digest = made().find(({ kind, person }) => kind === 'digest' && person === 'P005')
  expect(JSON.stringify(digest)).toContain('digest.notice')
})

test('somebody without an address, or no longer in the list, gets nothing', () => {
  const { paper, made } = due()
  const reached = () => [...new Set(made().map(({ person }) => person))]
  expect(reached()).toContain('P004')
  paper.put(control, house.district.person, 'P004', { email: '' }, 0)
  expect(reached()).not.toContain('P004')
  paper.remove(control, house.district.person, 'P005', 0)
  expect(reached()).not.toContain('P005')
})

test('the same state and moment give the same letters', () => {
  const paper = paperDistrict()
  file(paper, 'QWB', when('2024-11-14 10:00'))
  const now = when('2024-11-15 12:00')
  const made = () => {
    const weekly = paper.judge(now)
    return dueLetters({ district: paper.district(), control, now, state: paper.state }, [weekly])
  }
  expect(made()).toEqual(made())
})

import { describe, expect, test } from 'vitest'
import { sayStamp } from '../../src/domain/moment'
import { nextDue } from '../../src/jobs/next-due'
import { house } from '../../src/registers'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'

const due = (
  paper: PaperDistrict,
  text: string,
  more: { again?: boolean; exact?: boolean } = {},
) => {
  const now = when(text)
  const wanted = { again: false, exact: true, ...more }
  return sayStamp(nextDue([paper.judge(now)], paper.district(), now, wanted))
}

describe('the next moment at which something is due by itself', () => {
  test.each([
    ['2024-11-14 09:00', '2024-11-14 15:00', 'the reminder'],
    ['2024-11-14 15:00', '2024-11-15 00:00', 'the new day, on which something may be overdue'],
    ['2024-11-15 00:00', '2024-11-15 02:00', 'the repair of looks'],
    ['2024-11-15 02:00', '2024-11-15 07:00', 'the daily self-check'],
    ['2024-11-15 07:00', '2024-11-15 08:30', 'the digest'],
    ['2024-11-15 08:30', '2024-11-15 12:00', 'the cut-off, when the next week opens too'],
    ['2024-11-15 12:00', '2024-11-15 16:00', 'an hour before the feedback'],
    ['2024-11-15 16:00', '2024-11-15 17:00', 'the feedback'],
    ['2024-11-17 08:30', '2024-11-18 00:00', 'the week’s own Monday'],
  ])('after %s is %s: %s', (now, next) => {
    expect(due(paperDistrict(), now)).toBe(next)
  })

  test('is in a minute when something waits', () => {
    expect(due(paperDistrict(), '2024-11-14 09:00', { again: true })).toBe('2024-11-14 09:01')
  })

  test('is half an hour away at most where the marks of change are a hint only', () => {
    expect(due(paperDistrict(), '2024-11-14 09:00', { exact: false })).toBe('2024-11-14 09:30')
    expect(due(paperDistrict(), '2024-11-14 14:50', { exact: false })).toBe('2024-11-14 15:00')
  })

  test('follows grace and times that people set', () => {
    const paper = paperDistrict()
    paper.set('weekly.grace', '20')
    expect(due(paper, '2024-11-15 12:00')).toBe('2024-11-15 12:20')
    paper.set('digest.time', '7:45')
    expect(due(paper, '2024-11-15 07:00')).toBe('2024-11-15 07:45')
    paper.put(control, house.district.schedule, '修复版面', { job: '修复版面', time: '03:30' }, 0)
    expect(due(paper, '2024-11-15 02:00')).toBe('2024-11-15 03:30')
  })

  test.each(['digest.time', 'weekly.remind', 'weekly.cutoff'])(
    'nonsense in %s does not stop the house',
    (key) => {
      const paper = paperDistrict()
      paper.set(key, '25:70')
      expect(due(paper, '2024-11-15 07:00')).toBe('2024-11-15 08:30')
    },
  )
})

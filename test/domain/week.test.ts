import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { sayStamp } from '../../src/domain/moment'
import { type SettingRow, settingsOf } from '../../src/domain/setting'
import { firstWeek, isOpen, liveWeeks, weekTimes } from '../../src/domain/week'
import { calendarOf, type Override } from '../../src/domain/working-days'
import { when } from '../fakes/paper-district'

const set = (key: string, value: string): SettingRow => ({ key, value, from: '' })

const times = (monday: string, rows: SettingRow[] = [], days: Override[] = []) =>
  weekTimes('weekly', day(monday), settingsOf(rows), calendarOf(days))

const mondays = (at: string, rows: SettingRow[] = []) =>
  liveWeeks('weekly', when(at), settingsOf(rows), calendarOf([])).map(({ monday }) =>
    String(monday),
  )

describe('the moments of a week', () => {
  test('of an ordinary week', () => {
    const week = times('2024-11-18')
    const said = Object.fromEntries(
      (['opens', 'remind', 'cutoff', 'putUp', 'feedback', 'closes', 'rests'] as const).map(
        (key) => [key, sayStamp(week[key])],
      ),
    )
    expect(said).toEqual({
      opens: '2024-11-08 12:00',
      remind: '2024-11-14 15:00',
      cutoff: '2024-11-15 12:00',
      putUp: '2024-11-15 12:00',
      feedback: '2024-11-15 17:00',
      closes: '2024-11-18 00:00',
      rests: '2024-12-02 00:00',
    })
    expect(week.mark).toBeUndefined()
  })

  test.each([
    ['E12: Spring Festival', '2025-02-03', '2025-01-27 12:00', '2025-01-26 15:00'],
    ['the week after opens with that cut-off', '2025-02-10', '2025-02-08 12:00', undefined],
    ['a make-up Saturday before Spring Festival', '2026-02-23', '2026-02-14 12:00', undefined],
    [
      'National Day, with the working Sunday in September',
      '2024-10-07',
      '2024-09-30 12:00',
      undefined,
    ],
    ['New Year’s Day of a year nobody entered', '2027-01-04', '2026-12-31 12:00', undefined],
  ])('%s: the week of %s closes %s', (_, monday, cutoff, remind) => {
    const week = times(monday)
    if (monday !== '2025-02-10') expect(sayStamp(week.cutoff)).toBe(cutoff)
    else expect(sayStamp(week.opens)).toBe('2025-01-27 12:00')
    if (remind) expect(sayStamp(week.remind)).toBe(remind)
  })

  test('E34: a week in a year without its holiday notice is marked, also when only its end is in it', () => {
    expect(times('2027-01-04').mark).toContain('2027年放假安排未录入')
    expect(times('2026-12-28').mark).toContain('2027年放假安排未录入')
    expect(times('2026-12-21').mark).toBeUndefined()
    const entered: Override = { day: day('2027-01-01'), kind: 'off' }
    expect(times('2027-01-04', [], [entered]).mark).toBeUndefined()
  })

  test('cut-off, reminder, feedback and grace follow 参数表', () => {
    const week = times('2024-11-18', [
      set('weekly.cutoff', '星期四 9：30'),
      set('weekly.remind', '10:00'),
      set('weekly.feedback', '16:00'),
      set('weekly.grace', '45'),
    ])
    expect([week.cutoff, week.putUp, week.remind, week.feedback].map(sayStamp)).toEqual([
      '2024-11-14 09:30',
      '2024-11-14 10:15',
      '2024-11-13 10:00',
      '2024-11-14 16:00',
    ])
  })

  test.each(['', '随时', '周五 25:00', '周八'])(
    'a cut-off %j that cannot be read is the default',
    (text) => {
      expect(sayStamp(times('2024-11-18', [set('weekly.cutoff', text)]).cutoff)).toBe(
        '2024-11-15 12:00',
      )
    },
  )

  test.each(['weekly.remind', 'weekly.feedback', 'weekly.grace'])(
    'nonsense in %s is no reason to stop',
    (key) => {
      expect(times('2024-11-18', [set(key, '99:99')])).toEqual(times('2024-11-18'))
    },
  )

  test('a new cut-off holds for the weeks after its 生效日期', () => {
    const later = settingsOf([
      { key: 'weekly.cutoff', value: '周四 12:00', from: day('2024-11-20') },
    ])
    const cutoff = (monday: string) =>
      sayStamp(weekTimes('weekly', day(monday), later, calendarOf([])).cutoff)
    expect([cutoff('2024-11-18'), cutoff('2024-11-25')]).toEqual([
      '2024-11-15 12:00',
      '2024-11-21 12:00',
    ])
  })
})

describe('which weeks live', () => {
  test('those not yet at rest, and the next once its turn to be filed has come', () => {
    expect(mondays('2024-11-20 09:00')).toEqual(['2024-11-11', '2024-11-18', '2024-11-25'])
    expect(mondays('2024-11-22 11:59')).toEqual(['2024-11-11', '2024-11-18', '2024-11-25'])
    expect(mondays('2024-11-22 12:00')).toContain('2024-12-02')
  })

  test('two weeks may be open at once, a week is filed until its own Monday', () => {
    const open = liveWeeks('weekly', when('2024-11-16 09:00'), settingsOf([]), calendarOf([]))
      .filter((week) => isOpen(week, when('2024-11-16 09:00')))
      .map(({ monday }) => String(monday))
    expect(open).toEqual(['2024-11-18', '2024-11-25'])
    expect(isOpen(times('2024-11-18'), when('2024-11-18 00:00'))).toBe(false)
  })

  test.each(['2024-11-18', '2024年11月18日', '2024.11.20', '2024/11/24'])(
    'none before weekly.firstWeek %s',
    (text) => {
      const rows = [set('weekly.firstWeek', text)]
      expect(mondays('2024-11-15 09:00', rows)).toEqual(['2024-11-18'])
    },
  )

  test('a first week nobody can read hides no week', () => {
    const rows = [set('weekly.firstWeek', '下次会后')]
    expect(firstWeek('weekly', settingsOf(rows), day('2024-11-15'))).toBeUndefined()
    expect(mondays('2024-11-15 09:00', rows)).toHaveLength(3)
  })
})

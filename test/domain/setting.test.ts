import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { settingDefaults, settingsOf } from '../../src/domain/setting'
import { clockTime } from '../../src/domain/setting-form'

describe('a setting on a day', () => {
  const settings = settingsOf([
    { key: 'weekly.grace', value: '10', from: day('2024-12-01') },
    { key: 'weekly.grace', value: '30', from: day('2025-01-01') },
    { key: 'weekly.cutoff', value: ' 周四 16:00 ', from: '' },
  ])

  test('is the row with the latest 生效日期 not after it, else the default', () => {
    const on = (text: string) => settings.number('weekly.grace', day(text))
    expect([on('2024-11-30'), on('2024-12-01'), on('2024-12-31'), on('2025-01-01')]).toEqual([
      0, 10, 10, 30,
    ])
  })

  test('without a day is the row that holds last', () => {
    expect(settings.number('weekly.grace')).toBe(30)
  })

  test('is read without the spaces around it', () => {
    expect(settings.text('weekly.cutoff')).toBe('周四 16:00')
  })

  test('of a register with a word of its own is the house’s default, never its row', () => {
    expect(settings.text('visit.cutoff')).toBe('周五 12:00')
    expect(settings.number('visit.yellow')).toBe(3)
  })

  test('that nobody knows is a mistake of ours', () => {
    expect(() => settings.text('weekly.colour')).toThrow('weekly.colour')
  })
})

describe('how values are read', () => {
  const value = (key: string, text: string) => settingsOf([{ key, value: text, from: '' }])

  test('a list is parted by any of the usual signs', () => {
    expect(
      value('weekly.approver', '周衡、林堯安，许明远; 何思源 ').list('weekly.approver'),
    ).toEqual(['周衡', '林堯安', '许明远', '何思源'])
    expect(value('weekly.approver', '').list('weekly.approver')).toEqual([])
  })

  test.each([
    ['15', 15],
    ['十五', 20],
    ['', 20],
  ])('a number %j where the default is 20 is %i', (text, expected) => {
    expect(value('mail.reserve', text).number('mail.reserve')).toBe(expected)
  })

  test.each([
    ['09:00', '09:00'],
    ['9:00', '09:00'],
    ['9：05', '09:05'],
    ['25:00', '08:30'],
    ['9:60', '08:30'],
    ['上班时', '08:30'],
    ['', '08:30'],
  ])('a time %j where the default is 08:30 is %s', (text, expected) => {
    expect(value('digest.time', text).time('digest.time')).toBe(expected)
  })
})

test.each([
  ['周五 12:00', '12:00'],
  ['前一个工作日 9：30前', '09:30'],
  ['周五', undefined],
  ['周五 24:00', undefined],
])('the time in %s is %s', (text, time) => {
  expect(clockTime(text)).toBe(time)
})

test('every default names its source and says what it is for, once', () => {
  const keys = settingDefaults.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { key, source, note, from } of settingDefaults) {
    expect([key, source, note].every((text) => text !== '')).toBe(true)
    expect(() => day(from)).not.toThrow()
  }
})

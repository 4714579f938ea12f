import { describe, expect, it } from 'vitest'
import { readMoment } from '../../../src/local/cli/read-moment'
import { saySummary, summarise } from '../../../src/local/cli/summary'
import { textTable } from '../../../src/local/cli/text-table'
import { fitWidth, textWidth } from '../../../src/local/cli/text-width'
import { UsageError } from '../../../src/local/cli/usage-error'
import { fixtureDescription, fixtureMails } from '../page/fixture-workspace'

describe('a table in a terminal', () => {
  it('counts a 汉字 and full-width signs as two columns (Unicode East Asian Width)', () => {
    expect(textWidth('区委办')).toBe(6)
    expect(textWidth('９：３０')).toBe(8)
    expect(textWidth('QWB-0001')).toBe(8)
    expect(textWidth('𠮷')).toBe(2)
  })

  it('cuts so that every line keeps its width', () => {
    for (const width of [4, 5, 6, 7])
      expect(textWidth(fitWidth('区委办公室工作台', width))).toBe(width)
    expect(fitWidth('区委办公室', 5)).toBe('区委…')
  })

  it('aligns columns that mix 汉字 and letters', () => {
    const [head, rule, line] = textTable([
      ['编号', '活动内容', '地点'],
      ['QWB-0001', '调研\n河道', '南岸'],
    ])
    expect(head).toBe('编号      活动内容   地点')
    expect(line).toBe('QWB-0001  调研 河道  南岸')
    expect(rule).toMatch(/^─{8} {2}─{9} {2}─{4}$/)
  })
})

describe('a moment given to --at', () => {
  it('means 18:00 of a day, Beijing time, whatever zone the machine is in', () => {
    expect(readMoment('2025-01-24')).toBe(Date.parse('2025-01-24T10:00:00Z'))
    expect(readMoment('2025-01-24T12:30')).toBe(Date.parse('2025-01-24T04:30:00Z'))
    expect(readMoment('2025-01-24 12:30')).toBe(Date.parse('2025-01-24T04:30:00Z'))
  })

  it.each(['2024-02-30', '2024-2-3', '明天', '', '2024-11-22 25:00', '2024-11-22 12:00:00'])(
    'is refused with what is wanted: %j',
    (text) => {
      expect(() => readMoment(text)).toThrow(UsageError)
      expect(() => readMoment(text)).toThrow(/应为日期/)
    },
  )
})

describe('the summary', () => {
  it('names each week with what was due, on time, late, missing, clashing and issued', () => {
    const lines = saySummary(summarise(fixtureDescription(), fixtureMails()))
    const week = lines.find((line) => line.startsWith('2024年11月18日—11月24日'))
    expect(week).toMatch(/待审定 +11月15日 周五 12:00 +6 +4 +1 +1 +2 +1 +0$/)
    expect(lines.join('\n')).toContain('未报 区政协办')
    expect(lines.join('\n')).toContain('2027年放假安排未录入')
    expect(lines.join('\n')).toContain('其中：报送提醒 2 封、周计划已印发 1 封')
  })

  it('says the task figures as the directors’ page heads them, and none before it was written', () => {
    const figures = '交办38项、办结14项、按期办结率85.71%（按已办结计）'
    const lines = saySummary(summarise(fixtureDescription(), fixtureMails(), figures))
    expect(lines).toContain(`■ ${figures}`)
    const before = saySummary(summarise(fixtureDescription(), fixtureMails()))
    expect(before.join('\n')).not.toContain('■')
  })
})

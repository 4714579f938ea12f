import { describe, expect, test } from 'vitest'
import { mayApprove } from '../../src/domain/approvers'
import { day } from '../../src/domain/day'
import { waits } from '../../src/domain/version'
import { publishable, publishedLines, versionText } from '../../src/domain/version-text'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { paperDistrict, when } from '../fakes/paper-district'
import { file, firstWeek, issuedWeek, judgedWeek } from '../fakes/paper-week'

const thursday = when('2024-11-14 10:00')

const lineOf = (more: Record<string, string>) => {
  const paper = paperDistrict()
  file(paper, 'QWB', thursday, more)
  const line = judgedWeek(paper.judge(thursday)).lines[0]
  if (!line) throw new Error('no line')
  return line
}

describe('what of a line is given back', () => {
  test('the columns that stand in the table, and no other', () => {
    const { values } = publishable(weeklyPlan, lineOf({ needs: '请协调用车', contact: '方晓禾' }))
    expect(values).toMatchObject({ leader: 'L01', on: '2024-11-20', from: '09:00' })
    expect(Object.keys(values)).not.toContain('needs')
    expect(Object.keys(values)).not.toContain('contact')
  })

  test('a warned text goes out as 本办 until a person confirms it', () => {
    const warned = { what: '研究警卫工作' }
    expect(publishable(weeklyPlan, lineOf(warned)).values.audience).toBe('本办')
    const confirmed = publishable(weeklyPlan, lineOf({ ...warned, confirmed: '是' }))
    expect(confirmed.values.audience).toBeUndefined()
  })
})

describe('the fingerprint of a version', () => {
  const a = { id: 'A-1', office: 'A', values: { what: '会', on: '2024-11-20' } }
  const b = { id: 'B-1', office: 'B', values: { what: '会' } }

  test('does not depend on the order of lines or columns', () => {
    const turned = { ...a, values: { on: '2024-11-20', what: '会' } }
    expect(versionText([b, turned])).toBe(versionText([a, b]))
  })

  test('changes with every value and every line', () => {
    const moved = { ...a, values: { ...a.values, on: '2024-11-21' } }
    expect(new Set([[a, b], [a], [moved, b]].map(versionText)).size).toBe(3)
  })
})

test('the lines given back are those of one register and week', () => {
  const paper = paperDistrict()
  issuedWeek(paper)
  const ids = publishedLines(paper.state, weeklyPlan, firstWeek).map(({ id }) => id)
  expect(ids).toEqual(['QWB-0001', 'QRD-0001', 'QZF-0001', 'QFY-0001'])
  expect(publishedLines(paper.state, weeklyPlan, '2024-11-25')).toEqual([])
})

test('the same week put up again without a change stays the version it is', () => {
  const paper = paperDistrict()
  issuedWeek(paper)
  const before = paper.state.versions.get(`weekly-plan|${firstWeek}`)
  paper.judge(when('2024-11-18 09:00'))
  expect(paper.state.versions.get(`weekly-plan|${firstWeek}`)).toEqual(before)
  expect(waits(before)).toBe(false)
})

test('a week for which nobody wrote a line is not put up', () => {
  const paper = paperDistrict()
  paper.judge(when('2024-11-15 12:00'))
  expect(paper.state.versions.size).toBe(0)
})

test('the list of approvers holds from its day', () => {
  const paper = paperDistrict()
  paper.set('weekly.approver', '许明远', '2024-12-01')
  const district = paper.district()
  expect(mayApprove(district, 'weekly', 'P001', day('2024-11-25'))).toBe(true)
  expect(mayApprove(district, 'weekly', 'P001', day('2024-12-02'))).toBe(false)
  expect(mayApprove(district, 'weekly', 'P004', day('2024-12-02'))).toBe(true)
  expect(mayApprove(district, 'weekly', '许明远', day('2024-12-02'))).toBe(false)
})

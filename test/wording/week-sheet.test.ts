import { describe, expect, test } from 'vitest'
import { handInId } from '../../src/domain/duty'
import type { Reader } from '../../src/domain/readers'
import { lineColumns, shownWeeks } from '../../src/jobs/shown-weeks'
import { house } from '../../src/registers'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { weekSheet, weekSheetHeadings } from '../../src/wording/pages/week-sheet'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { paperRun } from '../fakes/paper-run'
import { decide, file, issuedWeek, line } from '../fakes/paper-week'

const monday = when('2024-11-18 09:10')

/** The sheet as one reader sees it, judged at a moment. */
const sheet = (paper: PaperDistrict, office: string, at = monday, drafts = false) => {
  const weekly = paper.judge(at)
  const run = paperRun(paper, at, weekly)
  const reader: Reader = { at: 'desk', office }
  return weekSheet(shownWeeks(run, weekly, drafts), lineColumns(weeklyPlan), run.district, reader)
}

/** The sheet as the coordinator works with it. */
const working = (paper: PaperDistrict) => {
  const weekly = paper.judge(monday)
  const run = paperRun(paper, monday, weekly)
  const shown = shownWeeks(run, weekly, true)
  return weekSheet(shown, lineColumns(weeklyPlan), run.district, { at: 'control', readsKept: true })
}

const issued = (more: Partial<Record<'QWB' | 'QZF', Record<string, string>>> = {}) => {
  const paper = paperDistrict()
  paper.set('weekly.firstWeek', '2024-11-18')
  const offices = ['QWB', 'QRD', 'QZF', 'QFY'] as const
  for (const office of offices)
    file(
      paper,
      office,
      when('2024-11-14 10:00'),
      (more as Record<string, Record<string, string>>)[office],
    )
  paper.judge(when('2024-11-14 10:00'))
  decide(paper, 1, when('2024-11-15 13:00'))
  paper.judge(when('2024-11-15 17:00'))
  return paper
}

const rowOf = (rows: string[][], leader: string): string[] =>
  rows.find(([name]) => name === leader) ?? []

/** Where a half-day stands in a leader's row: 1 is Monday. */
const at = (weekday: number, half: '上午' | '下午') =>
  2 + (weekday - 1) * 2 + (half === '下午' ? 1 : 0)

describe('the sheet of the week', () => {
  test('E9: is headed 2024年11月18日—11月24日（第47周）, with the columns 星期一 to 星期日', () => {
    const rows = sheet(issued(), 'QWB')
    expect(rows[0]?.[0]).toContain('非涉密 · 严禁录入涉密内容')
    expect(rows[1]?.[0]).toContain('安澜区区级领导周工作计划')
    expect(rows[1]?.[0]).toContain('2024年11月18日—11月24日（第47周）')
    const days = rows.find(([first]) => first === '日期')?.filter((cell) => cell.startsWith('星期'))
    expect(days).toEqual([
      '星期一 11月18日',
      '星期二 11月19日',
      '星期三 11月20日',
      '星期四 11月21日',
      '星期五 11月22日',
      '星期六 11月23日',
      '星期日 11月24日',
    ])
    expect(new Set(rows.map((row) => row.length))).toEqual(
      new Set([weekSheetHeadings(false).length]),
    )
  })

  test('says version, 内部 and who approved', () => {
    expect(sheet(issued(), 'QWB')[2]?.[0]).toMatch(/内部.*第1版（周衡11月15日审定）/)
  })

  test('has the leaders in protocol order, with what, where and how', () => {
    const rows = sheet(issued({ QWB: { manner: '主持' } }), 'QWB')
    const names = rows.map(([name]) => name)
    expect(names.filter((name) => ['江岳', '程波', '孟广华'].includes(name ?? ''))).toEqual([
      '江岳',
      '程波',
      '孟广华',
    ])
    expect(rowOf(rows, '江岳')[at(3, '上午')]).toBe('09:00–10:00 江岳的会（QWB会议室，主持）')
  })

  test('E10: says 未列入报送范围 of a leader out of scope at control; the issued sheet leaves him out', () => {
    const paper = issued()
    expect(rowOf(sheet(paper, 'QWB'), '何思源')).toEqual([])
    expect(rowOf(working(paper), '何思源')[2]).toBe('未列入报送范围')
  })

  test('clashes stand on the coordinator’s copy, not on the issued sheet', () => {
    const same = { place: '三楼会议室' }
    const paper = issued({ QWB: same, QZF: same })
    expect(working(paper).flat().join('')).toContain('冲突与备注')
    expect(rowOf(working(paper), '江岳').at(-1)).toMatch(/11月20日/)
    expect(sheet(paper, 'QWB').flat().join('')).not.toContain('冲突')
    expect(rowOf(sheet(paper, 'QWB'), '江岳').at(-1)).toBe('')
  })

  test('shows 另有公务 for another office’s 本办 line, to that office the line, to control 另有公务', () => {
    const paper = issued({ QZF: { audience: '本办', what: '个别谈话' } })
    const cell = (reader: string) => rowOf(sheet(paper, reader), '程波')[at(3, '上午')]
    expect(cell('QWB')).toBe('09:00–10:00 另有公务')
    expect(cell('')).toBe('09:00–10:00 另有公务')
    expect(cell('QZF')).toContain('个别谈话')
    expect(JSON.stringify(sheet(paper, 'QWB'))).not.toMatch(/个别谈话|QZF会议室/)
  })

  test('shows 另有公务 for a warned text nobody confirmed', () => {
    const paper = issued({ QZF: { what: '警卫工作会' } })
    expect(rowOf(sheet(paper, 'QWB'), '程波')[at(3, '上午')]).toContain('另有公务')
  })

  test('an evening and a whole day say so; several entries stand by time', () => {
    const paper = paperDistrict()
    const evening = { part: '晚上', from: '19:00', to: '', what: '夜查' }
    file(paper, 'QWB', when('2024-11-14 10:00'), evening)
    const put = (id: string, more: Record<string, string>) => {
      paper.put('d-QWB', weeklyPlan, id, line('QWB', more), when('2024-11-14 10:00'))
    }
    put('QWB-0002', { part: '下午', from: '15:00', to: '', what: '调研' })
    put('QWB-0003', { on: '2024-11-22', part: '全天', from: '', to: '', what: '赴市' })
    const rows = sheet(paper, 'QWB', when('2024-11-15 12:00'), true)
    const row = rowOf(rows, '江岳')
    expect(row[at(3, '下午')]).toBe('15:00 调研（QWB会议室）\n晚上 19:00 夜查（QWB会议室）')
    expect(row[at(5, '上午')]).toContain('全天 赴市')
  })

  test('无统一安排 stands in the first half-day', () => {
    const nothing = { what: '无统一安排', on: '', part: '', from: '', to: '', place: '' }
    expect(rowOf(sheet(issued({ QWB: nothing }), 'QWB'), '江岳')[2]).toBe('无统一安排')
  })
})

describe('after the week was given back', () => {
  test('a line that a notice changed is marked 调整, a cancelled one 取消', () => {
    const paper = issued()
    const change = (office: string, cells: Record<string, string>) => {
      paper.put(`d-${office}`, weeklyPlan, `${office}-0001`, cells, monday - 600_000)
    }
    change('QWB', { on: '2024-11-21', reason: '改期' })
    change('QZF', { outcome: '取消', reason: '不开了' })
    const rows = sheet(paper, 'QRD')
    expect(rowOf(rows, '江岳')[at(3, '上午')]).toBe('')
    expect(rowOf(rows, '江岳')[at(4, '上午')]).toMatch(/^〔调整〕/)
    expect(rowOf(rows, '程波')[at(3, '上午')]).toMatch(/^〔取消〕/)
  })

  test('an entry moved out of the week stands in the remarks, with its day', () => {
    const paper = issued()
    const moved = { on: '2024-11-26', week: '2024-11-25', reason: '顺延' }
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', moved, monday - 600_000)
    expect(rowOf(sheet(paper, 'QWB'), '江岳').at(-1)).toContain('改至11月26日')
  })

  test('clashes stand in the remarks of both leaders on the coordinator’s copy', () => {
    const paper = issued({ QWB: { place: '三楼' }, QZF: { place: '三楼' } })
    const rows = working(paper)
    for (const leader of ['江岳', '程波'])
      expect(rowOf(rows, leader).at(-1)).toBe('11月20日 同一地点同一时间（重叠60分钟）')
  })

  test('a leader who has left the post is no longer in the sheet', () => {
    const paper = issued()
    paper.put(control, house.district.leader, 'L03', { to: '2024-11-17' }, 0)
    expect(rowOf(sheet(paper, 'QWB'), '孟广华')).toEqual([])
  })
})

describe('before the week was given back', () => {
  const waiting = () => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-14 10:00'))
    return paper
  }
  const noon = when('2024-11-15 12:00')

  test('the offices see nothing of it, the coordinator a draft that says so', () => {
    expect(sheet(waiting(), 'QWB', noon)[1]?.[0]).toBe('尚无已印发的一周安排')
    const draft = sheet(waiting(), '', noon, true)
    expect(draft[2]?.[0]).toMatch(/第1版（草稿，未审定）.*未报：区人大办、区政府办、区法院/)
  })

  test('未报 stands at a leader whose office has not filed', () => {
    const draft = sheet(waiting(), '', noon, true)
    expect(rowOf(draft, '程波')[2]).toBe('未报')
    expect(rowOf(draft, '江岳')[2]).toBe('')
  })

  test('the lines of an office that has not filed are not shown', () => {
    const paper = waiting()
    const draft = line('QZF', { what: '草稿内容' })
    paper.put('d-QZF', weeklyPlan, 'QZF-0001', draft, when('2024-11-14 10:00'))
    expect(JSON.stringify(sheet(paper, '', noon, true))).not.toContain('草稿内容')
  })
})

test('a week that is over for a week is no longer shown', () => {
  const paper = paperDistrict()
  issuedWeek(paper)
  const titled = (text: string) =>
    sheet(paper, 'QWB', when(text)).some(([cell]) => cell?.includes('2024年11月18日—11月24日'))
  expect([titled('2024-11-24 23:50'), titled('2024-11-25 00:00')]).toEqual([true, false])
})

test('E34: a year without its holiday notice is named in the sheet', () => {
  const paper = paperDistrict()
  const week = '2027-01-04'
  const filed = when('2026-12-31 10:00')
  const own = line('QWB', { week, on: '2027-01-05' })
  paper.put('d-QWB', weeklyPlan, 'QWB-0001', own, filed)
  paper.put('d-QWB', handIn, handInId(week, 1), { week, attempt: '1', done: '是' }, filed)
  const rows = sheet(paper, '', when('2026-12-31 12:00'), true)
  expect(rows[1]?.[0]).toContain('2027年1月4日—1月10日')
  expect(rows[2]?.[0]).toContain('2027年放假安排未录入')
})

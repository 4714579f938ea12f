import { describe, expect, test } from 'vitest'
import { carryOver } from '../../src/domain/carry-over'
import { day } from '../../src/domain/day'
import { keeperOf } from '../../src/domain/kept-lines'
import type { Maker } from '../../src/domain/letter'
import { mattersOf } from '../../src/domain/matters'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { type DeskMatters, deskTodo } from '../../src/wording/pages/desk-todo'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { file, issuedWeek, judgedWeek, line, sendBack } from '../fakes/paper-week'

type Office = 'QWB' | 'QZF'

/** The matters of one desk at a moment, of the first plan week. */
const todo = (
  paper: PaperDistrict,
  at: number,
  office: Office,
  more: Partial<DeskMatters> = {},
) => {
  const weekly = paper.judge(at)
  const judged = judgedWeek(weekly)
  const maker: Maker = { district: paper.district(), control, now: at, state: paper.state }
  const only = { ...weekly, weeks: [judged] }
  const rows = deskTodo({
    office,
    maker,
    matters: mattersOf(maker, [only], []),
    weekly: [
      {
        plan: weeklyPlan,
        duties: weekly.weeks.flatMap(({ duties }) =>
          duties.filter((duty) => duty.office === office),
        ),
        lines: weekly.lines.filter((each) => each.office === office),
        keeper: keeperOf(weeklyPlan, weekly.lines, [...paper.state.lines.values()]),
        understood: ({ row }) => row.id,
      },
    ],
    refusals: [],
    held: [],
    faults: [],
    staleSince: undefined,
    tasks: [],
    ...more,
  })
  return rows.slice(2)
}

const kinds = (rows: string[][]) => rows.map(([kind]) => kind)
const text = (rows: string[][], kind: string) => rows.find(([each]) => each === kind)?.[2] ?? ''

const thursday = when('2024-11-14 10:00')

describe('本办待办: how the office stands with its week', () => {
  test('待报 names the leaders who are missing and what to write for them', () => {
    const rows = todo(paperDistrict(), thursday, 'QWB')
    expect(kinds(rows)).toEqual(['待报'])
    expect(text(rows, '待报')).toBe('缺：江岳（无安排请填“无统一安排”）')
    expect(rows[0]?.[3]).toBe('2024年11月15日 12:00')
  })

  test('when all lines are there only 是 in 报送 is asked for', () => {
    const paper = paperDistrict()
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', line('QWB'), thursday)
    expect(text(todo(paper, thursday, 'QWB'), '待报')).toBe('内容已齐，请在「报送」填“是”')
  })

  test('已办 is a receipt in one line at the bottom, with who filed and whether it was late, without minutes', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday)
    expect(todo(paper, thursday, 'QWB').at(-1)?.slice(0, 3)).toEqual([
      '已办',
      '1项',
      '2024年11月18日—11月24日周计划：已收到，报送人：值班员',
    ])
    file(paper, 'QZF', when('2024-11-15 13:00'))
    expect(text(todo(paper, when('2024-11-15 13:00'), 'QZF'), '已办')).toContain(
      '已收到（补报），报送人：值班员',
    )
  })

  test('逾期 from the cut-off on, 未报 once the week has begun', () => {
    expect(kinds(todo(paperDistrict(), when('2024-11-15 12:00'), 'QWB'))).toEqual(['逾期'])
    expect(kinds(todo(paperDistrict(), when('2024-11-18 00:00'), 'QWB'))).toEqual(['未报'])
  })

  test('退回补正 says why, and in which line to file again', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday)
    paper.judge(thursday)
    sendBack(paper, 'QWB', '缺地点', thursday)
    expect(text(todo(paper, thursday, 'QWB'), '退回补正')).toMatch(
      /原因：缺地点；请于2024年11月15日 12:00前补报，补正后在第2次的一行/,
    )
  })
})

describe('本办待办: what is wrong or has to be confirmed', () => {
  test('each problem by its heading and row', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday, { on: '改天', leader: '张三' })
    const rows = todo(paper, thursday, 'QWB').filter(([kind]) => kind === '待更正')
    expect(rows.map(([, heading, , , where]) => [heading, where])).toEqual([
      ['领导姓名', '周计划填报 QWB-0001'],
      ['日期', '周计划填报 QWB-0001'],
    ])
  })

  test('a warned text until it is confirmed', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday, { what: '警卫工作会' })
    expect(text(todo(paper, thursday, 'QWB'), '待确认')).toContain('请在“涉敏确认”填“是”')
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', { confirmed: '是' }, thursday)
    expect(kinds(todo(paper, thursday, 'QWB'))).not.toContain('待确认')
  })

  test('refused text by where and by which rule, with what to do', () => {
    const refusal = {
      book: 'd-QWB',
      register: 'weekly-plan',
      heading: '活动内容',
      position: 5,
      at: thursday,
    }
    const rows = todo(paperDistrict(), thursday, 'QWB', {
      refusals: [
        { ...refusal, rule: '密级标志' },
        { ...refusal, rule: '身份证号' },
      ],
    })
    const said = rows.filter(([kind]) => kind === '已拒收').map(([, , words]) => words)
    expect(said[0]).toMatch(/机要渠道.*24小时内/)
    expect(said[1]).toMatch(/身份证号.*已清空/)
  })

  test('a tab or a desk that could not be read, with the age of what stands', () => {
    const rows = todo(paperDistrict(), thursday, 'QWB', {
      faults: [{ text: '「周计划填报」缺少标题“日期”', unread: true }],
      staleSince: when('2024-11-14 09:30'),
    })
    expect(kinds(rows).slice(0, 2)).toEqual(['未读', '未读'])
    expect(rows[0]?.[2]).toContain('改好之前沿用上次数据')
    expect(rows[1]?.[2]).toBe('暂未取得最新数据，以下为2024年11月14日 09:30的数据')
  })

  test('E38: what was understood, while the week is open', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday, { on: '20日 上午9点-11点', part: '', from: '', to: '' })
    expect(text(todo(paper, thursday, 'QWB'), '系统识别为')).toContain('“20日”按2024年11月20日理解')
  })
})

describe('本办待办: after issue', () => {
  const monday = when('2024-11-18 09:10')
  const changed = (cells: Record<string, string>) => {
    const paper = paperDistrict()
    issuedWeek(paper)
    paper.put('d-QZF', weeklyPlan, 'QZF-0001', cells, monday - 600_000)
    return paper
  }

  test('E39: 待补原因 names the leader and the column to fill', () => {
    const rows = todo(changed({ on: '2024-11-21' }), monday, 'QZF')
    expect(rows.find(([kind]) => kind === '待补原因')?.slice(1)).toEqual([
      'QZF-0001 程波的会（调整）',
      '请填写“调整原因”，填写后才通知有关单位',
      '',
      '周计划填报 QZF-0001',
    ])
  })

  test('a touched office reads the notice by number, new day and reason', () => {
    const paper = changed({ on: '2024-11-21', reason: '市里会议', host: '区委办' })
    const [kind, matter, said] =
      todo(paper, monday, 'QWB').find(([each]) => each === '调整通知') ?? []
    expect([kind, matter]).toEqual(['调整通知', '2024年11月18日—11月24日安排调整通知第1号'])
    expect(said).toBe('区政府办：程波的一项安排调整，改为11月21日；原因：市里会议')
  })

  test('上周续排 waits for its day', () => {
    const paper = changed({ outcome: '顺延' })
    const friday = when('2024-11-22 10:00')
    const weekly = paper.judge(friday)
    carryOver(paper.journal(friday), weeklyPlan, weekly.lines, () => day('2024-11-25'))
    expect(kinds(todo(paper, friday, 'QZF'))).toContain('上周续排')
    expect(kinds(todo(paper, friday, 'QWB'))).not.toContain('上周续排')
  })
})

test('an office sees its own clashes, not those of others', () => {
  const paper = paperDistrict()
  for (const [office, what] of [
    ['QWB', '甲会'],
    ['QRD', '乙会'],
  ] as const)
    file(paper, office, thursday, { place: '三楼', what })
  expect(kinds(todo(paper, thursday, 'QWB'))).toContain('冲突')
  expect(kinds(todo(paper, thursday, 'QZF'))).not.toContain('冲突')
})

test('with nothing to tell the page says so', () => {
  const paper = paperDistrict()
  expect(todo(paper, thursday, 'QWB', { matters: [] })).toEqual([['（无）', '', '', '', '']])
})

import { describe, expect, test } from 'vitest'
import { engagementOf, type PlanLine, planLines } from '../../src/domain/plan-line'
import { suggestion } from '../../src/registers/suggestion'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { type PaperDistrict, paperDistrict } from '../fakes/paper-district'
import { firstWeek, line } from '../fakes/paper-week'

const linesOf = (paper: PaperDistrict): PlanLine[] =>
  planLines(paper.state, weeklyPlan, paper.district())

const read = (cells: Record<string, string>): PlanLine => {
  const paper = paperDistrict()
  paper.put('d-QWB', weeklyPlan, 'QWB-0001', line('QWB', cells), 0)
  const [only] = linesOf(paper)
  if (!only) throw new Error('no line')
  return only
}

const wrong = (cells: Record<string, string>) =>
  read(cells).problems.map(({ heading, text }) => `${heading}${text}`)

describe('a line of the plan', () => {
  test('belongs to the office at whose desk it stands, and to the leader it names', () => {
    const one = read({ leader: '程波区长' })
    expect([one.office, one.leader?.id, one.week]).toEqual(['QWB', 'L02', firstWeek])
  })

  test('lacks what it cannot do without, in words', () => {
    expect(wrong({ what: '', on: '' })).toEqual([
      '日期未填，请填写日期',
      '活动内容未填，请填写活动内容',
    ])
    expect(wrong({ leader: '', on: '11月20日' })).toEqual(['领导姓名未填，请填写领导姓名'])
  })

  test('a cell that cannot be read is one problem, not also a missing one', () => {
    expect(wrong({ on: '改天' })).toHaveLength(1)
  })

  test.each(['无统一安排', '无统一安排。', '机关日常工作', '无', '无.'])(
    'E11: %s asks for no day',
    (what) => {
      const one = read({ what, on: '', part: '', from: '', to: '' })
      expect([one.nothing, one.counts, one.problems]).toEqual([true, true, []])
    },
  )

  test('无党派人士座谈 is an activity', () => {
    expect(read({ what: '无党派人士座谈' }).nothing).toBe(false)
  })

  test('a day outside its week is a problem, the Sunday of the week is none', () => {
    expect(wrong({ on: '2024-11-24' })).toEqual([])
    expect(wrong({ on: '2024-11-25' })).toEqual(['日期11月25日不在2024年11月18日—11月24日这一周内'])
    expect(wrong({ on: '2024-11-17' })).toHaveLength(1)
  })
})

describe('hours that cannot be right', () => {
  test('times in two columns the wrong way round are a problem, and the line is without them', () => {
    const one = read({ from: '11:00', to: '10:00' })
    expect(one.problems.map(({ heading, text }) => `${heading}${text}`)).toEqual([
      '结束10:00早于开始11:00，请核对；更正前这两个钟点都不列入',
    ])
    expect([one.values.from, one.values.to, one.values.part]).toEqual([
      undefined,
      undefined,
      '上午',
    ])
    expect(engagementOf(weeklyPlan, one)).not.toHaveProperty('from')
  })

  test('an end at midnight or on the next day is none', () => {
    expect(wrong({ part: '', from: '22:00', to: '24:00' })).toEqual([])
    const night = read({ part: '', from: '22:00', to: '次日1:00' })
    expect([night.problems, night.values.to]).toEqual([[], '24:00'])
    expect(night.notes).toEqual(['结束：“次日1:00”按24:00（其余至次日01:00，请另填在次日）理解'])
  })

  test('a bare hour beside the day is asked for, and the day stands', () => {
    const one = read({ on: '11月20日 3点', part: '', from: '', to: '' })
    expect(one.values.on).toBe('2024-11-20')
    expect(one.problems.map(({ text }) => text)).toEqual(['“3点”请写明上午还是下午'])
    expect(read({ on: '11月20日 常委会', part: '', from: '', to: '' }).problems).toEqual([])
  })

  test('下周三 is the Wednesday of the week its row is of', () => {
    expect(read({ on: '下周三' }).values.on).toBe('2024-11-20')
  })
})

describe('who may read a line', () => {
  test('本办 stays inside its office', () => {
    expect(read({ audience: '本办' }).own).toBe(true)
    expect(read({ audience: '四办' }).own).toBe(false)
  })

  test('a warned text does too, until a person confirms it', () => {
    expect(read({ what: '警卫工作会' })).toMatchObject({ warned: true, own: true })
    expect(read({ what: '警卫工作会', confirmed: '是' })).toMatchObject({
      warned: true,
      own: false,
    })
    expect(read({ what: '警卫工作会', confirmed: '否' })).toMatchObject({ own: true })
    expect(read({ what: '会', audience: '本办', confirmed: '是' }).own).toBe(true)
  })

  test('E27: 保密工作培训 and 办公室内部 are ordinary', () => {
    expect(read({ what: '保密工作培训', with: '办公室内部' })).toMatchObject({
      warned: false,
      own: false,
    })
  })
})

describe('a carried line', () => {
  test('counts only once it has a day', () => {
    expect(read({ '~from': 'QWB-0009', on: '' }).counts).toBe(false)
    expect(read({ '~from': 'QWB-0009', on: '', '^on': '11月20日' }).counts).toBe(false)
    expect(read({ '~from': 'QWB-0009' }).counts).toBe(true)
  })
})

describe('a line as an engagement of its leader', () => {
  test('has its day, times, place, and whether the leader is away', () => {
    const one = read({ kind: '外出' })
    expect(engagementOf(weeklyPlan, one)).toMatchObject({
      id: 'QWB-0001',
      leader: 'L01',
      principal: true,
      day: '2024-11-20',
      part: '上午',
      from: '09:00',
      to: '10:00',
      away: true,
      office: 'QWB',
    })
  })

  test.each<[Record<string, string>, string, string]>([
    [{ what: '赴省城参加会议' }, '区市', ''],
    [{ what: '赴京招商' }, '区市省', ''],
    [{ what: '会议', place: '邻市会展中心' }, '区市', ''],
    [{ what: '出差', place: '' }, '区市省', ''],
    [{ what: '赴绵川市学习' }, '区市', ''],
    [{ what: '赴市委开会', place: '市委' }, '区', ''],
    [{ kind: '赴市汇报' }, '区', ''],
    [{ what: '外出调研', place: '城关镇' }, '', '区市省'],
    [{ what: '配合省委巡视组检查', place: '区委会议室' }, '', '区市省'],
    [{ what: '会议', place: '北京路社区' }, '', '区市省'],
    [{ what: '赴城关镇调研', place: '城关镇' }, '', '区市省'],
  ])('%j with a blank 类别 is away beyond %s', (cells, away, home) => {
    const one = read({ kind: '', ...cells })
    for (const area of away)
      expect(engagementOf(weeklyPlan, one, area as '区')?.away, area).toBe(true)
    for (const area of home || '区市省'.replace(new RegExp(`[${away}]`, 'g'), ''))
      expect(engagementOf(weeklyPlan, one, area as '区')?.away, area).toBe(false)
  })

  test('is none without a day, without a leader, or with nothing planned', () => {
    const none = [{ on: '', part: '', from: '', to: '' }, { leader: '无此人' }, { what: '无' }]
    for (const cells of none) expect(engagementOf(weeklyPlan, read(cells))).toBeUndefined()
  })
})

test('a row that changed is read anew, and one of another register is no plan line', () => {
  const paper = paperDistrict()
  paper.put('d-QWB', weeklyPlan, 'QWB-0001', line('QWB'), 0)
  const district = paper.district()
  const on = () => planLines(paper.state, weeklyPlan, district).map(({ values }) => values.on)
  expect(on()).toEqual(['2024-11-20'])
  paper.put('d-QWB', weeklyPlan, 'QWB-0001', { on: '2024-11-21' }, 5)
  expect(on()).toEqual(['2024-11-21'])
  expect(planLines(paper.state, suggestion, district)).toEqual([])
})

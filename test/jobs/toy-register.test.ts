import { beforeEach, describe, expect, test } from 'vitest'
import { carryOver } from '../../src/domain/carry-over'
import { day } from '../../src/domain/day'
import { handInId } from '../../src/domain/duty'
import type { Maker } from '../../src/domain/letter'
import { mattersOf } from '../../src/domain/matters'
import { approvalId, versionKey } from '../../src/domain/version-text'
import { type WeeklyRegisters, weekMark } from '../../src/domain/weekly'
import { handInRows, planCells } from '../../src/jobs/plan-states'
import { weeklyRegisters } from '../../src/jobs/registry'
import { deskDrafts } from '../../src/jobs/render-desk'
import { lineColumns, shownWeeks } from '../../src/jobs/shown-weeks'
import { house } from '../../src/registers'
import { deskTodo } from '../../src/wording/pages/desk-todo'
import { weekSheet } from '../../src/wording/pages/week-sheet'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { paperRun, registryWith } from '../fakes/paper-run'
import { visitPlan } from '../fakes/toy-register'

const week = '2024-11-18'
const thursday = when('2024-11-14 10:00')
const friday = when('2024-11-15 17:00')

const found = weeklyRegisters(registryWith(visitPlan)).find(({ plan }) => plan === visitPlan)
if (!found) throw new Error('nothing is handed in')
const registers: WeeklyRegisters = found
const { handIn } = registers

const settings = {
  cutoff: '周五 12:00',
  remind: '15:00',
  feedback: '17:00',
  grace: '0',
  firstWeek: week,
  scope: '区委常委',
  feedbackTo: '区委办、区政府办',
  approve: '需审定',
  approver: '林堯安',
}

const visit = (visitor: string, more: Record<string, string> = {}) => ({
  week,
  visitor,
  date: '20日 上午9点-10点',
  matter: `${visitor}下访`,
  village: '青坪村',
  transport: '公务车',
  ...more,
})

let paper: PaperDistrict

const file = (office: string, visitor: string, more: Record<string, string> = {}) => {
  paper.put(`d-${office}`, visitPlan, `${office}-0001`, visit(visitor, more), thursday)
  const given = { week, attempt: '1', done: '是', by: '值班员' }
  paper.put(`d-${office}`, handIn, handInId(week, 1), given, thursday)
}

const judge = (at: number) => paper.judge(at, { registers })

const issue = () => {
  judge(thursday)
  const hash = paper.state.versions.get(versionKey(visitPlan, week))?.hash ?? ''
  const decision = { hash, decision: '同意', by: '林尧安' }
  const later = thursday + 600_000
  paper.put(control, house.approval, approvalId(weekMark(registers, week), 1), decision, later)
  return judge(friday)
}

beforeEach(() => {
  paper = paperDistrict()
  for (const [key, value] of Object.entries(settings)) paper.set(`visit.${key}`, value)
})

describe('a second weekly register with columns and settings of its own', () => {
  test('is handed in, put up and given back by its own rules', () => {
    file('QWB', '江岳')
    const [first] = judge(thursday).weeks
    expect(first?.duties.map(({ office, state }) => [office, state])).toEqual([
      ['QWB', '已报'],
      ['QZF', '未报'],
    ])
    file('QZF', '程波', { matter: '不下访', date: '' })
    issue()
    expect(paper.state.versions.get(versionKey(visitPlan, week))).toMatchObject({
      issued: 1,
      approver: 'P002',
    })
    expect(paper.state.versions.has(`weekly-plan|${week}`)).toBe(false)
  })

  test('finds clashes by its own columns', () => {
    file('QWB', '江岳', { type: '区外' })
    file('QZF', '程波', { type: '区外', matter: '走访' })
    const [first] = judge(thursday).weeks
    expect(first?.clashes.map(({ kind }) => kind).sort()).toEqual([
      '党政主要领导同日离市',
      '同一地点同一时间',
    ])
  })

  test('is shown in a week sheet: what, and around it what the register names', () => {
    file('QWB', '江岳')
    file('QZF', '程波', { readers: '自留', village: '云溪村' })
    const run = paperRun(paper, friday, issue())
    const [weekly] = run.weekly
    if (!weekly) throw new Error('nothing judged')
    const shown = (office: string) =>
      weekSheet(shownWeeks(run, weekly, false), lineColumns(visitPlan), run.district, {
        at: 'desk',
        office,
      })
    const cell = (reader: string, leader: string) =>
      shown(reader).find(([name]) => name === leader)?.[6]
    expect(shown('QWB')[1]?.[0]).toContain('安澜区领导下访安排')
    expect(cell('QWB', '江岳')).toBe('09:00–10:00 江岳下访（青坪村，公务车）')
    expect(cell('QWB', '程波')).toBe('09:00–10:00 另有公务')
    expect(cell('QZF', '程波')).toContain('云溪村')
  })

  test('has its script columns filled, and no column it does not have', () => {
    file('QWB', '江岳')
    const weekly = judge(thursday)
    const run = paperRun(paper, thursday, weekly)
    const office = run.district.offices[0]
    if (!office) throw new Error('no office')
    expect(planCells(run, weekly, office).get('QWB-0001')).toEqual({
      standing: '已报',
      mend: '',
      times: '',
      dayName: '星期三',
    })
    expect(handInRows(run, weekly, office).get(handInId(week, 1))).toEqual({
      week,
      cutoff: '2024-11-15 12:00',
      attempt: '1',
      state: '已报',
    })
    const keys = deskDrafts(run, office).flatMap((draft) =>
      draft.kind === 'tab' && draft.register.id.startsWith('visit')
        ? [...draft.cells.values()].flatMap((cells) =>
            Object.keys(cells).filter((key) => !(key in draft.register.fields)),
          )
        : [],
    )
    expect(keys).toEqual([])
  })

  test('tells a change by its own words, with the new day', () => {
    file('QWB', '江岳')
    file('QZF', '程波', { matter: '走访', village: '云溪村' })
    issue()
    const changed = { date: '21日', village: '区政府办', why: '雨天改期' }
    paper.put('d-QWB', visitPlan, 'QWB-0001', changed, when('2024-11-18 09:00'))
    const weekly = judge(when('2024-11-18 09:10'))
    expect([...paper.state.notices.values()]).toMatchObject([{ touched: ['QZF'] }])
    const maker: Maker = {
      district: paper.district(),
      control,
      now: when('2024-11-18 09:10'),
      state: paper.state,
    }
    const page = deskTodo({
      office: 'QZF',
      maker,
      matters: mattersOf(maker, [weekly], []),
      weekly: [
        {
          duties: [],
          plan: visitPlan,
          lines: [],
          keeper: ({ office: of }) => ({ office: of, keeping: '' }),
          understood: () => '',
        },
      ],
      refusals: [],
      held: [],
      faults: [],
      staleSince: undefined,
      tasks: [],
    })
    expect(page.find(([kind]) => kind === '调整通知')?.[2]).toBe(
      '区委办：江岳的一项安排调整，改为11月21日，上下午：上午→（空）；原因：雨天改期',
    )
  })

  test('carries over what was not done', () => {
    file('QWB', '江岳', { result: '没办' })
    const weekly = judge(friday)
    carryOver(paper.journal(friday), visitPlan, weekly.lines, () => day('2024-11-25'))
    const copy = [...paper.state.rows.values()].find(({ id }) => id === 'QWB-0002')
    expect(copy?.cells).toMatchObject({ week: '2024-11-25', visitor: '江岳', '~carried': '1' })
    expect(copy?.cells.date).toBeUndefined()
  })
})

test('the registry finds each weekly register with its hand-in tab, made where none is written', () => {
  const all = weeklyRegisters(registryWith(visitPlan))
  expect(all.map(({ plan, handIn: tab }) => [plan.id, tab.id, tab.title])).toEqual([
    ['weekly-plan', 'hand-in', '报送'],
    ['visit-plan', 'visit-plan-hand-in', '下访安排报送'],
  ])
})

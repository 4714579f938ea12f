import { describe, expect, test } from 'vitest'
import { journalOf } from '../../src/domain/event'
import type { Register } from '../../src/domain/register'
import { emptyState, rowsOf, type State } from '../../src/domain/state'
import { inTab, readGuarded } from '../../src/jobs/guard-book'
import { takeIn } from '../../src/jobs/take-in'
import type { TabContent } from '../../src/ports'
import { person } from '../../src/registers/person'
import { suggestion } from '../../src/registers/suggestion'
import { memoryPorts } from '../fakes/memory-ports'

const head = ['编号', '意见', '提出人', '日期', '回复']

const tab = (rows: string[][], formulas: TabContent['formulas'] = []): TabContent => ({
  name: '意见建议',
  shown: [['非涉密'], head, ...rows],
  formulas,
})

const take = (
  state: State,
  content: TabContent | undefined,
  { at = 100, register = suggestion as Register } = {},
) => {
  const journal = journalOf(state, at)
  const { ports, tables } = memoryPorts({ now: at })
  tables.create('d-QWB')
  if (content) tables.put('d-QWB', register.title, content.shown, content.formulas)
  const { contents, refused } = readGuarded(ports, journal, 'd-QWB', [register], [register.title])
  const taken = takeIn(journal, {
    book: 'd-QWB',
    register,
    ...inTab(register, contents, refused),
    after: at - 10,
    prefix: 'QWB',
    keeps: () => false,
    pin: () => undefined,
  })
  return { ...taken, erasures: refused.flatMap(({ cells }) => cells), journal }
}

const contents = (state: State) => rowsOf(state, suggestion.id).map(({ cells }) => cells)

describe('taking a tab in', () => {
  test('remembers its rows', () => {
    const state = emptyState()
    take(state, tab([['', '会议室太小', '方晓禾', '11月20日']]))
    expect(contents(state)).toEqual([{ what: '会议室太小', by: '方晓禾', on: '11月20日' }])
  })

  test.each([
    ['deleted', undefined],
    ['without a heading', { ...tab([]), shown: [['非涉密'], ['编号', '提出人']] }],
  ])('a tab that is %s is left unread, and its last good rows stand', (_, content) => {
    const state = emptyState()
    take(state, tab([['', '会议室太小']]))
    const { fault, journal } = take(state, content)
    expect(fault).toContain('意见建议')
    expect(journal.news).toEqual([])
    expect(contents(state)).toHaveLength(1)
  })
})

describe('E26: a secret', () => {
  const secret = '机密★1年 关于某事的通知'

  test('holds the whole row, and no trace of its text stays anywhere', () => {
    const state = emptyState()
    const { erasures, journal, remembered } = take(state, tab([['', secret, '方晓禾']]))
    expect(erasures).toMatchObject([{ row: 3, column: 2, text: secret }])
    expect(contents(state)).toEqual([])
    expect(JSON.stringify([journal.news, [...state.refusals], remembered])).not.toMatch(/机密|某事/)
    expect([...state.refusals.values()]).toEqual([
      {
        book: 'd-QWB',
        register: 'suggestion',
        heading: '意见',
        position: 3,
        rule: '密级标志',
        at: 100,
      },
    ])
  })

  test('typed over a known row leaves the last good content of that row', () => {
    const state = emptyState()
    take(state, tab([['', '会议室太小', '方晓禾']]))
    take(state, tab([['QWB-0001', secret, '沈亦舟']]))
    expect(contents(state)).toEqual([{ what: '会议室太小', by: '方晓禾' }])
  })

  test('leaves the other rows of the tab alone', () => {
    const state = emptyState()
    take(
      state,
      tab([
        ['', secret],
        ['', '加一把椅子'],
      ]),
    )
    expect(contents(state)).toEqual([{ what: '加一把椅子' }])
  })
})

describe('E21: a number of a person', () => {
  // A made-up number whose check digit is right.
  const number = '11010519491231002X'

  test('clears only its cell, the rest of the row stays, and no digit is kept', () => {
    const state = emptyState()
    const { erasures, journal } = take(state, tab([['', `${number} 走访`, '方晓禾']]))
    expect(erasures).toHaveLength(1)
    expect(contents(state)).toEqual([{ by: '方晓禾' }])
    expect(JSON.stringify([journal.news, [...state.refusals]])).not.toContain('110105')
  })

  test('with nothing else in the row leaves no row', () => {
    const state = emptyState()
    take(state, tab([['', number]]))
    expect(contents(state)).toEqual([])
  })
})

describe('E27: ordinary words', () => {
  test.each(['请秘书长审阅', '保密工作培训', '文秘人员', '办公室内部事务'])(
    '%s is taken in',
    (text) => {
      const state = emptyState()
      expect(take(state, tab([['', text]])).erasures).toEqual([])
      expect(contents(state)).toEqual([{ what: text }])
    },
  )
})

test('a formula is told with its row and heading, and what it shows is not taken', () => {
  const state = emptyState()
  const content = tab([['', '=NOW()', '方晓禾']], [{ row: 3, column: 2 }])
  expect(take(state, content).told).toEqual(['「意见建议」第3行“意见”填了公式，请改填文字'])
  expect(JSON.stringify(contents(state))).not.toContain('NOW')
})

test('a list of the control workbook is guarded alike', () => {
  const state = emptyState()
  const content = {
    ...tab([]),
    shown: [
      ['编号', '姓名', '单位'],
      ['P001', '周衡', '绝密级文件室'],
    ],
  }
  const { erasures } = take(state, content, { register: person })
  expect(erasures).toMatchObject([{ row: 2, column: 3 }])
  expect(rowsOf(state, person.id)).toEqual([])
})

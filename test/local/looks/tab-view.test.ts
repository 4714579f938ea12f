import { describe, expect, test } from 'vitest'
import { tinyWorkspace } from '../tiny-workspace'

const red = { backgroundColor: { red: 1 } }
const grey = { backgroundColor: { red: 0.5, green: 0.5, blue: 0.5 } }

function ruleOf(type: string, wanted: string, format: object) {
  const condition = { type, values: [{ userEnteredValue: wanted }] }
  const ranges = [{ sheetId: 0, startRowIndex: 1, endRowIndex: 10, endColumnIndex: 3 }]
  return { addConditionalFormatRule: { rule: { ranges, booleanRule: { condition, format } } } }
}

describe('a tab as a person sees it', () => {
  test('days, times, numbers and formulas are shown as Sheets shows them', () => {
    const { store, control } = tinyWorkspace()
    const values = ['2024/11/20', '9:05', '1,000', 'true', '=1+2', "'001"]
    store.type(control, 0, [{ kind: 'append', values }], '周衡')
    expect(store.view(control)[0]?.rows).toEqual([
      ['2024-11-20', '9:05', '1000', 'TRUE', '=1+2', '001'],
    ])
  })

  test('a conditional format by text colours its cells, the first rule winning', () => {
    const { store, control } = tinyWorkspace()
    const rows = ['状态', '补报', '已报'].map((text) => ({
      kind: 'append' as const,
      values: [text],
    }))
    store.type(control, 0, rows, '周衡')
    store.looks(control, [ruleOf('NOT_BLANK', '', grey), ruleOf('TEXT_CONTAINS', '补', red)])
    const colors = store.view(control)[0]?.looks.map((row) => row[0]?.background)
    expect(colors).toEqual([undefined, '#ff0000', '#808080'])
  })

  test('a formula over another column colours the whole row', () => {
    const { store, control } = tinyWorkspace()
    const rows = [
      ['事项', '状态'],
      ['甲', '红'],
      ['乙', '绿'],
    ].map((values) => ({ kind: 'append' as const, values }))
    store.type(control, 0, rows, '周衡')
    store.looks(control, [ruleOf('CUSTOM_FORMULA', '=AND($B2="红",LEFT($A2,1)<>"乙")', red)])
    const colors = store.view(control)[0]?.looks.map((row) => row.map((look) => look.background))
    expect(colors).toEqual([
      [undefined, undefined],
      ['#ff0000', '#ff0000'],
      [undefined, undefined],
    ])
  })

  test('a formula the page cannot draw is refused when it is sent', () => {
    const { store, control } = tinyWorkspace()
    expect(() => {
      store.looks(control, [ruleOf('CUSTOM_FORMULA', '=$B2<TODAY()', red)])
    }).toThrow('Conditional formula is not implemented in the local store: =$B2<TODAY()')
  })

  test('a drop-down gives its choices, from a list or from cells', () => {
    const { store, control } = tinyWorkspace()
    const offices = ['党政办', '发改局'].map((name) => ({
      kind: 'append' as const,
      values: [name, '是'],
    }))
    store.type(control, 0, offices, '周衡')
    const column = (startColumnIndex: number) => ({
      sheetId: 0,
      startColumnIndex,
      endColumnIndex: startColumnIndex + 1,
    })
    const rule = (type: string, ...texts: string[]) => ({
      condition: { type, values: texts.map((userEnteredValue) => ({ userEnteredValue })) },
    })
    store.looks(control, [
      { setDataValidation: { range: column(1), rule: rule('ONE_OF_LIST', '是', '否') } },
      { setDataValidation: { range: column(0), rule: rule('ONE_OF_RANGE', '=工作表1!$A$1:$A') } },
    ])
    expect(store.view(control)[0]?.looks[0]?.map((look) => look.choices)).toEqual([
      ['党政办', '发改局'],
      ['是', '否'],
    ])
  })
})

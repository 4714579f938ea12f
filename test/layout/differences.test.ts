import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tabsOfLedger } from '../../src/layout/ledger-looks'
import { listLook, weekLook } from '../../src/layout/page-looks'
import { registerLook } from '../../src/layout/register-looks'
import { registers } from '../../src/registers'
import { weekSheetHeadings } from '../../src/wording/pages/week-sheet'
import { kinds, plan, workbook } from './desk-looks'

describe('repairing the looks of a workbook', () => {
  test('a new workbook gets every tab; read again, nothing is left to send', () => {
    const { repair, wanted, names } = workbook()
    expect(repair().length).toBeGreaterThan(20)
    expect(names().slice(0, 3)).toEqual(['本办待办', '报送', '周计划填报'])
    expect(wanted()).toEqual([])
  })

  test('so does one with every register and page there is, and a machine ledger', () => {
    const all = [
      ...registers.map((register, i) => registerLook(register, i)),
      listLook('问题', registers.length, ['类别', '对象', '说明', '自何时']),
      weekLook('一周安排表', registers.length + 1, weekSheetHeadings(false)),
      ...tabsOfLedger({ 事件: ['序号', '新值'], 运行: ['时间'] }).map((tab, i) => ({
        ...tab,
        index: registers.length + 2 + i,
      })),
    ]
    const { repair, wanted } = workbook(all)
    repair()
    expect(wanted()).toEqual([])
  })

  test('rows that were added since carry the looks after the next repair', () => {
    const { repair, wanted, spoil } = workbook()
    repair()
    spoil({ appendDimension: { sheetId: plan, dimension: 'ROWS', length: 50 } })
    expect(kinds(wanted())).toContain('repeatCell')
    repair()
    expect(wanted()).toEqual([])
  })
})

describe('tabs of people’s own', () => {
  test('are left as they are, wherever they stand', () => {
    const { repair, wanted, spoil, names, store, control } = workbook()
    repair()
    spoil({ addSheet: { properties: { sheetId: 77, title: '我的草稿', index: 1 } } })
    const own = () => store.view(control).find(({ name }) => name === '我的草稿')
    const before = own()
    const requests = repair()
    expect(JSON.stringify(requests)).not.toMatch(/"sheetId":77\b/)
    expect({ ...own(), index: 0 }).toEqual({ ...before, index: 0 })
    expect(names().slice(0, 3)).toEqual(['本办待办', '报送', '周计划填报'])
    expect(wanted()).toEqual([])
  })

  test('in whatever order tabs were dragged, one repair puts ours in theirs', () => {
    const small = tabsOfLedger({ 甲: ['一'], 乙: ['一'], 丙: ['一'], 丁: ['一'] })
    const { repair, wanted, spoil, names } = workbook(small)
    repair()
    const ids = [...small.map(({ sheetId }) => sheetId), 0]
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 5 }), (order) => {
        for (const sheetId of [...order].reverse())
          spoil({ updateSheetProperties: { properties: { sheetId, index: 0 }, fields: 'index' } })
        repair()
        return names().slice(0, 4).join('') === '甲乙丙丁' && wanted().length === 0
      }),
      { numRuns: 20 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookFields } from '../../src/layout/current-looks'
import { differences } from '../../src/layout/differences'
import { tabsOfLedger } from '../../src/layout/ledger-looks'
import type { LooksRequest } from '../../src/layout/looks-request'
import { listLook, todoLook, weekLook } from '../../src/layout/page-looks'
import { registerLook } from '../../src/layout/register-looks'
import { sheetIdOf, type TabLook } from '../../src/layout/tab-look'
import { registers } from '../../src/registers'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { weekSheetHeadings } from '../../src/wording/pages/week-sheet'
import { tinyWorkspace } from '../local/tiny-workspace'

const desk: TabLook[] = [
  todoLook('本办待办', ['类别', '事项', '说明']),
  registerLook(handIn, 1),
  registerLook(weeklyPlan, 2),
]

const editors = ['role@anlan.local']
const plan = sheetIdOf('周计划填报')
const todo = sheetIdOf('本办待办')

/** A workbook of the local store, and what repairing its looks takes. */
const workbook = (tabs: TabLook[] = desk) => {
  const { store, control, run } = tinyWorkspace()
  const looks = () => {
    const ended = run(`return Sheets.Spreadsheets.get('${control}', { fields: '${lookFields}' })`)
    expect(ended.outcome, ended.error).toBe('done')
    return ended.result
  }
  const wanted = (): LooksRequest[] => differences(looks(), tabs, editors)
  const repair = () => {
    const requests = wanted()
    if (requests.length > 0) store.looks(control, requests)
    return requests
  }
  const spoil = (...requests: LooksRequest[]) => {
    store.looks(control, requests)
  }
  const names = () => store.view(control).map(({ name }) => name)
  return { store, control, wanted, repair, spoil, names }
}

const kinds = (requests: LooksRequest[]) => [
  ...new Set(requests.flatMap((each) => Object.keys(each))),
]

const cells = (sheetId: number, column: number) => ({
  sheetId,
  startRowIndex: 2,
  endRowIndex: 6,
  startColumnIndex: column,
  endColumnIndex: column + 1,
})

const at = (key: string) => Object.keys(weeklyPlan.fields).indexOf(key)

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
      weekLook('一周安排表', registers.length + 1, weekSheetHeadings()),
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

describe('what people broke', () => {
  const broken: [string, LooksRequest[], string][] = [
    [
      'a drop-down that was deleted',
      [{ setDataValidation: { range: cells(plan, at('part')) } }],
      'setDataValidation',
    ],
    [
      'a drop-down pasted where there is none',
      [
        {
          setDataValidation: {
            range: cells(plan, at('place')),
            rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '甲' }] } },
          },
        },
      ],
      'setDataValidation',
    ],
    [
      'a colour',
      [
        {
          repeatCell: {
            range: cells(plan, at('what')),
            cell: { userEnteredFormat: { backgroundColor: { red: 1 } } },
            fields: 'userEnteredFormat.backgroundColor',
          },
        },
      ],
      'repeatCell',
    ],
    [
      'the text format of a day column',
      [
        {
          repeatCell: {
            range: cells(plan, at('on')),
            cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'm-d' } } },
            fields: 'userEnteredFormat.numberFormat',
          },
        },
      ],
      'repeatCell',
    ],
    [
      'a width',
      [
        {
          updateDimensionProperties: {
            range: { sheetId: plan, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
            properties: { pixelSize: 20 },
            fields: 'pixelSize',
          },
        },
      ],
      'updateDimensionProperties',
    ],
    [
      'a tab that was renamed',
      [
        {
          updateSheetProperties: {
            properties: { sheetId: plan, title: '计划(旧)' },
            fields: 'title',
          },
        },
      ],
      'updateSheetProperties',
    ],
    [
      'a tab that was hidden',
      [
        {
          updateSheetProperties: { properties: { sheetId: todo, hidden: true }, fields: 'hidden' },
        },
      ],
      'updateSheetProperties',
    ],
    ['a tab that was deleted', [{ deleteSheet: { sheetId: plan } }], 'addSheet'],
    [
      'the colouring of states',
      [{ deleteConditionalFormatRule: { sheetId: plan, index: 0 } }],
      'addConditionalFormatRule',
    ],
    [
      'the hard protection of a page',
      [{ deleteProtectedRange: { protectedRangeId: todo * 100 } }],
      'addProtectedRange',
    ],
    [
      'a protection made a warning only',
      [
        {
          updateProtectedRange: {
            protectedRange: { protectedRangeId: todo * 100, warningOnly: true },
            fields: 'warningOnly',
          },
        },
      ],
      'updateProtectedRange',
    ],
  ]

  test('is put right by the next repair, each thing once', () => {
    const { repair, wanted, spoil } = workbook()
    repair()
    for (const [what, damage, kind] of broken) {
      spoil(...damage)
      expect(kinds(repair()), what).toContain(kind)
      expect(wanted(), what).toEqual([])
    }
  })

  test('only what differs is sent', () => {
    const { repair, spoil } = workbook()
    repair()
    spoil({ setDataValidation: { range: cells(plan, at('part')) } })
    const requests = repair()
    expect(kinds(requests).sort()).toEqual(['repeatCell', 'setDataValidation'])
    expect(requests).toHaveLength(2)
  })

  test('a group that a person opened stays open; one that is gone comes back closed', () => {
    const { repair, wanted, spoil, store, control } = workbook()
    repair()
    const closed = () =>
      store.view(control).find(({ name }) => name === '周计划填报')?.columns[at('week')]?.collapsed
    const end = Object.keys(weeklyPlan.fields).length
    const range = { sheetId: plan, dimension: 'COLUMNS', startIndex: at('week'), endIndex: end }
    const dimensionGroup = { range, depth: 1, collapsed: false }
    spoil({ updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } })
    expect([closed(), wanted()]).toEqual([false, []])
    spoil({ deleteDimensionGroup: { range } })
    repair()
    expect([closed(), wanted()]).toEqual([true, []])
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

import { describe, expect, test } from 'vitest'
import type { LooksRequest } from '../../src/layout/looks-request'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { at, cells, kinds, plan, todo, workbook } from './desk-looks'

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

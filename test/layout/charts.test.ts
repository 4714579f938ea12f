import { describe, expect, test } from 'vitest'
import { areasOf } from '../../src/layout/cell-looks'
import { saysLook } from '../../src/layout/current-looks'
import type { LooksRequest } from '../../src/layout/looks-request'
import { dashboardLook } from '../../src/layout/page-looks'
import { sheetIdOf } from '../../src/layout/tab-look'
import { trendCharts, trendLook } from '../../src/layout/trend-looks'
import { chartRows } from '../../src/wording/pages/dashboard'
import { trendColumns, trendFigures, trendHeadings } from '../../src/wording/pages/trend'
import { kinds, workbook } from './desk-looks'

const board = dashboardLook('总览', trendCharts('走势', trendColumns))
const tabs = [board, trendLook('走势', 1, trendHeadings, trendFigures)]
const [first, second] = [sheetIdOf('总览') * 100, sheetIdOf('总览') * 100 + 1]

const source = {
  sourceRange: {
    sources: [
      {
        sheetId: sheetIdOf('走势'),
        startRowIndex: 0,
        endRowIndex: 2,
        startColumnIndex: 0,
        endColumnIndex: 1,
      },
    ],
  },
}

const at = (changes: object, fields: string): LooksRequest => ({
  updateEmbeddedObjectPosition: {
    objectId: second,
    newPosition: { overlayPosition: changes },
    fields,
  },
})

describe('the charts of the dashboard', () => {
  test('are made once, after the tab they draw; read again, nothing is left to send', () => {
    const { repair, wanted } = workbook(tabs)
    const sent = repair().map((each) => Object.keys(each)[0])
    expect(sent.filter((kind) => kind === 'addChart')).toHaveLength(2)
    expect(sent.indexOf('addChart')).toBeGreaterThan(sent.lastIndexOf('addSheet'))
    expect(wanted()).toEqual([])
  })

  test('what was broken is put right by itself, and only that', () => {
    const { repair, wanted, spoil, store, control } = workbook(tabs)
    repair()
    const spec = {
      title: '旧',
      basicChart: {
        chartType: 'LINE',
        domains: [{ domain: source }],
        series: [{ series: source }],
      },
    }
    const broken: [string, LooksRequest, string[]][] = [
      ['deleted', { deleteEmbeddedObject: { objectId: first } }, ['addChart']],
      [
        'moved and resized',
        at({ offsetXPixels: 3, widthPixels: 10 }, 'offsetXPixels,widthPixels'),
        ['updateEmbeddedObjectPosition'],
      ],
      [
        'moved to another tab',
        at({ anchorCell: { sheetId: sheetIdOf('走势') } }, 'anchorCell'),
        ['updateEmbeddedObjectPosition'],
      ],
      ['given another title', { updateChartSpec: { chartId: first, spec } }, ['updateChartSpec']],
    ]
    for (const [what, damage, kind] of broken) {
      spoil(damage)
      expect(kinds(repair()), what).toEqual(kind)
      expect(wanted(), what).toEqual([])
    }
    expect(
      store
        .view(control)
        .map(({ charts }) => charts.length)
        .slice(0, 2),
    ).toEqual([2, 0])
  })

  test('draw their tab again after it was deleted and came back', () => {
    const { repair, wanted, spoil } = workbook(tabs)
    repair()
    spoil({ deleteSheet: { sheetId: sheetIdOf('走势') } })
    expect(kinds(repair())).toContain('updateChartSpec')
    expect(wanted()).toEqual([])
  })

  test('one that is no longer declared goes; people’s own stays', () => {
    const { repair, spoil, store, control } = workbook(tabs)
    const added = repair().find((each) => 'addChart' in each)?.addChart as { chart: object }
    spoil({ addChart: { chart: { ...added.chart, chartId: 12 } } })
    const fewer = workbook([
      { ...board, charts: board.charts?.slice(0, 1) ?? [] },
      ...tabs.slice(1),
    ])
    fewer.repair()
    fewer.spoil({ addChart: { chart: { ...added.chart, chartId: second } } })
    expect(fewer.repair()).toEqual([{ deleteEmbeddedObject: { objectId: second } }])
    repair()
    expect(store.view(control)[0]?.charts).toHaveLength(3)
  })

  test('stand side by side within the columns, on rows that are left blank for them', () => {
    const lefts = board.columns.map((_, i) =>
      board.columns.slice(0, i).reduce((sum, { width }) => sum + width, 0),
    )
    const width = board.columns.reduce((sum, column) => sum + column.width, 0)
    const boxes = (board.charts ?? []).map((chart) => {
      const left = (lefts[chart.at.column] ?? 0) + chart.at.x
      expect(chart.at.row).toBe(2)
      expect(chart.at.y + chart.height).toBeLessThanOrEqual(chartRows * 21)
      return [left, left + chart.width] as const
    })
    const edges = [0, ...boxes.flat(), width]
    expect(edges).toEqual(edges.toSorted((a, b) => a - b))
  })

  test('draw the columns whose names they bear', () => {
    const { weeks, ...columns } = trendColumns
    const names = Object.values(columns).map((column) => trendHeadings[column])
    expect(names).toEqual(['按时', '补报', '未报', '交办累计', '办结累计', '逾期任务'])
    expect((board.charts ?? []).map(({ source }) => source.rows)).toEqual(
      [1, 2].map(() => ({ from: 1, to: 2 + weeks })),
    )
  })

  test('the columns they draw hold numbers, every other one text', () => {
    const formats = areasOf(tabs[1] ?? board, 14)
      .filter(({ top }) => top === 2)
      .flatMap(({ look, left, right }) => {
        const { type } = look.format.numberFormat as { type: string }
        return Array.from({ length: right - left }, () => type)
      })
    expect(formats).toEqual(['TEXT', 'TEXT', ...trendFigures.map(() => 'NUMBER')])
  })
})

describe('whether a look says what is wanted', () => {
  const wanted = { title: '甲', offset: 0, on: [{ colour: { rgbColor: { red: 1 } } }] }
  test.each<[string, unknown, boolean]>([
    ['more than was sent is no difference', { ...wanted, fontName: 'Roboto', offset: 0 }, true],
    ['what is at its default may be left out', { title: '甲', on: wanted.on }, true],
    ['another word is one', { ...wanted, title: '乙' }, false],
    ['a list that is longer is one', { ...wanted, on: [...wanted.on, {}] }, false],
    ['another colour is one', { ...wanted, on: [{ colour: { rgbColor: { red: 0.5 } } }] }, false],
    ['nothing at all is one', undefined, false],
  ])('%s', (_, now, same) => {
    expect(saysLook(now, wanted)).toBe(same)
  })
})

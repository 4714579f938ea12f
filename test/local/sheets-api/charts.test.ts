import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/local/store'
import { tinyWorkspace } from '../tiny-workspace'

const column = (at: number, more: object = {}) => ({
  sourceRange: {
    sources: [
      {
        sheetId: 0,
        startRowIndex: 0,
        endRowIndex: 4,
        startColumnIndex: at,
        endColumnIndex: at + 1,
        ...more,
      },
    ],
  },
})
const basicChart = {
  chartType: 'COLUMN',
  stackedType: 'STACKED',
  headerCount: 1,
  domains: [{ domain: column(0) }],
  series: [{ series: column(1), colorStyle: { rgbColor: { red: 0.85, green: 0 } } }],
}
const spec = { title: '报送', altText: '每周按时', basicChart }
const overlayPosition = { anchorCell: { sheetId: 0, rowIndex: 6 }, widthPixels: 300 }
const chart = { chartId: 9, spec, position: { overlayPosition } }
const add = { addChart: { chart } }

function charted() {
  const tiny = tinyWorkspace()
  const looks = (...requests: Record<string, unknown>[]) => tiny.store.looks(tiny.control, requests)
  const get = () => {
    const fields = '{ fields: "sheets(charts)" }'
    const ended = tiny.run(`return Sheets.Spreadsheets.get('${tiny.control}', ${fields})`)
    expect(ended.outcome, ended.error).toBe('done')
    return (ended.result as { sheets: { charts?: unknown[] }[] }).sheets.map(
      ({ charts = [] }) => charts,
    )
  }
  const view = () => tiny.store.view(tiny.control).map(({ charts }) => charts)
  looks({ addSheet: { properties: { sheetId: 5, title: '乙' } } }, add)
  return { ...tiny, looks, get, view }
}

describe('charts (Sheets API v4, EmbeddedChart)', () => {
  test('come back as sent, with the font and both names of a colour, noughts left out', () => {
    const color = { red: 0.8509804 }
    expect(charted().get()).toEqual([
      [
        {
          chartId: 9,
          spec: {
            title: '报送',
            altText: '每周按时',
            hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
            fontName: 'Roboto',
            basicChart: {
              ...basicChart,
              series: [{ series: column(1), color, colorStyle: { rgbColor: color } }],
            },
          },
          position: {
            overlayPosition: { anchorCell: { rowIndex: 6 }, widthPixels: 300, heightPixels: 371 },
          },
        },
      ],
      [],
    ])
  })

  test('stay after the workspace is opened again', () => {
    const { store, control, view } = charted()
    const again = openStore(store.dir)
    onTestFinished(() => again.close())
    expect(view()[0]).toHaveLength(1)
    expect(again.view(control).map(({ charts }) => charts)).toEqual(view())
  })

  test('change their spec or their place alone, move to another tab, and go', () => {
    const { looks, get } = charted()
    const before = get()[0] as { position: object }[]
    looks({ updateChartSpec: { chartId: 9, spec: { ...spec, title: '任务' } } })
    expect(get()[0]).toMatchObject([{ spec: { title: '任务' }, position: before[0]?.position }])
    const newPosition = {
      overlayPosition: { anchorCell: { sheetId: 5, columnIndex: 2 }, widthPixels: 77 },
    }
    looks({ updateEmbeddedObjectPosition: { objectId: 9, newPosition, fields: 'anchorCell' } })
    expect(get()).toMatchObject([[], [{ chartId: 9 }]])
    expect(get()[1]).toMatchObject([
      {
        spec: { title: '任务' },
        position: {
          overlayPosition: { anchorCell: { sheetId: 5, columnIndex: 2 }, widthPixels: 300 },
        },
      },
    ])
    looks({ deleteEmbeddedObject: { objectId: 9 } })
    expect(get()).toEqual([[], []])
  })

  test('are refused by name where an id is known or unknown, a tab or a cell is not there', () => {
    const { looks, get } = charted()
    const before = get()
    const other = (changes: object) => ({
      addChart: { chart: { ...chart, chartId: 10, ...changes } },
    })
    const drawing = (domain: object) =>
      other({ spec: { basicChart: { ...basicChart, domains: [{ domain }] } } })
    const refused: [Record<string, unknown>, string][] = [
      [add, 'addChart: A chart with the ID 9 already exists'],
      [{ updateChartSpec: { chartId: 8, spec } }, 'updateChartSpec: No chart with ID 8 exists'],
      [{ deleteEmbeddedObject: { objectId: 8 } }, 'No chart with ID 8 exists'],
      [
        other({ position: { overlayPosition: { anchorCell: { sheetId: 77 } } } }),
        'Sheet 77 not found',
      ],
      [
        other({ position: { overlayPosition: { anchorCell: { rowIndex: 5000 } } } }),
        'anchorCell is outside the sheet',
      ],
      [drawing(column(0, { endRowIndex: 5000 })), 'a source range is outside the sheet or empty'],
      [drawing(column(0, { sheetId: 77 })), 'Sheet 77 not found'],
      [drawing(column(0, { endColumnIndex: 2 })), 'a source range must be one column wide'],
      [drawing(column(0, { endRowIndex: 3 })), 'the source ranges differ in height'],
      [other({ spec: { pieChart: {} } }), 'spec'],
      [other({ spec: { ...spec, subtitle: '甲' } }), 'spec.subtitle'],
    ]
    for (const [request, sentence] of refused) {
      expect(() => looks({ deleteSheet: { sheetId: 5 } }, request), sentence).toThrow(sentence)
    }
    expect(get()).toEqual(before)
  })

  test('follow the cells they draw and the cell they stand on', () => {
    const { run, view } = charted()
    run(`sheet.getRange(1, 1, 3, 2).setValues([['周', '按时'], ['一', 4], ['二', '']])`)
    const [drawn] = view()[0] ?? []
    expect(drawn).toMatchObject({
      kind: 'stacked columns',
      top: 6,
      bottom: 24,
      labels: ['一', '二', ''],
      series: [{ name: '按时', color: '#d90000', values: [4, undefined, undefined] }],
    })
    run('sheet.insertRowsAfter(1, 2)')
    expect(view()[0]).toMatchObject([{ top: 8, labels: ['', '', '一', '二', ''] }])
  })

  test('a figure that is kept as text is not drawn', () => {
    const { run, view } = charted()
    run(`sheet.getRange(1, 1, 2, 2).setValues([['周', '按时'], ['一', "'4"]])`)
    expect(view()[0]).toMatchObject([
      { labels: ['一', '', ''], series: [{ values: [undefined, undefined, undefined] }] },
    ])
  })

  test('a chart that drew a tab which is gone stays, with nothing to draw', () => {
    const { looks, view } = charted()
    const moved = { overlayPosition: { anchorCell: { sheetId: 5 } } }
    looks(
      { updateEmbeddedObjectPosition: { objectId: 9, newPosition: moved, fields: 'anchorCell' } },
      { deleteSheet: { sheetId: 0 } },
    )
    expect(view()).toMatchObject([[{ labels: [], series: [{ name: '', values: [] }] }]])
  })
})

import { jsx } from 'hono/jsx'
import { expect, test } from 'vitest'
import type { TabView } from '../../../src/local/contract'
import { SheetTable } from '../../../src/local/page/sheet-table'

const tabWith = (head: string, text: string): TabView => ({
  sheetId: 1,
  name: '可复制文字',
  index: 0,
  hidden: false,
  maxRows: 3,
  maxColumns: 2,
  tabColor: '',
  columns: [
    { width: 100, collapsed: false },
    { width: 240, collapsed: false },
  ],
  locked: true,
  frozenRows: 2,
  frozenColumns: 0,
  rowKeys: ['a', 'b', 'c'],
  rows: [
    ['非涉密', ''],
    ['单位', head],
    ['区人大办', text],
  ],
  looks: [[], [], []],
  merges: [],
  charts: [],
})

const shown = (head: string, text: string): string =>
  String(jsx(SheetTable, { tab: tabWith(head, text), caption: '可复制文字' }))

test.each(['短文字（70字以内）', '长文字（140字以内）', '短信版'])(
  'a text under %s has a button that copies it, hidden until scripts run',
  (head) => {
    expect(shown(head, '【区委办】请报送。')).toContain(
      '<span>【区委办】请报送。</span><button type="button" class="copy" hidden="" data-copy="">复制</button>',
    )
  },
)

test('no other cell has one, nor a blank one', () => {
  expect(shown('说明', '请报送')).not.toContain('data-copy')
  expect(shown('短文字（70字以内）', '')).not.toContain('data-copy')
})

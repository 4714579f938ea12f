import { describe, expect, test } from 'vitest'
import { computed, day, optional, text } from '../../src/domain/field'
import { defineRegister } from '../../src/domain/register'
import { columnsOf, readTable, type Table } from '../../src/domain/table'
import { handIn } from '../../src/registers/hand-in'

const log = defineRegister({
  id: 'seal-log',
  title: '用印登记',
  home: 'desk',
  rows: 'people',
  fields: {
    id: computed(text('编号')),
    on: day('日期', { aliases: ['用印日期'] }),
    what: text('事由'),
    note: optional(text('备注')),
    state: optional(computed(text('状态'))),
  },
})

const banner = ['非涉密 · 严禁录入涉密内容']
const head = ['编号', '日期', '事由', '备注', '状态']

const read = (...rows: string[][]): Table => {
  const table = readTable(log, rows)
  if ('fault' in table) throw new Error(table.fault)
  return table
}

const faultOf = (...rows: string[][]): string => {
  const table = readTable(log, rows)
  return 'fault' in table ? table.fault : ''
}

describe('the columns of a tab', () => {
  test('are found by their headings under the banner, whatever their order', () => {
    const { columns, headRow } = read(banner, ['事由', '', '编号', '日期'])
    expect(columns).toEqual({ what: 1, id: 3, on: 4 })
    expect(headRow).toBe(2)
  })

  test('are found by another name of a heading, spaces around it aside', () => {
    expect(read(banner, ['编号', ' 用印日期 ', '事由']).columns.on).toBe(2)
  })

  test('a column of people’s own is passed over', () => {
    const { rows } = read(
      banner,
      ['编号', '我的记号', '日期', '事由'],
      ['', '★', '11月20日', '合同'],
    )
    expect(rows[0]?.cells).toEqual({ id: '', on: '11月20日', what: '合同' })
  })

  test('one that a tab may do without may be missing', () => {
    expect(faultOf(banner, ['编号', '日期', '事由'])).toBe('')
  })

  test.each([
    ['a required heading is missing', ['编号', '日期', '内容'], '缺少标题“事由”'],
    ['the 编号 is missing', ['日期', '事由'], '缺少标题“编号”'],
    ['a heading stands twice', [...head, '事由'], '“事由”出现了2次'],
    ['a heading stands under both its names', [...head, '用印日期'], '“日期”出现了2次'],
    ['no heading is known', ['甲', '乙'], '找不到标题行'],
  ])('the tab is left unread when %s', (_, headings, words) => {
    expect(faultOf(banner, headings, ['', '11月20日', '合同'])).toContain(words)
    expect(faultOf(banner, headings)).toContain('用印登记')
  })

  test('a heading row below the fifth row is not looked for', () => {
    const rows = [banner, [''], [''], [''], [''], head]
    expect(columnsOf(log, rows)).toHaveProperty('fault')
    expect(columnsOf(log, rows.slice(1))).toHaveProperty('headRow', 5)
  })
})

describe('the rows of a tab', () => {
  test('keep the row they stand in; blank rows between are none', () => {
    const { rows } = read(banner, head, ['1', '11月20日', '合同'], [], ['2', '', '证明'])
    expect(rows.map(({ position }) => position)).toEqual([3, 5])
  })

  test('a row that holds only the script’s cells is blank for people, not for the script', () => {
    expect(read(banner, head, ['A-0001', '', '', '', '已办']).rows).toEqual([])
    const own = [
      ['编号', '周次', '截止', '次数', '报送'],
      ['2024-11-18-1', '2024-11-18', '', '1', ''],
    ]
    expect(readTable(handIn, own)).toMatchObject({ rows: [{ position: 2 }] })
  })

  test('a short row reads as blank cells', () => {
    expect(read(banner, head, ['1', '11月20日']).rows[0]?.cells).toMatchObject({
      what: '',
      note: '',
    })
  })
})

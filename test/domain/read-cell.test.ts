import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import {
  choice,
  day as dayField,
  type Field,
  flag,
  leader,
  link,
  moment,
  number,
  office,
  person,
  text,
  time,
} from '../../src/domain/field'
import { readCell } from '../../src/domain/read-cell'

const context = {
  monday: day('2024-11-18'),
  people: [
    { id: 'R1', name: '林堯安' },
    { id: 'R2', name: '周衡' },
    { id: 'R3', name: '何思源' },
    { id: 'R4', name: '何思源' },
  ],
  offices: [
    { id: 'D1', name: '区委办公室', aliases: ['区委办'] },
    { id: 'D2', name: '区政府办公室', aliases: ['区政府办'] },
  ],
  leaders: [{ id: 'L1', name: '江岳' }],
}
const on = dayField('日期', { inherits: 'above', span: { part: 'part', from: 'from', to: 'to' } })
const kind = choice('类别', ['会议', '活动', '调研', '赴市汇报', ['其他', '其它']])
const part = choice('时段', ['上午', '下午', '晚上', '全天'])

type Row = [name: string, field: Field, typed: string, value: string, note?: string]

const READ: Row[] = [
  ['text as typed', text('内容'), ' 全区项目推进会 ', '全区项目推进会'],
  ['a day', on, '2024年11月20日', '2024-11-20'],
  ['a short day', on, '11.20', '2024-11-20', '“11.20”按2024年11月20日理解'],
  ['a day with its weekday', on, '2024年11月20日（周三）', '2024-11-20'],
  ['a time', time('开始'), '09:00', '09:00'],
  ['a free time', time('开始'), '上午九点', '09:00', '“上午九点”按09:00理解'],
  ['a full-width time', time('开始'), '９：３０', '09:30'],
  ['a moment', moment('时间'), '2024-11-15 12:00', '2024-11-15 12:00'],
  ['a moment said', moment('时间'), '2024年11月15日 下午3点', '2024-11-15 15:00'],
  ['a number', number('人数'), '12', '12'],
  ['a full-width number', number('人数'), '１２', '12'],
  ['a number with commas', number('金额'), '1,200.50', '1200.5'],
  ['a number with its unit', number('人数', { unit: '人' }), '12人', '12'],
  ['a number in words', number('人数'), '十二人', '12', '“十二人”按12理解'],
  ['a choice', kind, '会议', '会议'],
  ['the beginning of a choice', kind, '赴市', '赴市汇报', '“赴市”按“赴市汇报”理解'],
  ['a choice with a remark', kind, '会议（视频）', '会议', '“会议（视频）”按“会议”理解'],
  ['another word for a choice', kind, '其它', '其他', '“其它”按“其他”理解'],
  ['a choice with spaces', part, '上 午', '上午'],
  ['a person', person('联络员'), '林 尧 安', 'R1'],
  ['a person with a title', person('联络员'), '周衡同志', 'R2'],
  ['a leader with a title', leader('领导'), '江岳书记', 'L1'],
  ['an office by short name', office('单位'), '区委办', 'D1'],
  ['several offices', office('单位', { many: true }), '区政府办，区委办公室', 'D2、D1'],
  ['a link', link('关联'), 'ＲＷ-12', 'RW-12'],
  ['nothing', text('备注'), '　', ''],
]

describe('a cell', () => {
  test.each(READ)('%s is read', (_, field, typed, value, note) => {
    expect(readCell(field, typed, context)).toEqual(
      note === undefined ? { value } : { value, note },
    )
  })

  test.each(['是', '√', '有', 'Y', '１', 'true', 'TRUE', '✔'])('%s means 是', (typed) => {
    expect(readCell(flag('报送'), typed, context)).toEqual({ value: '是' })
  })

  test.each(['否', '×', '无', 'n', '0', 'FALSE', '没有'])('%s means 否', (typed) => {
    expect(readCell(flag('报送'), typed, context)).toEqual({ value: '否' })
  })

  test.each<[Field, string, string]>([
    [on, '2月30日', '“2月30日”不是日期，请填如 11月20日'],
    [time('开始'), '上午', '“上午”没有钟点，请填如 09:00'],
    [time('开始'), '9:00-11:00', '“9:00-11:00”是一段时间，这里只填一个钟点，如 09:00'],
    [moment('时间'), '11月15日', '“11月15日”要写明日期和钟点，请填如 2024年11月15日 12:00'],
    [number('人数'), '若干', '“若干”不是数字，请填如 12'],
    [number('金额'), '3万', '“3万”不是数字，请填如 12'],
    [part, '上午和下午', '“上午和下午”不在可选项中，请填：上午、下午、晚上、全天'],
    [flag('报送'), '差不多', '“差不多”不在可选项中，请填：是、否'],
    [leader('领导'), '江书记', '“江书记”不在领导名单中，请按领导名单填写全称'],
    [
      person('联络员'),
      '何思源',
      '“何思源”在人员表中有2个，请写明是哪一个：何思源（R3）、何思源（R4）',
    ],
    [office('单位', { many: true }), '区委办、教委', '“教委”不在单位表中，请按单位表填写全称'],
  ])('%o cannot take %s: %s', (field, typed, problem) => {
    expect(readCell(field, typed, context)).toEqual({ problem })
  })
})

describe('a time typed along with something else', () => {
  test('E38: "20日 上午9点-11点" is the day, and the time for its own columns', () => {
    expect(readCell(on, '20日 上午9点-11点', context)).toEqual({
      value: '2024-11-20',
      span: { part: '上午', from: '09:00', to: '11:00' },
      note: '“20日”按2024年11月20日理解；“上午9点-11点”按09:00—11:00理解',
    })
  })

  test('is not lost in a column that has no place for it', () => {
    expect(readCell(dayField('日期'), '2024-11-20 9:00', context)).toEqual({
      value: '2024-11-20',
      note: '“9:00”请填在时间列',
    })
  })

  test('other words after a day are told', () => {
    expect(readCell(on, '2024-11-20 暂定', context)).toEqual({
      value: '2024-11-20',
      note: '“暂定”未采用',
    })
  })

  test('fills the end when it stands in the column of the start', () => {
    const from = time('开始', { span: { to: 'to' } })
    expect(readCell(from, '9:00-11:00', context)).toMatchObject({
      value: '09:00',
      span: { from: '09:00', to: '11:00' },
    })
  })

  test('is read in the column of the half-day too', () => {
    const field = { ...part, span: { from: 'from', to: 'to' } }
    expect(readCell(field, '上午9:00-11:00', context)).toMatchObject({
      value: '上午',
      span: { from: '09:00', to: '11:00' },
    })
  })
})

describe('a blank cell', () => {
  test('E38: is as the row above where the column says so', () => {
    const field = leader('领导姓名', { inherits: 'above' })
    expect(readCell(field, '', { ...context, above: 'L1' })).toEqual({
      value: 'L1',
      note: '领导姓名同上一行',
    })
  })

  test('is empty elsewhere, or when nothing stands above', () => {
    expect(readCell(leader('领导姓名'), '', { ...context, above: 'L1' })).toEqual({ value: '' })
    expect(readCell(on, ' ', context)).toEqual({ value: '' })
  })
})

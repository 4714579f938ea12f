import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { districtOfSheets } from '../../../src/local/district/district-sheets'
import { districtTabs } from '../../../src/local/district/district-tabs'
import { checkDistrict } from '../../../src/local/district/mistakes'
import { sampleDistrict } from '../../../src/local/sample/sample-district'

const district = sampleDistrict('2024-11-18')

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

test.each([
  ['by its name', '参数名称', '周计划审定人'],
  ['by its key', '参数代号', 'weekly.approver'],
  ['by its key under the heading of an older workbook', '参数', 'weekly.approver'],
])('a setting of a workbook may be given %s', (_, heading, given) => {
  const workbook = new ExcelJS.Workbook()
  for (const { tab, list, columns } of districtTabs) {
    if (list === 'settings') continue
    const sheet = workbook.addWorksheet(tab)
    sheet.addRow(columns.map(({ heading }) => heading))
    for (const entry of district[list]) {
      const values = new Map<string, unknown>(Object.entries(entry))
      sheet.addRow(columns.map(({ field }) => shown(values.get(field))))
    }
  }
  workbook.addWorksheet('参数表').addRows([
    [heading, '值', '生效日期'],
    [heading === '参数名称' ? '地区名称' : 'district.name', '安澜区', '2024-01-01'],
    [given, '周衡', '2024-01-01'],
  ])
  const { name, settings } = districtOfSheets(workbook)
  expect(name).toBe('安澜区')
  expect(settings.map(({ key, value }) => [key, value])).toEqual([
    ['district.name', '安澜区'],
    ['weekly.approver', '周衡'],
  ])
})

test('a setting of a JSON file may be given by its name, and is checked as by its key', () => {
  const settings = [{ key: '周计划审定人', value: '某人', from: '2024-01-01' }]
  expect(() => checkDistrict({ ...district, settings })).toThrow(
    'settings 第1项 value：填的是“某人”，应为人员表里有的姓名，用、隔开。',
  )
})

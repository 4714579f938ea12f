import type ExcelJS from 'exceljs'
import { BadInput } from '../bad-input'
import { isoDay } from '../fill/iso-day'
import { sheetText, underHeadings } from '../fill/sheet-text'
import type { District } from './district'
import { type Column, type DistrictTab, districtTabs } from './district-tabs'
import { checkDistrict, type Mistake, sentence, type Where } from './mistakes'
import { namesOf } from './names-of'
import { settingKey } from './setting-keys'

// Columns of an exported 总台账 that say nothing of the district.
const readPast = ['待更正', '代管人']

type Line = { line: number; cells: Record<string, string> }
type Lines = Map<DistrictTab['list'], Line[]>

/**
 * The district written in a workbook with the tabs 单位 人员 领导 外出请假 参数表 工作日历.
 * Units and people may be referred to by 编号, name or short name.
 * @throws BadInput with one sentence for each mistake, naming tab, line and heading.
 */
export function districtOfSheets(workbook: ExcelJS.Workbook): District {
  const lines: Lines = new Map()
  for (const tab of districtTabs) lines.set(tab.list, linesOf(workbook, tab))
  const settings = lines.get('settings') ?? []
  const name = settings.find(({ cells }) => settingIn(cells) === 'district.name')?.cells['值']
  const mistakes: Mistake[] = []
  const named = namesOf(lines)
  const lists = districtTabs.map((tab) => {
    const entries = (lines.get(tab.list) ?? []).map(({ cells }, index) =>
      entryOf(tab, cells, index, named, mistakes),
    )
    return [tab.list, entries] as const
  })
  const where = placesIn(lines)
  if (mistakes.length > 0) throw new BadInput(mistakes.map((one) => sentence(one, where)))
  return checkDistrict({ name, ...Object.fromEntries(lists) }, where)
}

const settingColumn = districtTabs
  .find(({ list }) => list === 'settings')
  ?.columns.find(({ field }) => field === 'key')

const settingIn = (cells: Record<string, string>): string =>
  settingColumn ? settingKey(givenIn(settingColumn, cells)) : ''

function headingsOf({ heading, before = [] }: Column): readonly string[] {
  return [...before, heading]
}

function givenIn(column: Column, cells: Record<string, string>): string {
  return headingsOf(column).flatMap((heading) => cells[heading] || [])[0] ?? ''
}

function linesOf(workbook: ExcelJS.Workbook, { tab, columns }: DistrictTab): Line[] {
  const sheet = workbook.getWorksheet(tab)
  if (!sheet) throw new BadInput(`${tab}：没有这张表，应有${allTabs()}。`)
  const { lines, unread } = sheetText(sheet)
  const { headings, rows, loose } = underHeadings(lines)
  const faults = [
    ...unread.map((cell) => `${tab} ${cell}：应为文字或数值。`),
    ...loose.map((cell) => `${tab} ${cell}：没有表头，应补上列名或清空。`),
  ]
  if (faults.length > 0) throw new BadInput(faults)
  const known = columns.map(({ heading }) => heading)
  const taken = new Set([...columns.flatMap(headingsOf), ...readPast])
  const wrong = [
    ...headings
      .filter((heading) => !taken.has(heading))
      .map((heading) => `${tab} 表头：填的是“${heading}”，应为${known.join('、')}之一。`),
    ...columns
      .filter(
        (column) =>
          column.needed && !headingsOf(column).some((heading) => headings.includes(heading)),
      )
      .map(({ heading }) => `${tab} 表头：缺“${heading}”列，应有${known.join('、')}。`),
  ]
  // An empty tab may keep its headings or have none at all.
  if (rows.length > 0 && wrong.length > 0) throw new BadInput(wrong)
  return rows
}

function entryOf(
  tab: DistrictTab,
  cells: Record<string, string>,
  index: number,
  named: ReturnType<typeof namesOf>,
  mistakes: Mistake[],
): Record<string, unknown> {
  const values = tab.columns.flatMap((column) => {
    const given = givenIn(column, cells)
    if (column.field === '') return []
    if (column.field === 'id') return [[column.field, named.idOf(tab.list, index)] as const]
    if (column.field === 'order' && given === '') return [['order', index + 1] as const]
    const read = valueOf(column, given, named)
    if (read.wanted === undefined) return [[column.field, read.value] as const]
    mistakes.push({ path: [tab.list, index, column.field], given, wanted: read.wanted })
    return []
  })
  return Object.fromEntries(values)
}

type Read = { value?: unknown; wanted?: string }

function valueOf(column: Column, given: string, named: ReturnType<typeof namesOf>): Read {
  if (given === '') return { value: emptyOf(column) }
  if (column.kind === 'day') return { value: isoDay(given) }
  if (column.kind === 'number') return { value: /^\d+$/.test(given) ? Number(given) : given }
  if (column.kind === 'desk') return { value: given !== '无' }
  if (column.kind === 'list') return { value: given.split(/[、，,\s]+/) }
  if (column.kind === 'flag') {
    return given === '是' || given === '否' ? { value: given === '是' } : { wanted: '是、否' }
  }
  return column.kind === 'text' ? { value: given } : named.find(column.kind, given)
}

function emptyOf({ kind, needed }: Column): unknown {
  if (needed) return undefined
  if (kind === 'list') return []
  if (kind === 'flag') return false
  return kind === 'desk' ? true : ''
}

function placesIn(lines: Lines): Where {
  return ([list, index, field]) => {
    const tab = districtTabs.find((one) => one.list === list)
    if (!tab) return list === 'name' ? '参数表 district.name' : '工作簿'
    const line = lines.get(tab.list)?.[Number(index)]?.line
    const heading = tab.columns.find((column) => column.field === field)?.heading
    return [tab.tab, line === undefined ? '' : `第${line}行`, heading ?? '']
      .filter((part) => part !== '')
      .join(' ')
  }
}

function allTabs(): string {
  return districtTabs.map(({ tab }) => tab).join('、')
}

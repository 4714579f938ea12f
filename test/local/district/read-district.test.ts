import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { BadInput } from '../../../src/local/bad-input'
import type { District } from '../../../src/local/district/district'
import { districtTabs } from '../../../src/local/district/district-tabs'
import { readDistrict } from '../../../src/local/district/read-district'
import { sampleDistrict } from '../../../src/local/sample/sample-district'

const district = sampleDistrict('2024-11-18')

async function written(name: string, bytes: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'lianxi-district-')), name)
  await writeFile(file, bytes)
  return file
}

async function sentencesOf(given: unknown): Promise<readonly string[]> {
  const file = await written('district.json', JSON.stringify(given))
  const refusal = await readDistrict(file).catch((error: unknown) => error)
  return refusal instanceof BadInput ? refusal.sentences : []
}

async function workbookOf(
  cells: (tab: string, heading: string, given: string, line: number) => string,
) {
  const workbook = new ExcelJS.Workbook()
  for (const { tab, list, columns } of districtTabs) {
    const sheet = workbook.addWorksheet(tab)
    sheet.addRow(columns.map(({ heading }) => heading))
    district[list].forEach((entry, index) => {
      const values = new Map<string, unknown>(Object.entries(entry))
      sheet.addRow(
        columns.map(({ heading, field }) =>
          cells(tab, heading, shown(values.get(field)), index + 2),
        ),
      )
    })
  }
  return written('district.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

test('a district written as JSON is read back as it is', async () => {
  const file = await written('district.json', `\uFEFF${JSON.stringify(district)}`)
  expect(await readDistrict(file)).toEqual(district)
})

test('what may be left out of a district file is filled in', async () => {
  const short = {
    name: '安澜区',
    offices: [{ id: 'QWB', name: '区委办公室', short: '区委办', kind: '四办', order: 1 }],
    people: [],
    leaders: [],
  }
  expect(await readDistrict(await written('d.json', JSON.stringify(short)))).toEqual({
    ...short,
    offices: [{ ...short.offices[0], desk: true, phone: '', head: '' }],
    absences: [],
    settings: [],
    calendar: [],
  })
})

test('a district written as a workbook is the same district', async () => {
  const file = await workbookOf((_, _heading, given) => given)
  expect(await readDistrict(file)).toEqual(district)
})

test('units and people in a workbook go by name or short name as well as by 编号', async () => {
  const named = new Map([
    ...district.offices.map(({ id, short }) => [id, short] as const),
    ...district.people.map(({ id, name }) => [id, name] as const),
  ])
  const file = await workbookOf((_, heading, given) =>
    heading === '编号' ? given : (named.get(given) ?? given),
  )
  expect(await readDistrict(file)).toEqual(district)
})

test('lines of a workbook without 编号 are given one', async () => {
  const file = await workbookOf((tab, heading, given) =>
    tab === '领导' && heading === '编号' ? '' : given,
  )
  expect((await readDistrict(file)).leaders[23]?.id).toBe('L24')
})

test('every mistake of a workbook names tab, line and heading', async () => {
  const file = await workbookOf((tab, heading, given, line) => {
    if (tab === '领导' && heading === '班子' && line === 4) return '区委'
    return tab === '外出请假' && heading === '自' && line === 2 ? '2024-2-30' : given
  })
  await expect(readDistrict(file)).rejects.toThrow(
    '领导 第4行 班子：填的是“区委”，应为区委常委、区人大、区政府、区政协、区法院院长、区检察院检察长、其他。\n' +
      '外出请假 第2行 自：填的是“2024-02-30”，应为日历上有的日期，写成 2024-11-18。',
  )
})

test('an unknown unit, person or heading of a workbook is told', async () => {
  const unit = await workbookOf((tab, heading, given) =>
    tab === '人员' && heading === '单位' && given === 'QJDB' ? '接待办' : given,
  )
  await expect(readDistrict(unit)).rejects.toThrow(
    '人员 第18行 单位：填的是“接待办”，应为单位表里的',
  )
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('单位').addRows([
    ['编号', '名称'],
    ['QWB', '区委办公室'],
  ])
  const heading = await written('d.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
  await expect(readDistrict(heading)).rejects.toThrow('单位 表头：填的是“名称”，应为编号、单位名称')
})

const broken: [string, (copy: District) => unknown, string][] = [
  [
    'unit of a person',
    (d) => edit(d.people[2], { office: 'QQQ' }),
    'people 第3项 office：填的是“QQQ”，应为一个单位的编号',
  ],
  [
    'leader without a unit',
    (d) => edit(d.leaders[1], { office: '' }),
    'leaders 第2项 office：填的是空白，应为字母和数字组成的编号',
  ],
  [
    'editing liaison',
    (d) => edit(d.leaders[0], { liaisonB: 'P999' }),
    'leaders 第1项 liaisonB：填的是“P999”，应为人员表里有的编号。',
  ],
  [
    'doubled 编号',
    (d) => edit(d.leaders[4], { id: 'L04' }),
    'leaders 第5项：填的是“L04”，应为不与别的行重复。',
  ],
  [
    'kind of unit',
    (d) => edit(d.offices[0], { kind: '两办' }),
    'offices 第1项 kind：填的是“两办”，应为四办、法检、接待办、部门、督办台、其他。',
  ],
  [
    'role',
    (d) => edit(d.people[0], { roles: ['科员'] }),
    'people 第1项 roles 第1项：填的是“科员”，应为统筹、操作、',
  ],
  [
    'e-mail',
    (d) => edit(d.people[0], { email: 'zhouheng' }),
    'people 第1项 email：填的是“zhouheng”，应为电子邮箱',
  ],
  [
    'approver',
    (d) => edit(d.settings[9], { value: '周横' }),
    'settings 第10项 value：填的是“周横”，应为人员表里有的姓名',
  ],
  [
    'receiver',
    (d) => edit(d.settings[7], { value: '区委办、市委办' }),
    'settings 第8项 value：填的是“市委办”，应为单位表里有的单位',
  ],
  [
    'end',
    (d) => edit(d.absences[0], { to: '2024-11-01' }),
    'absences 第1项 to：填的是“2024-11-01”，应为不早于 2024-11-13 的日期。',
  ],
  [
    'entry',
    (d) => edit(d.leaders[0], { rank: 1 }),
    'leaders 第1项 rank：填的是“rank”，应为规定的名称',
  ],
  [
    'missing name',
    (d) => edit(d.leaders[0], { name: undefined }),
    'leaders 第1项 name：没有填，应为必填项。',
  ],
]

function edit(entry: object | undefined, change: Record<string, unknown>): void {
  if (entry) Object.assign(entry, change)
}

test.each(broken)('a wrong %s is told in one sentence', async (_, change, told) => {
  const copy = structuredClone(district)
  change(copy)
  const sentences = await sentencesOf(copy)
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).toContain(told)
})

test('all mistakes are told at once', async () => {
  const copy = structuredClone(district)
  edit(copy.people[0], { email: 'x' })
  edit(copy.leaders[0], { order: 0 })
  expect(await sentencesOf(copy)).toEqual([
    'people 第1项 email：填的是“x”，应为电子邮箱，如 zhouheng@anlan.local，可以空着。',
    'leaders 第1项 order：填的是“0”，应为大于零的整数。',
  ])
})

test('a file that is neither JSON nor a workbook is told', async () => {
  await expect(readDistrict(await written('d.yml', 'name: 安澜区'))).rejects.toThrow(
    '应为 .json 或 .xlsx',
  )
  await expect(readDistrict(await written('d.json', '{"name"'))).rejects.toThrow('不是 JSON')
  await expect(readDistrict('/nowhere/d.json')).rejects.toThrow('读不到')
})

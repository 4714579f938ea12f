import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/local/fill/decode-text'
import { readTable } from '../../../src/local/fill/read-table'

async function fileOf(name: string, bytes: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'lianxi-rows-')), name)
  await writeFile(file, bytes)
  return file
}

async function workbookOf(fillIn: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  fillIn(workbook.addWorksheet('周计划'))
  return fileOf('plan.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
}

test('a CSV with a byte order mark is read by its headings, blank cells are not given', async () => {
  const file = await fileOf(
    'a.csv',
    '\uFEFF领导姓名,日期,活动内容\n龚立言,2024-11-20,"调研,座谈"\n,,会见\n',
  )
  expect((await readTable(file)).rows).toEqual([
    { cells: { 领导姓名: '龚立言', 日期: '2024-11-20', 活动内容: '调研,座谈' } },
    { cells: { 活动内容: '会见' } },
  ])
})

test('where blanks clear, a blank cell empties the one it is for', async () => {
  const file = await fileOf('clears.csv', '编号,日期,活动内容\nWP-1,,会见\n')
  expect((await readTable(file, { clears: true })).rows).toEqual([
    { cells: { 编号: 'WP-1', 日期: '（清空）', 活动内容: '会见' } },
  ])
})

test('a CSV that Excel saved in GB18030 is read as well', async () => {
  // 日期,地点 / 周三,区委 in GB18030
  const bytes = [
    0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xb5, 0xd8, 0xb5, 0xe3, 0x0a, 0xd6, 0xdc, 0xc8, 0xfd, 0x2c, 0xc7,
    0xf8, 0xce, 0xaf, 0x0a,
  ]
  const file = await fileOf('b.csv', Uint8Array.from(bytes))
  expect((await readTable(file)).rows).toEqual([{ cells: { 日期: '周三', 地点: '区委' } }])
})

test('a table pasted from Word is read below its title, merged cells stand once', async () => {
  const file = await workbookOf((sheet) => {
    sheet.addRow(['区政协领导一周工作安排'])
    sheet.mergeCells('A1:C1')
    sheet.addRow(['领导\n姓名', '日 期', '活动内容'])
    sheet.addRow(['龚立言', new Date(Date.UTC(2024, 10, 20)), '调研'])
    sheet.addRow(['', '周四', { richText: [{ text: '会见' }, { text: '来宾' }] }])
    sheet.mergeCells('A3:A4')
  })
  expect((await readTable(file)).rows).toEqual([
    { cells: { 领导姓名: '龚立言', 日期: '2024-11-20', 活动内容: '调研' } },
    { cells: { 日期: '周四', 活动内容: '会见来宾' } },
  ])
})

test('11.20 shown in a number cell stays 11.20, and a time of day stays HH:mm', async () => {
  const file = await workbookOf((sheet) => {
    sheet.addRow(['日期', '开始'])
    const row = sheet.addRow([11.2, new Date(Date.UTC(1899, 11, 30, 14, 30))])
    row.getCell(1).numFmt = '0.00'
    row.getCell(2).numFmt = 'hh:mm'
  })
  expect((await readTable(file)).rows).toEqual([{ cells: { 日期: '11.20', 开始: '14:30' } }])
})

test.each([
  ['plan.txt', '日期', '应为 .csv 或 .xlsx'],
  ['plan.xlsx', 'not a workbook', '应为 .xlsx 工作簿'],
  ['plan.csv', '日期,地点\n', '没有数据行'],
  ['plan.csv', '日期,日期\n1,2\n', '“日期”出现了两次'],
  ['plan.csv', '日期,地点\n"周三,区委\n', '引号成对'],
])('%s that is no table is told in one sentence', async (name, bytes, told) => {
  await expect(readTable(await fileOf(name, bytes))).rejects.toThrow(told)
})

describe('what of a file is not taken is said in one sentence', () => {
  test('cells without a heading, between the columns and beyond them', async () => {
    const file = await workbookOf((sheet) => {
      sheet.addRow(['日期', '', '地点'])
      sheet.addRow(['周三', '机关', '三楼', '会议室'])
    })
    const { rows, notes } = await readTable(file)
    expect(rows).toEqual([{ cells: { 日期: '周三', 地点: '三楼' } }])
    expect(notes).toEqual([`${file} 的「周计划」：B2、D2没有表头，没有读入；要填的请补上列名。`])
  })

  test('sheets after the first', async () => {
    const workbook = new ExcelJS.Workbook()
    for (const name of ['周计划', '附件', '空表']) workbook.addWorksheet(name)
    for (const sheet of workbook.worksheets.slice(0, 2))
      sheet.addRows([
        ['日期', '地点'],
        ['周三', '三楼'],
      ])
    const file = await fileOf('two.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect((await readTable(file)).notes).toEqual([
      `${file}：只读第一张表「周计划」，「附件」没有读入。`,
    ])
  })

  test('errors and formulas without a result; links, rich text and results are text', async () => {
    const file = await workbookOf((sheet) => {
      sheet.addRow(['甲', '乙', '丙', '丁', '戊'])
      sheet.addRow([
        { error: '#DIV/0!' },
        { formula: 'A1' },
        { formula: 'B1', result: '会议' },
        { formula: 'C1', result: { error: '#REF!' } },
        { text: { richText: [{ text: '调' }, { text: '研' }] }, hyperlink: 'https://anlan.local' },
      ] as ExcelJS.CellValue[])
    })
    const { rows, notes } = await readTable(file)
    expect(rows).toEqual([{ cells: { 丙: '会议', 戊: '调研' } }])
    expect(notes).toEqual([
      `${file} 的「周计划」：A2 #DIV/0!、B2 公式没有结果、D2 #REF!，没有读入；请改为文字或数值。`,
    ])
  })

  const csv = '领导姓名,活动内容\r\n龚立言,到安澜中学调研座谈\r\n'
  const utf16 = (text: string, big: boolean): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le')
    return big ? bytes.swap16() : bytes
  }

  test.each([
    ['UTF-16, the low byte first', utf16(`\uFEFF${csv}`, false), 'UTF-16'],
    ['UTF-16, the high byte first', utf16(`\uFEFF${csv}`, true), 'UTF-16'],
    ['UTF-16 without a mark', utf16(csv, false), 'UTF-16'],
  ])('a CSV in %s', async (_name, bytes, said) => {
    const { rows, notes } = await readTable(await fileOf('c.csv', bytes))
    expect(rows).toEqual([{ cells: { 领导姓名: '龚立言', 活动内容: '到安澜中学调研座谈' } }])
    expect(notes).toEqual([expect.stringContaining(`按 ${said} 编码读入`)])
  })

  test('a CSV in Big5', async () => {
    // 領導姓名,活動內容 / 龔立言,到學校調研座談 in Big5
    const bytes = Buffer.from(
      'bbe2bec9a96da6572caca1b0caa4baae650d0ac5c7a5dfa8a52ca8ecbec7aed5bdd5ace3ae79bdcd0d0a',
      'hex',
    )
    const { text, readAs } = decodeText(bytes) ?? {}
    expect([text, readAs]).toEqual([
      '領導姓名,活動內容\r\n龔立言,到學校調研座談\r\n',
      'Big5（繁体）',
    ])
  })

  test('bytes that are no text', async () => {
    const file = await fileOf('d.csv', Uint8Array.from([0xff, 0x2c, 0xff, 0xff, 0x0a]))
    await expect(readTable(file)).rejects.toThrow('看不出是哪种编码')
  })
})

describe('a file that is larger than it looks', () => {
  test('a stray cell far below, and one far to the right, cost nothing', async () => {
    const file = await workbookOf((sheet) => {
      sheet.addRows([
        ['日期', '地点'],
        ['周三', '三楼'],
      ])
      sheet.getCell('A20000').value = ' '
      sheet.getCell('XFD3').value = '散落'
      sheet.mergeCells('C5:D6')
    })
    const started = performance.now()
    const { rows, notes } = await readTable(file)
    expect(rows).toEqual([{ cells: { 日期: '周三', 地点: '三楼' } }])
    expect(notes).toEqual([expect.stringContaining('XFD3没有表头')])
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('a merge over the whole sheet is not laid out cell by cell', async () => {
    const file = await workbookOf((sheet) => {
      sheet.addRows([
        ['日期', '地点'],
        ['周三', '三楼'],
      ])
      sheet.mergeCells('D1:E2')
    })
    const zip = await JSZip.loadAsync(await readFile(file))
    const path = 'xl/worksheets/sheet1.xml'
    const xml = (await zip.file(path)?.async('string')) ?? ''
    zip.file(path, xml.replace('D1:E2', 'D1:XFD1048576'))
    const bomb = await fileOf('merged.xlsx', await zip.generateAsync({ type: 'uint8array' }))
    expect((await readTable(bomb)).rows).toEqual([{ cells: { 日期: '周三', 地点: '三楼' } }])
  })

  test('one that grows beyond the limit when it is unpacked is refused with the limit', async () => {
    const zip = new JSZip()
    zip.file('xl/worksheets/sheet1.xml', new Uint8Array(60 * 1024 * 1024))
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    expect(bytes.length).toBeLessThan(100_000)
    await expect(readTable(await fileOf('bomb.xlsx', bytes))).rejects.toThrow('解开后超过 50 MB')
  })

  test('one over the limit as it is, or with too many rows, is refused with the limit', async () => {
    const large = await fileOf('large.csv', new Uint8Array(10 * 1024 * 1024 + 1))
    await expect(readTable(large)).rejects.toThrow('应不超过 10 MB')
    const long = await fileOf('long.csv', `日期,地点\n${'周三,三楼\n'.repeat(5001)}`)
    await expect(readTable(long)).rejects.toThrow('有 5001 行，一次应不超过 5000 行')
  })
})

import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { BadInput } from '../bad-input'
import { openWorkbook, sheetText, underHeadings } from './sheet-text'
import type { TypedRow } from './typing'

/**
 * The rows of a .csv or .xlsx (first sheet) file, by heading. A blank cell is not given;
 * cells merged in a Word table are blank below their first row.
 * @throws BadInput when the file cannot be read as a table.
 */
export async function readRows(file: string): Promise<TypedRow[]> {
  const { headings, rows } = underHeadings(await linesOf(file))
  const twice = headings.find((heading, index) => headings.indexOf(heading) !== index)
  if (twice !== undefined) {
    throw new BadInput(`${file} 表头：“${twice}”出现了两次，每个列名只应出现一次。`)
  }
  if (rows.length === 0) throw new BadInput(`${file}：没有数据行，应为一行表头和至少一行内容。`)
  return rows.map(({ cells }) => ({
    cells: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')),
  }))
}

async function linesOf(file: string): Promise<string[][]> {
  const kind = extname(file).toLowerCase()
  if (kind === '.csv') return csvLines(file)
  if (kind !== '.xlsx')
    throw new BadInput(`${file}：是${kind || '无后缀'}文件，应为 .csv 或 .xlsx。`)
  const sheet = (await openWorkbook(file)).worksheets[0]
  return sheet ? sheetText(sheet) : []
}

async function csvLines(file: string): Promise<string[][]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new BadInput(`${file}：读不到（${String(error)}），应为一个 .csv 文件。`)
  })
  try {
    return parse(decode(bytes), { bom: true, relax_column_count: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new BadInput(`${file}：不是完整的 CSV（${reason}），应为逗号分隔、引号成对的表。`)
  }
}

// Excel in Chinese saves .csv in GB18030 unless told otherwise.
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('gb18030').decode(bytes)
  }
}

import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { BadInput } from '../bad-input'
import { decodeText } from './decode-text'
import { openWorkbook, readWithin } from './open-workbook'
import { type Line, sheetText, underHeadings } from './sheet-text'
import { clear, type TypedRow } from './typing'

/** More than any office types at once; a file with more is not the one that was meant. */
const mostRows = 5000

/** The rows of a file, and what of it was not taken or read in a way of its own, in sentences. */
export type Table = { rows: TypedRow[]; notes: string[] }

/**
 * The rows of a .csv or .xlsx (first sheet) file, by heading. A blank cell is not given, or
 * empties the one it is for (`clears`);
 * cells merged in a Word table are blank below their first row.
 * @throws BadInput when the file cannot be read as a table.
 */
export async function readTable(file: string, blank = { clears: false }): Promise<Table> {
  const { lines, notes, where } = await linesOf(file)
  const { headings, rows, loose } = underHeadings(lines)
  const twice = headings.find((heading, index) => headings.indexOf(heading) !== index)
  if (twice !== undefined) {
    throw new BadInput(`${file} 表头：“${twice}”出现了两次，每个列名只应出现一次。`)
  }
  if (rows.length === 0) throw new BadInput(`${file}：没有数据行，应为一行表头和至少一行内容。`)
  if (rows.length > mostRows) {
    throw new BadInput(`${where}：有 ${rows.length} 行，一次应不超过 ${mostRows} 行，请分开填。`)
  }
  const typed = rows.map(({ cells }) => ({
    cells: Object.fromEntries(
      Object.entries(cells)
        .map(([heading, text]) => [heading, text === '' && blank.clears ? clear : text] as const)
        .filter(([, text]) => text !== ''),
    ),
  }))
  const under =
    loose.length === 0 ? [] : [`${where}：${some(loose)}没有表头，没有读入；要填的请补上列名。`]
  return {
    rows: typed.filter(({ cells }) => Object.keys(cells).length > 0),
    notes: [...notes, ...under],
  }
}

type Found = { lines: Line[]; notes: string[]; where: string }

async function linesOf(file: string): Promise<Found> {
  const kind = extname(file).toLowerCase()
  if (kind === '.csv') return csvLines(file)
  if (kind === '.xlsx') return xlsxLines(file)
  throw new BadInput(`${file}：是${kind || '无后缀'}文件，应为 .csv 或 .xlsx。`)
}

async function xlsxLines(file: string): Promise<Found> {
  const [first, ...others] = (await openWorkbook(file)).worksheets
  if (!first) return { lines: [], notes: [], where: file }
  const where = `${file} 的「${first.name}」`
  const { lines, unread } = sheetText(first)
  const left = others.filter((sheet) => sheet.actualRowCount > 0).map(({ name }) => `「${name}」`)
  return {
    lines,
    where,
    notes: [
      ...(left.length > 0
        ? [`${file}：只读第一张表「${first.name}」，${some(left)}没有读入。`]
        : []),
      ...(unread.length > 0 ? [`${where}：${some(unread)}，没有读入；请改为文字或数值。`] : []),
    ],
  }
}

async function csvLines(file: string): Promise<Found> {
  const decoded = decodeText(await readWithin(file))
  if (!decoded) {
    throw new BadInput(`${file}：看不出是哪种编码的文字，应另存为 UTF-8 的 .csv 或 .xlsx。`)
  }
  const { text, readAs } = decoded
  const notes = readAs === '' ? [] : [`${file}：按 ${readAs} 编码读入，请核对文字。`]
  return { lines: csvText(file, text), notes, where: file }
}

function csvText(file: string, text: string): Line[] {
  try {
    const records: string[][] = parse(text, { bom: true, relax_column_count: true })
    return records.map((cells, index) => ({ line: index + 1, cells }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new BadInput(`${file}：不是完整的 CSV（${reason}），应为逗号分隔、引号成对的表。`)
  }
}

/** The first few of a list, and how many there are. */
function some(all: readonly string[]): string {
  const few = all.slice(0, 5).join('、')
  return all.length > 5 ? `${few} 等${all.length}处` : few
}

import type { Font } from 'exceljs'
import { xmlText } from '../xml-text'
import { columnWidths, fitPoints, heightOf, pointsOfMm, textBlock } from './fit-paper'
import type { Paper, PaperPart } from './paper'
import { pagedParts } from './split-groups'
import { addTable, fonts, type Place, thin } from './table-xlsx'

const inchOfMm = 1 / 25.4
const paperSizes = { A3: 8, A4: 9 } as const
const defaultFont = '<font><sz val="10"/><name val="Arial"/><family val="2"/></font>'

/**
 * A paper as an .xlsx file that prints as it is: sheet, margins, one page wide, heads on every page.
 *
 * @returns the bytes of the file.
 */
export async function paperXlsx(given: Paper): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const points = fitPoints(given)
  const paper = { ...given, parts: pagedParts(given, points) }
  const [size = 'A4', way] = paper.format.split(' ')
  const [top, right, bottom, left] = paper.margins.map((each) => each * inchOfMm)
  const sheet = book.addWorksheet('打印件', {
    pageSetup: {
      orientation: way === 'landscape' ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: paper.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: {
        top: top ?? 0,
        right: right ?? 0,
        bottom: bottom ?? 0,
        left: left ?? 0,
        header: 0.1,
        footer: 0.2,
      },
    },
    headerFooter: paper.numbered ? { oddFooter: '&C第&P页　共&N页' } : {},
  })
  // A3 is 8 in the file; the library's own list of sizes leaves it out.
  Object.assign(sheet.pageSetup, { paperSize: paperSizes[size === 'A3' ? 'A3' : 'A4'] })
  const place: Place = { sheet, paper, points, edges: edgesOf(paper), row: 1 }
  place.edges.slice(1).forEach((edge, n) => {
    const mm = edge - (place.edges[n] ?? 0)
    sheet.getColumn(n + 1).width = Math.max(0.5, ((mm / 25.4) * 96 - 5) / 7)
  })
  for (const part of paper.parts) addPart(place, part)
  return withWidthsOf(await book.xlsx.writeBuffer())
}

/**
 * Column widths of a workbook count the figures of its default font. The library always names one
 * that many desks lack; where it is replaced by another the page no longer fills its sheet.
 */
async function withWidthsOf(bytes: ArrayBuffer | Uint8Array): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip')
  const zip = await JSZip.loadAsync(bytes)
  const styles = (await zip.file('xl/styles.xml')?.async('string')) ?? ''
  zip.file(
    'xl/styles.xml',
    styles.replace(/<font>(?:(?!<\/font>).)*"Calibri"\/><\/font>/, defaultFont),
  )
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The left edges of all columns of all tables, in millimetres, and the right edge of the text. */
function edgesOf(paper: Paper): number[] {
  const { width } = textBlock(paper)
  const all = new Set<number>([0, Math.round(width / 2), Math.round(width)])
  for (const part of paper.parts) {
    if (part.is !== 'table') continue
    let at = 0
    for (const each of columnWidths(paper, part)) {
      at += each
      all.add(Math.round(at))
    }
  }
  return [...all].sort((a, b) => a - b)
}

function addPart(place: Place, part: PaperPart): void {
  if (part.is === 'table') return addTable(place, part)
  if (part.is === 'text' && part.text === '') return
  const { sheet, paper, edges } = place
  const last = edges.length - 1
  if (part.is === 'title') {
    const under = [part.beneath, part.note].filter((text) => text).join('　')
    const height = heightOf(paper, part) - (under === '' ? 0 : 7)
    whole(place, part.text, { name: fonts.title, size: 22 }, height, 'center')
    if (under !== '') whole(place, under, { name: fonts.body, size: 12 }, 7, 'center')
    return
  }
  if (part.is === 'text') {
    const small = part.as === 'small'
    const text = part.as === 'body' || part.as === 'heading' ? `　　${part.text}` : part.text
    const name = part.as === 'heading' ? fonts.head : fonts.body
    return whole(place, text, { name, size: small ? 10 : 14 }, heightOf(paper, part), 'left')
  }
  if (part.is === 'tail') {
    for (const each of part.lines) {
      whole(place, `${each}　　`, { name: fonts.body, size: 14 }, 8, 'right')
    }
    return
  }
  if (part.is === 'rule' || part.is === 'cut') {
    const text = part.is === 'cut' ? `${'- '.repeat(20)}${part.text}${' -'.repeat(20)}` : ''
    whole(place, text, { name: fonts.body, size: 9 }, heightOf(paper, part), 'center')
    if (part.is === 'rule') {
      sheet.getCell(place.row - 1, 1).border = { bottom: { style: 'medium' } }
    }
    return
  }
  if (part.is === 'box') {
    whole(place, part.label, { name: fonts.body, size: 14 }, part.height, 'left', 'top')
    sheet.getCell(place.row - 1, 1).border = thin
    return
  }
  const middle = Math.max(
    1,
    edges.findIndex((edge) => edge >= (edges[last] ?? 0) / 2),
  )
  const font = { name: fonts.body, size: 11, ...(part.grey ? { color: { argb: 'FF808080' } } : {}) }
  put(place, 0, middle, part.left, font, 'left')
  put(
    place,
    middle,
    last,
    [part.middle, part.right].filter((each) => each).join('　'),
    font,
    'right',
  )
  sheet.getRow(place.row).height = 6 * pointsOfMm
  place.row += 1
}

/** A text over the whole width of the page. */
function whole(
  place: Place,
  text: string,
  font: Partial<Font>,
  height: number,
  horizontal: 'left' | 'center' | 'right',
  vertical: 'top' | 'middle' = 'middle',
): void {
  put(place, 0, place.edges.length - 1, text, font, horizontal)
  place.sheet.getCell(place.row, 1).alignment = { horizontal, vertical, wrapText: true }
  place.sheet.getRow(place.row).height = height * pointsOfMm
  place.row += 1
}

function put(
  { sheet, row }: Place,
  from: number,
  to: number,
  text: string,
  font: Partial<Font>,
  horizontal: 'left' | 'center' | 'right',
): void {
  const cell = sheet.getCell(row, from + 1)
  cell.value = xmlText(text)
  cell.font = font
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true }
  if (to - from > 1) sheet.mergeCells(row, from + 1, row, to)
}

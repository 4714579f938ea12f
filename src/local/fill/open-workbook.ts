import { readFile, stat } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { BadInput } from '../bad-input'
import { messageOf } from '../message-of'

const mega = 1024 * 1024
/** A plan of a year has less than one; what is larger would hold the machine for minutes. */
const mostBytes = 10 * mega
const mostInflated = 50 * mega

/** What a table is read without: looks, and ranges that would be laid out cell by cell. */
const ignoreNodes = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'tableParts',
  'autoFilter',
  'extLst',
]

/**
 * Opens an .xlsx file to read its cells.
 * @throws BadInput when it is none, or larger than a table of an office is.
 */
export async function openWorkbook(file: string): Promise<ExcelJS.Workbook> {
  const bytes = await readWithin(file)
  await mustInflateWithin(file, bytes)
  const workbook = new ExcelJS.Workbook()
  try {
    return await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes })
  } catch (error) {
    throw notOpened(file, error)
  }
}

/** The bytes of a file. @throws BadInput when it cannot be read, or is too large. */
export async function readWithin(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > mostBytes) {
      throw new BadInput(`${file}：有 ${inMega(size)} MB，应不超过 ${inMega(mostBytes)} MB。`)
    }
    return await readFile(file)
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${file}：读不到（${messageOf(error)}），应为可以读的文件。`)
  }
}

function inMega(bytes: number): number {
  return Math.ceil(bytes / mega)
}

// The sizes that the file states may be untrue: what comes out is counted, and the rest left there.
async function mustInflateWithin(file: string, bytes: Uint8Array): Promise<void> {
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw notOpened(file, error)
  })
  let left = mostInflated
  for (const entry of Object.values(zip.files)) {
    left -= await inflatedSize(entry, left).catch((error: unknown) => {
      throw notOpened(file, error)
    })
    if (left >= 0) continue
    throw new BadInput(
      `${file}：解开后超过 ${inMega(mostInflated)} MB，应只留要填的表，去掉图片和多余的行。`,
    )
  }
}

/** The size of an entry as it is, or as soon as it is more than `most`. */
function inflatedSize(entry: JSZip.JSZipObject, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0
    const stream = entry.nodeStream('nodebuffer')
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.length
      if (size <= most) return
      stream.pause()
      resolve(size)
    })
    stream.on('error', reject)
    stream.on('end', () => {
      resolve(size)
    })
  })
}

function notOpened(file: string, error: unknown): BadInput {
  return new BadInput(`${file}：打不开（${messageOf(error)}），应为 .xlsx 工作簿。`)
}

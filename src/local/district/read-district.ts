import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { BadInput } from '../bad-input'
import { openWorkbook } from '../fill/open-workbook'
import type { District } from './district'
import { districtOfSheets } from './district-sheets'
import { checkDistrict } from './mistakes'

/**
 * The district written in a .json or .xlsx file.
 * @throws BadInput with one sentence for each mistake.
 */
export async function readDistrict(file: string): Promise<District> {
  const kind = extname(file).toLowerCase()
  if (kind === '.xlsx') return districtOfSheets(await openWorkbook(file))
  if (kind !== '.json') {
    throw new BadInput(`${file}：是${kind || '无后缀'}文件，应为 .json 或 .xlsx。`)
  }
  return checkDistrict(await readJson(file))
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new BadInput(`${file}：读不到（${String(error)}），应为一个 .json 文件。`)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new BadInput(`${file}：不是 JSON（${String(error)}），应为 docs/district.md 所写的内容。`)
  }
}

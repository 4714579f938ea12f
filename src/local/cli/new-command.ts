import { resolve } from 'node:path'
import { BadInput } from '../bad-input'
import { createWorkspace } from '../create-workspace'
import type { District } from '../district/district'
import { readDistrict } from '../district/read-district'
import { sampleDistrict } from '../sample/sample-district'
import { mondayOfMoment, sayMoment } from '../say-moment'
import type { CommonOptions } from './options'
import { readMoment } from './read-moment'
import { answer, type ExitCode, type Shell } from './shell'

export type NewOptions = CommonOptions & { district?: string; at?: string }

/** `lianxi new DIR`: a district's workbooks, set up and empty; without --district the sample's. */
export async function newCommand(
  shell: Shell,
  folder: string,
  options: NewOptions,
): Promise<ExitCode> {
  const dir = resolve(shell.cwd, folder)
  const at = options.at === undefined ? undefined : readMoment(options.at)
  const moment = at ?? shell.wallNow()
  const district =
    options.district === undefined
      ? sampleDistrict(mondayOfMoment(moment + 7 * 86_400_000))
      : await districtOf(resolve(shell.cwd, options.district))
  await createWorkspace({ dir, district, ...(at === undefined ? {} : { at }) }, shell.open)
  const desks = district.offices.filter((office) => office.desk).length
  const clock = at === undefined ? '真实时钟' : `时间设在 ${sayMoment(at)}`
  const result = { dir, district: district.name, desks, at: at ?? null }
  answer(shell, options.json === true, result, [
    `已建立${district.name}工作区：${dir}（总台账、总览和 ${desks} 个工作台，${clock}）。`,
  ])
  return 0
}

/** Reads a district file; each mistake is said with the file's name. */
async function districtOf(file: string): Promise<District> {
  try {
    return await readDistrict(file)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.sentences.map((one) => (one.includes(file) ? one : `${file} ${one}`)))
  }
}

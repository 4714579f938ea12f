import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Faults, Run } from '../../src/local/contract'
import { play } from '../../src/local/play'
import { momentOf, type Row, type SmallDistrict } from './small-district'

/** The newest machine ledger's tab, row by row under its headings. */
export const ledgerRows = (district: SmallDistrict, tab: string): Row[] => {
  const ledgers = district.workspace.store.books().filter(({ kind }) => kind === 'ledger')
  const name = ledgers[ledgers.length - 1]?.name
  return name === undefined ? [] : district.page(name, tab)
}

/** What happened to rows of a register so far: happening, 编号, field and new value. */
export const rowEvents = (district: SmallDistrict, register: string): string[] =>
  ledgerRows(district, '事件')
    .filter((row) => row['表'] === register)
    .map((row) => [row['事件'], row['编号'], row['字段'], row['新值']].join(' '))

/** The files of a workspace whose bytes hold a text, in UTF-8 or the other form mail has it in. */
export const filesWith = (dir: string, text: string): string[] => {
  const forms = [Buffer.from(text), Buffer.from(Buffer.from(text).toString('base64').slice(0, 12))]
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return forms.some((form) => bytes.includes(form))
    })
}

/** Plays up to this moment and runs its tick with faults. */
export const tickWith = async (
  { workspace }: SmallDistrict,
  at: string,
  faults: Faults,
): Promise<Run> => {
  await play(workspace, { until: momentOf(at), before: true })
  workspace.moveTo(Math.max(momentOf(at), workspace.now()))
  const run = await workspace.call('tick', [], faults)
  workspace.store.setFact('played', String(momentOf(at)))
  return run
}

import { expect } from 'vitest'
import { readLooks } from '../../src/jobs/read-looks'
import { differences } from '../../src/layout/differences'
import type { LooksRequest } from '../../src/layout/looks-request'
import { todoLook } from '../../src/layout/page-looks'
import { registerLook } from '../../src/layout/register-looks'
import type { Band } from '../../src/layout/rows-to-read'
import { sheetIdOf, type TabLook } from '../../src/layout/tab-look'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { memoryPorts } from '../fakes/memory-ports'
import { tinyWorkspace } from '../local/tiny-workspace'

export const desk: TabLook[] = [
  todoLook('本办待办', ['类别', '事项', '说明']),
  registerLook(handIn, 1),
  registerLook(weeklyPlan, 2),
]

export const editors = ['role@anlan.local']
export const plan = sheetIdOf('周计划填报')
export const todo = sheetIdOf('本办待办')

/** A workbook of the local store, and what repairing its looks takes. */
export const workbook = (tabs: TabLook[] = desk) => {
  const { store, control, run } = tinyWorkspace()
  const { ports } = memoryPorts()
  ports.layout.read = (_, asked) => {
    const ended = run(`return Sheets.Spreadsheets.get('${control}', ${JSON.stringify(asked)})`)
    expect(ended.outcome, ended.error).toBe('done')
    return ended.result
  }
  const looks = (band?: Band) => readLooks(ports, control, tabs, band ? { band } : {})
  const wanted = (band?: Band): LooksRequest[] => differences(looks(band), tabs, editors)
  const repair = () => {
    const requests = wanted()
    if (requests.length > 0) store.looks(control, requests)
    return requests
  }
  const spoil = (...requests: LooksRequest[]) => {
    store.looks(control, requests)
  }
  const names = () => store.view(control).map(({ name }) => name)
  return { store, control, wanted, repair, spoil, names }
}

export const kinds = (requests: LooksRequest[]) => [
  ...new Set(requests.flatMap((each) => Object.keys(each))),
]

export const cells = (sheetId: number, column: number) => ({
  sheetId,
  startRowIndex: 2,
  endRowIndex: 6,
  startColumnIndex: column,
  endColumnIndex: column + 1,
})

export const at = (key: string) => Object.keys(weeklyPlan.fields).indexOf(key)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Workspace } from '../../src/local/contract'
import { openWorkspace } from '../../src/local/open-workspace'
import { type LocalStore, openStore } from '../../src/local/store'
import { makeDistrict, momentOf, type SmallDistrict } from './small-district'

const sentence = '这是副本，不能运行'

const copyTabs = (from: LocalStore, book: string, to: LocalStore, copy: string): void => {
  for (const { sheetId, name, rows } of from.view(book)) {
    if (sheetId !== 0) to.looks(copy, [{ addSheet: { properties: { sheetId, title: name } } }])
    const edits = rows.map((cells) => ({
      kind: 'append' as const,
      values: cells.map((text) => (text === '' ? '' : `'${text}`)),
    }))
    to.type(copy, sheetId, edits, '许明远')
  }
}

/**
 * What somebody gets who copies 总台账: the same cells under an id of its own, with the bound script.
 * The workbooks it was copied beside are all there, as they are in Drive.
 */
const copyControl = async (
  district: SmallDistrict,
  properties: Record<string, string>,
): Promise<Workspace> => {
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-copy-'))
  const original = openStore(district.dir)
  const store = openStore(parent)
  store.setFact('clock', `set:${original.now()}`)
  for (const { id, name, kind } of original.books()) {
    // The script is bound to the workbook of kind control: here that is the copy alone.
    const book = store.createBook(name, kind === 'control' ? 'dashboard' : kind)
    expect(book).toBe(id)
    copyTabs(original, id, store, book)
  }
  copyTabs(original, district.book('总台账'), store, store.createBook('总台账的副本', 'control'))
  store.setProperties(properties)
  store.close()
  original.close()
  const workspace = await openWorkspace(parent, { inProcess: true })
  onTestFinished(async () => {
    await workspace.close()
    rmSync(parent, { recursive: true, force: true })
  })
  return workspace
}

const standing = (workspace: Workspace) => ({
  books: workspace.store.books(),
  properties: workspace.store.properties(),
})

const jobs = ['tick', 'controlEdited', 'selfCheck', 'askCollect', 'askApproval', 'askRepair']

it.each(['the properties of the original', 'no properties, as Google copies a script'])(
  'E40: every job in a copy of the control workbook refuses and changes nothing (%s)',
  async (which) => {
    const district = await makeDistrict('2024-11-11 09:00')
    await district.playTo('2024-11-14 14:50')
    const properties = which.startsWith('the') ? district.workspace.store.properties() : {}
    const copy = await copyControl(district, properties)
    copy.moveTo(momentOf('2024-11-14 15:00'))
    const before = standing(copy)
    for (const job of jobs) {
      const run = await copy.call(job, [])
      expect(`${job} ${JSON.stringify(run.result ?? run.error)}`).toContain(sentence)
    }
    expect(standing(copy)).toEqual(before)
    expect(await copy.inbox()).toEqual([])

    await district.playTo('2024-11-14 15:00')
    expect(await district.letters()).not.toEqual([])
  },
)

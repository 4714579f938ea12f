import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createWorkspace } from '../../src/local/create-workspace'
import { describeWorkspace } from '../../src/local/description'
import { fill } from '../../src/local/fill/fill'
import { fireEdit } from '../../src/local/fire-edit'
import { openWorkspace } from '../../src/local/open-workspace'
import { makeDistrict, smallDistrict } from '../acceptance/small-district'

test('on the real clock a request typed into 总台账 is done at once, another tab does nothing', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-edit-'))
  const dir = join(parent, 'workspace')
  const open = (at: string) => openWorkspace(at, { inProcess: true })
  await createWorkspace({ dir, district: smallDistrict('2024-11-18') }, open)
  const workspace = await open(dir)
  onTestFinished(async () => {
    await workspace.close()
    rmSync(parent, { recursive: true, force: true })
  })
  const described = await describeWorkspace(workspace)
  const type = async (tab: string, cells: Record<string, string>) => {
    const typing = { at: workspace.now(), desk: '总台账', tab, by: '周衡', rows: [{ cells }] }
    const { book } = await fill(workspace, typing, described)
    return fireEdit(workspace, book, tab)
  }
  const [other] = await type('外出请假', { 姓名: '叶知秋', 自: '2024-11-20' })
  expect(other).toMatchObject({
    fn: 'controlEdited',
    outcome: 'done',
    result: expect.stringContaining('"idle"'),
  })
  const [asked] = await type('手动操作', { 事项: '立即汇总' })
  expect(asked).toMatchObject({
    fn: 'controlEdited',
    outcome: 'done',
    result: expect.stringContaining('"done"'),
  })
  const control = workspace.store.books().find(({ kind }) => kind === 'control')
  const requests = workspace.store.texts(control?.id ?? '').find(({ name }) => name === '手动操作')
  expect(requests?.rows.flat()).toContain('已办')
})

test('on a set clock an edit fires nothing: it is read by the tick of its moment', async () => {
  const { workspace, book } = await makeDistrict('2024-11-15 08:30')
  expect(await fireEdit(workspace, book('总台账'), '手动操作')).toEqual([])
})

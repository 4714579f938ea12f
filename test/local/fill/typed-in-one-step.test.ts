import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Workspace } from '../../../src/local/contract'
import { describeWorkspace } from '../../../src/local/description'
import { fill } from '../../../src/local/fill/fill'
import type { Typing } from '../../../src/local/fill/typing'
import { openWorkspace } from '../../../src/local/open-workspace'
import { typeDue } from '../../../src/local/type-due'
import { testShell } from '../cli/test-shell'
import { toyBundle } from '../cli/toy-bundle'

const at = Date.parse('2024-11-18T09:00:00+08:00')
const typing = (what: string): Typing => ({
  at,
  desk: '区委办',
  tab: '工作表1',
  by: '谭疏影',
  rows: [{ cells: { 领导姓名: '江岳', 活动内容: what } }],
})

async function district() {
  const box = testShell()
  onTestFinished(box.remove)
  await box.run('new', 'ws', '--at', '2024-11-18 08:00')
  const dir = join(box.cwd, 'ws')
  const opened = () => openWorkspace(dir, { inProcess: true, code: toyBundle })
  return { dir, opened }
}

async function typed(workspace: Workspace): Promise<string[]> {
  const { books } = await describeWorkspace(workspace)
  const desk = books.find(({ name }) => name === '区委办工作台')?.book ?? ''
  const rows = workspace.store.texts(desk)[0]?.rows ?? []
  return rows.slice(1).flatMap((row) => row.slice(2))
}

const logged = (dir: string) =>
  readFileSync(join(dir, 'fills.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as Typing).rows[0]?.cells['活动内容'])

test('a play that dies between a typing and what comes after it does not type it again', async () => {
  const { dir, opened } = await district()
  const typings = ['甲', '乙', '丙'].map(typing)
  for (let death = 0; death < 3; death += 1) {
    const workspace = await opened()
    const described = await describeWorkspace(workspace)
    const dying = typeDue(workspace, typings, at, async (one, facts) => {
      await fill(workspace, one, described, facts)
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    await workspace.close()
  }
  const workspace = await opened()
  expect(await typed(workspace)).toEqual(['甲', '乙', '丙'])
  expect(logged(dir)).toEqual(['甲', '乙', '丙'])
  await workspace.close()
})

test('a typing that is refused leaves no line, no mark and no row', async () => {
  const { opened } = await district()
  const workspace = await opened()
  const described = await describeWorkspace(workspace)
  const book = described.books.find(({ kind }) => kind === 'desk')?.book ?? ''
  const note = { log: { what: '甲' }, facts: { sampleTyped: 'x' } }
  const edits = [
    { kind: 'append' as const, values: ['', '江岳', '甲'] },
    { kind: 'delete' as const, rowKey: 'no such row' },
  ]
  expect(() => workspace.store.type(book, 0, edits, '谭疏影', note)).toThrow('已经不在了')
  expect(workspace.store.typings(0)).toEqual([])
  expect(workspace.store.fact('sampleTyped')).toBeUndefined()
  expect(await typed(workspace)).toEqual([])
  await workspace.close()
})

test.each([
  ['not at all', () => ''],
  ['in part', (line: string) => line.slice(0, 12)],
  ['whole', (line: string) => line],
])('a line that a death left written %s is written once by the next writer', async (_, left) => {
  const { dir, opened } = await district()
  const file = join(dir, 'fills.jsonl')
  const first = await opened()
  await fill(first, typing('甲'), await describeWorkspace(first))
  const noted = first.store.fact('fillLog') ?? ''
  const before = readFileSync(file, 'utf8')
  await fill(first, typing('乙'), await describeWorkspace(first))
  const line = readFileSync(file, 'utf8').slice(before.length)
  first.store.setFact('fillLog', noted)
  writeFileSync(file, before + left(line))
  await first.close()
  const next = await opened()
  expect(logged(dir)).toEqual(['甲', '乙'])
  await next.close()
})

test('what an older version logged stays', async () => {
  const { dir, opened } = await district()
  const line = `${JSON.stringify({ at: 1, by: '谭疏影', rows: [{ cells: { 活动内容: '旧' } }] })}\n`
  appendFileSync(join(dir, 'fills.jsonl'), line)
  const workspace = await opened()
  await fill(workspace, typing('甲'), await describeWorkspace(workspace))
  await workspace.close()
  expect(logged(dir)).toEqual(['旧', '甲'])
})

import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleDistrict } from '../../../src/local/sample/sample-district'
import { openStore } from '../../../src/local/store'
import { testShell } from './test-shell'

let box: ReturnType<typeof testShell>
const put = (name: string, text: string) => writeFileSync(join(box.cwd, name), text)
const atWorkspace = ['--in', 'ws']

/** One sentence: no line break, no stack, and it names what was given. */
function expectSentence(text: string, ...named: string[]) {
  expect(text.split('\n')).toHaveLength(1)
  expect(text).toMatch(/。$/)
  for (const name of named) expect(text).toContain(name)
}

beforeEach(() => {
  box = testShell()
})

afterEach(() => box.remove())

describe('lianxi new', () => {
  it('makes the ledger, the overview and a desk for each office that has one', async () => {
    const { code, out } = await box.run('new', 'ws', '--at', '2024-11-18')
    expect(code).toBe(0)
    expect(out).toContain('已建立安澜区工作区')
    const store = openStore(join(box.cwd, 'ws'))
    const names = store.books().map((book) => book.name)
    expect(names).toEqual(expect.arrayContaining(['总台账', '总览', '区委办工作台']))
    expect(store.fact('clock')).toBe(`set:${Date.parse('2024-11-18T18:00:00+08:00')}`)
    store.close()
  })

  it('refuses a folder that is not empty and changes nothing in it', async () => {
    await box.run('new', 'ws', '--at', '2024-11-18')
    const before = readdirSync(join(box.cwd, 'ws'))
    const { code, err } = await box.run('new', 'ws')
    expect(code).toBe(1)
    expectSentence(err, 'ws', '已存在')
    expect(readdirSync(join(box.cwd, 'ws'))).toEqual(before)
  })

  it('leaves nothing behind when the district file is wrong or the set-up fails', async () => {
    put('bad.json', '{"name": "安澜区"}')
    const wrong = await box.run('new', 'ws', '--district', 'bad.json')
    expect(wrong.code).toBe(1)
    expect(wrong.err).toContain('bad.json')
    const missing = await box.run('new', 'ws', '--district', 'none.json')
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('none.json')
    expect(existsSync(join(box.cwd, 'ws'))).toBe(false)
    const refused = { ...sampleDistrict('2024-11-18'), name: '坏区' }
    put('refused.json', JSON.stringify(refused))
    const failed = await box.run('new', 'ws', '--district', 'refused.json')
    expect(failed.code).toBe(1)
    expect(failed.err).toContain('程序出错，没有做完；详情记在')
    expect(readdirSync(box.cwd)).toEqual(['bad.json', 'refused.json'])
  })
})

describe('bad input', () => {
  beforeEach(async () => {
    await box.run('new', 'ws', '--at', '2024-11-18')
    put('rows.csv', '领导姓名,活动内容\n江岳,调研\n')
  })

  it.each([
    [['tick', '--at', '2024-02-30'], '2024-02-30'],
    [['tick', '--at', '明天'], '明天'],
    [['trace', '0'], '0'],
    [['serve', '--port', '99999'], '99999'],
    [['play'], '--until'],
    [['frobnicate'], 'frobnicate'],
    [['show', '--frob'], '--frob'],
    [['fill', 'rows.csv', '--desk', '区委办'], '--register'],
    [['fill', '--desk', '区委办', '--register', 'weekly-plan'], '文件'],
    [['rebuild'], '--check'],
    [['show', '--tab', '周计划填报'], '--desk'],
  ])('%j is wrong usage: exit 2 and one sentence', async (argv, named) => {
    const { code, err } = await box.run(...argv, ...atWorkspace)
    expect(code).toBe(2)
    expectSentence(err, named)
  })

  it.each([
    [['fill', 'rows.csv', '--desk', '区文旅局', '--register', '工作表1'], '区文旅局', '区委办'],
    [['fill', 'rows.csv', '--desk', '区委办', '--register', '周计划'], '周计划', '工作表1'],
    [['fill', 'none.csv', '--desk', '区委办', '--register', '工作表1'], 'none.csv', '.csv'],
    [['show', '--desk', '区文旅局'], '区文旅局', '区委办'],
    [['show', '--desk', '区委办', '--tab', '周'], '周', '工作表1'],
    [['mail', '7'], '7', '1'],
    [['tick', '--at', '2024-11-17'], '2024-11-17 18:00', '2024-11-18 18:00'],
    [['play', '--until', '2024-11-17'], '2024-11-17 18:00', '2024-11-18 18:00'],
  ])('%j is not there: exit 1 and one sentence', async (argv, given, wanted) => {
    const { code, err } = await box.run(...argv, ...atWorkspace)
    expect(code).toBe(1)
    expectSentence(err, given, wanted)
  })

  it('is said as JSON when JSON was asked for', async () => {
    const { code, err } = await box.run('show', '--desk', '区文旅局', '--json', ...atWorkspace)
    expect(code).toBe(1)
    expect(JSON.parse(err)).toEqual({ error: expect.stringContaining('区文旅局') as string })
  })

  it('in a folder without a workspace says where one is wanted', async () => {
    const { code, err } = await box.run('show', '--in', 'elsewhere')
    expect(code).toBe(1)
    expectSentence(err, 'elsewhere', 'lianxi new')
  })
})

describe('a set clock', () => {
  beforeEach(() => box.run('new', 'ws', '--at', '2024-11-18 08:00'))

  it('is moved by tick --at, and what the tick did is said', async () => {
    const { code, out } = await box.run('tick', '--at', '2024-11-18 09:00', ...atWorkspace)
    expect(code).toBe(0)
    expect(out).toContain('2024-11-18 09:00 读 1 本，记 2 条')
  })

  it('is played to the moment before rows are typed, and the tick of that moment comes after', async () => {
    put('rows.csv', '领导姓名,活动内容\n江岳,调研\n')
    const typed = ['--desk', '区委办', '--register', 'weekly-plan', '--by', '许明远']
    const at = ['--at', '2024-11-18 10:00']
    const { code, out } = await box.run('fill', 'rows.csv', ...typed, ...at, ...atWorkspace)
    expect(code).toBe(0)
    expect(out).toContain('新增 1 行')
    await box.run('play', '--until', '2024-11-18 12:00', ...atWorkspace)
    const runs = JSON.parse((await box.run('trace', '--json', ...atWorkspace)).out) as {
      at: number
      fn: string
    }[]
    const ticks = runs.filter((run) => run.fn === 'tick').map((run) => run.at)
    const clock = ticks.map((at) => new Date(at + 28_800_000).toISOString().slice(11, 16))
    expect(clock).toEqual(['12:00', '10:10', '10:00', '09:50', '08:10', '08:00'])
    const shown = await box.run('show', '--desk', '区委办', ...atWorkspace)
    expect(shown.out).toContain('江岳')
    put('rows.csv', '领导姓名,活动内容,车辆\n江岳,调研,甲\n')
    const again = await box.run('fill', 'rows.csv', ...typed, ...atWorkspace)
    expect(again.out).toContain('表中没有车辆，这些列没有填入')
    expect(again.out).toContain('有 1 行与表中已有的行相同（第1行），没有重复填入')
    expect(again.out).toContain('新增 0 行')
    const odd = await box.run('fill', 'rows.csv', ...typed, '--blank', '清', ...atWorkspace)
    expect(odd.code).toBe(1)
    expectSentence(odd.err, '清', 'clears')
  })
})

describe('a real clock', () => {
  it('takes no --at, and play catches up to now', async () => {
    await box.run('new', 'ws')
    const refused = await box.run('tick', '--at', '2030-01-01', ...atWorkspace)
    expect(refused.code).toBe(1)
    expectSentence(refused.err, '真实时钟')
    const played = await box.run('play', ...atWorkspace)
    expect(played.code).toBe(0)
    const store = openStore(join(box.cwd, 'ws'))
    expect(store.fact('clock')).toBe('real')
    store.close()
  })
})

describe('reading commands', () => {
  beforeEach(() => box.run('new', 'ws', '--at', '2024-11-18 08:00'))

  it('export writes every workbook as an .xlsx file', async () => {
    const { code } = await box.run('export', 'out', ...atWorkspace)
    expect(code).toBe(0)
    expect(readdirSync(join(box.cwd, 'out'))).toEqual(
      expect.arrayContaining(['总台账.xlsx', '区委办工作台.xlsx']),
    )
  })

  it('rebuild --check ends with 1 and names the cell that differs', async () => {
    expect((await box.run('rebuild', '--check', ...atWorkspace)).code).toBe(0)
    const store = openStore(join(box.cwd, 'ws'))
    store.setProperties({ ...store.properties(), altered: 'yes' })
    store.close()
    const { code, out } = await box.run('rebuild', '--check', ...atWorkspace)
    expect(code).toBe(1)
    expect(out).toContain('一周安排表')
    expect(out).toContain('改过')
  })

  it('the inbox is empty at first, and help ends with 0', async () => {
    expect((await box.run('mail', ...atWorkspace)).out).toContain('还没有邮件')
    const { code, out } = await box.run('--help')
    expect(code).toBe(0)
    expect(out).toContain('用法：')
    expect((await box.run('fill', '--help')).out).toContain('--register')
  })
})

describe('lianxi serve --smtp', () => {
  it('refuses what is no mail server and leaves the letters where they went', async () => {
    await box.run('new', 'ws', '--at', '2024-11-18')
    const { code, err } = await box.run('serve', '--smtp', 'mail.example', ...atWorkspace)
    expect(code).toBe(2)
    expectSentence(err, '--smtp', 'mail.example', 'smtp://')
    const store = openStore(join(box.cwd, 'ws'))
    expect(store.fact('mail')).toBeUndefined()
    store.close()
  })
})

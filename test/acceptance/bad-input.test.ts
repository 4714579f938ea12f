import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { runCli } from '../../src/local/cli/run-cli'
import type { Shell } from '../../src/local/cli/shell'
import { openWorkspace } from '../../src/local/open-workspace'
import { openStore } from '../../src/local/store'
import { smallDistrict } from './small-district'

/** A folder with a command line over the real bundle. */
const terminal = () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lianxi-bad-'))
  onTestFinished(() => {
    rmSync(cwd, { recursive: true, force: true })
  })
  const said: { out: string[]; err: string[] } = { out: [], err: [] }
  const ending = new AbortController()
  const shell: Shell = {
    cwd,
    out: (line) => said.out.push(line),
    err: (line) => said.err.push(line),
    tty: false,
    wallNow: () => Date.parse('2024-11-11T09:00:00+08:00'),
    open: (dir, how) => openWorkspace(dir, { inProcess: true, isReading: how === 'reading' }),
    run: runCli,
    served: false,
    signal: ending.signal,
  }
  const run = async (...argv: string[]) => {
    said.out = []
    said.err = []
    const code = await runCli(argv, shell)
    return { code, out: said.out.join('\n'), err: said.err.join('\n') }
  }
  const put = (name: string, content: string) => {
    writeFileSync(join(cwd, name), content)
  }
  put('district.json', JSON.stringify(smallDistrict('2024-11-18')))
  return { cwd, shell, run, put, end: () => ending.abort() }
}

type Terminal = ReturnType<typeof terminal>

const created = async (): Promise<Terminal> => {
  const box = terminal()
  const made = await box.run('new', 'ws', '--district', 'district.json', '--at', '2024-11-11 09:00')
  expect(made).toMatchObject({ code: 0, err: '' })
  return box
}

/** Everything a workspace holds that a person or a tick could have changed. */
const standing = ({ cwd }: Terminal) => {
  const store = openStore(join(cwd, 'ws'))
  try {
    const log = join(cwd, 'ws', 'fills.jsonl')
    return {
      books: store.books(),
      cells: store.books().map(({ id }) => store.view(id)),
      properties: store.properties(),
      clock: store.fact('clock'),
      typed: existsSync(log) ? readFileSync(log, 'utf8') : '',
      files: readdirSync(cwd).toSorted(),
    }
  } finally {
    store.close()
  }
}

const expectSentences = (text: string, count: number, named: readonly string[]) => {
  const lines = text.split('\n')
  expect(lines).toHaveLength(count)
  for (const line of lines) expect(line).toMatch(/。$/)
  for (const name of named) expect(text).toContain(name)
}

it('bad input: fill, tick, show and mail say where, what was given and what is wanted; nothing changes', async () => {
  const box = await created()
  box.put('plan.csv', '周次,领导姓名,日期,活动内容\n2024-11-18,江岳,11月20日,调研\n')
  box.put('heading.csv', '何时,谁,干什么\n2024-11-18,江岳,调研\n')
  box.put('twice.csv', '周次,领导姓名,领导姓名\n2024-11-18,江岳,江岳\n')
  box.put('empty.csv', '周次,领导姓名\n')
  box.put('broken.csv', '周次,领导姓名\n"2024-11-18,江岳\n')
  box.put('number.csv', '编号,活动内容\nQWB-0099,调研\n')
  box.put('script.csv', '周次,单位,截止\n2024-11-25,区委办,明天\n')
  box.put('plan.docx', '')
  const plan = ['--register', 'weekly-plan']
  const cases: [argv: string[], code: number, named: string[]][] = [
    [['fill', 'plan.csv', '--desk', '区文旅局', ...plan], 1, ['区文旅局', '区委办', '总台账']],
    [['fill', 'plan.csv', '--desk', '区接待办', ...plan], 1, ['区接待办', '区委办']],
    [['fill', 'plan.csv', '--desk', '区委办', '--register', '月计划'], 1, ['月计划', '周计划填报']],
    [['fill', 'plan.csv', '--desk', '区委办', '--register', '本办待办'], 1, ['本办待办']],
    [['fill', 'heading.csv', '--desk', '区委办', ...plan], 1, ['干什么', '活动内容']],
    [['fill', 'twice.csv', '--desk', '区委办', ...plan], 1, ['领导姓名', '两次']],
    [['fill', 'empty.csv', '--desk', '区委办', ...plan], 1, ['empty.csv']],
    [['fill', 'broken.csv', '--desk', '区委办', ...plan], 1, ['broken.csv', 'CSV']],
    [['fill', 'none.csv', '--desk', '区委办', ...plan], 1, ['none.csv']],
    [['fill', 'plan.docx', '--desk', '区委办', ...plan], 1, ['plan.docx', '.csv']],
    [['fill', 'number.csv', '--desk', '区委办', ...plan], 1, ['QWB-0099']],
    [['fill', 'script.csv', '--desk', '总台账', '--register', '报送情况'], 1, ['2024-11-25']],
    [
      ['fill', 'plan.csv', '--desk', '区委办', ...plan, '--at', '11月32日'],
      2,
      ['11月32日', '2024-11-22 12:00'],
    ],
    [
      ['fill', 'plan.csv', '--desk', '区委办', ...plan, '--at', '2024-11-10'],
      1,
      ['2024-11-10', '2024-11-11 09:00'],
    ],
    [['tick', '--at', '2024-13-01'], 2, ['2024-13-01']],
    [['play', '--until', '昨天'], 2, ['昨天']],
    [['show', '--desk', '区文旅局'], 1, ['区文旅局', '区委办']],
    [['new', 'ws', '--district', 'district.json'], 1, ['ws', '已存在']],
  ]
  const before = standing(box)
  for (const [argv, code, named] of cases) {
    const answer = await box.run(...argv, ...(argv[0] === 'new' ? [] : ['--in', 'ws']))
    expect(`${argv.join(' ')} → ${answer.code}`).toBe(`${argv.join(' ')} → ${code}`)
    expectSentences(answer.err, 1, named)
    expect(answer.out).toBe('')
  }
  expect(standing(box)).toEqual(before)
})

it('bad input: an unknown leader or day in a row is typed, and is a problem at the desk, not an error', async () => {
  const box = await created()
  box.put('plan.csv', '周次,领导姓名,日期,活动内容\n2024-11-18,江月,11月31日,调研\n')
  const where = ['--desk', '区委办', '--register', 'weekly-plan', '--in', 'ws']
  expect(await box.run('fill', 'plan.csv', ...where)).toMatchObject({ code: 0, err: '' })
  await box.run('tick', '--in', 'ws')
  const { out } = await box.run('show', '--desk', '区委办', '--tab', '本办待办', '--in', 'ws')
  expect(out).toContain('江月')
  expect(out).toContain('11月31日')
})

const good = smallDistrict('2024-11-18')
const [firstOffice, ...offices] = good.offices
const [firstLeader, ...leaders] = good.leaders

it.each<[what: string, content: string, named: string[]]>([
  ['no JSON', '{"name": ', ['JSON']],
  ['an empty list of offices', JSON.stringify({ ...good, offices: [] }), ['offices']],
  ['a word misspelt', JSON.stringify({ ...good, officess: [] }), ['officess']],
  [
    'an unknown kind of office',
    JSON.stringify({ ...good, offices: [{ ...firstOffice, kind: '五办' }, ...offices] }),
    ['五办', '四办'],
  ],
  [
    'a leader of an office that is not there',
    JSON.stringify({ ...good, leaders: [{ ...firstLeader, office: 'XYZ' }, ...leaders] }),
    ['XYZ'],
  ],
  [
    'a day that no calendar has',
    JSON.stringify({ ...good, calendar: [{ day: '2024-02-30', kind: '休息' }] }),
    ['2024-02-30', '2024-11-18'],
  ],
])('bad input: a district file with %s makes no workspace', async (_, content, named) => {
  const box = terminal()
  box.put('bad.json', content)
  const answer = await box.run('new', 'ws', '--district', 'bad.json', '--at', '2024-11-11')
  expect(answer.code).toBe(1)
  expectSentences(answer.err, answer.err.split('\n').length, ['bad.json', ...named])
  expect(readdirSync(box.cwd).toSorted()).toEqual(['bad.json', 'district.json'])
})

it('bad input: serving a served workspace is refused in one sentence, and the first goes on', async () => {
  const box = await created()
  const lines: string[] = []
  const first = new AbortController()
  const ready = new Promise<string>((resolve) => {
    const shell: Shell = {
      ...box.shell,
      out: (line) => {
        lines.push(line)
        resolve(line)
      },
      signal: first.signal,
    }
    void runCli(['serve', '--port', '43410', '--json', '--in', 'ws'], shell)
  })
  const { url } = JSON.parse(await ready) as { url: string }
  const again = await box.run('serve', '--in', 'ws')
  expect(again.code).toBe(1)
  expectSentences(again.err, 1, [url])
  const fresh = await box.run('new', 'ws', '--district', 'district.json')
  expect(fresh.code).toBe(1)
  expect((await fetch(url)).status).toBe(200)
  first.abort()
})

import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../src/local/package-root'
import { sayRunFailure } from '../../../src/local/say-run'
import { testShell } from './test-shell'

let box: ReturnType<typeof testShell>
const oneSentence = /^[^\n]*\p{Script=Han}[^\n]*。$/u

beforeEach(async () => {
  box = testShell()
  await box.run('new', 'ws', '--at', '2024-11-18 08:00')
})

afterEach(() => box.remove())

describe('what only a programmer understands', () => {
  it.each([
    new TypeError("Cannot read properties of undefined (reading '绝密★')"),
    new Error('The thread that runs the bundle has ended'),
    new SyntaxError('Unexpected token in "江岳 13800001234"'),
  ])('is told in one sentence, and kept in a file without the words of people', async (error) => {
    const shell = { ...box.shell, open: () => Promise.reject(error) }
    const said: string[] = []
    const code = await box.shell.run(['tick', '--in', 'ws'], {
      ...shell,
      err: (line) => said.push(line),
    })
    expect(code).toBe(1)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(oneSentence)
    expect(said[0]).not.toMatch(/ at |Error|thread|undefined/)
    const log = readFileSync(join(box.cwd, 'ws', 'errors.log'), 'utf8')
    expect(said[0]).toContain(join(box.cwd, 'ws', 'errors.log'))
    expect(log).toContain(error.name)
    expect(log).toMatch(/^\s+at /m)
    expect(log).not.toMatch(/绝密|江岳|13800001234/)
  })

  it('is told so where there is no workspace, and for a command line nobody foresaw', async () => {
    const asked = await box.run('mail', '--nonsense=1')
    expect(asked.code).toBe(2)
    expect(asked.err).toMatch(oneSentence)
  })
})

it.each([
  ['Exception: 没有打开这份表格的权限。\n    at tick (Code.js:1:2)', '没有打开这份表格的权限'],
  ['TypeError: x is not a function\n    at tick (Code.js:1:2)', '程序出错，详情见'],
  ['Exceeded maximum execution time', '超过六分钟'],
  ['Exception: Service unavailable: Mail (Connection refused)', '邮件服务器没有收下'],
])('a run that failed is told without lines of code: %s', (error, told) => {
  const said = sayRunFailure({ outcome: 'failed', error })
  expect(said).toContain(told)
  expect(said).not.toMatch(/Code\.js|\n|Exception|Error/)
})

it('who has read enough of a long answer gets no error and exit code 0', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `江岳,调研第${at}处`)
  writeFileSync(join(box.cwd, 'many.csv'), `领导姓名,活动内容\n${rows.join('\n')}\n`)
  const desk = ['--desk', '区委办', '--in', 'ws']
  await box.run('fill', 'many.csv', '--register', '工作表1', ...desk)
  const local = join(packageRoot(), 'dist', 'local.mjs')
  const child = spawn(process.execPath, [local, 'show', ...desk], { cwd: box.cwd })
  let err = ''
  child.stderr.on('data', (text) => {
    err += String(text)
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((ended) => child.once('exit', ended))
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../src/local/contract'
import { packageRoot } from '../../../src/local/package-root'
import { openStore } from '../../../src/local/store'
import { testShell } from './test-shell'

let box: ReturnType<typeof testShell>
const atWorkspace = ['--in', 'ws']

beforeEach(async () => {
  box = testShell(Date.parse('2024-11-20T09:00:00+08:00'))
  await box.run('new', 'ws', '--at', '2024-11-18 08:00')
  writeFileSync(join(box.cwd, 'rows.csv'), '领导姓名,活动内容\n江岳,调研\n')
})

afterEach(() => box.remove())

function factOf(name: string): string | undefined {
  const store = openStore(join(box.cwd, 'ws'))
  const fact = store.fact(name)
  store.close()
  return fact
}

/** Carries out `meanwhile` while a tick of a play of the workspace runs. */
async function during(argv: string[], meanwhile: () => Promise<void>) {
  const { open } = box.shell
  let isDone = false
  const failures: unknown[] = []
  const out: string[] = []
  const shell = {
    ...box.shell,
    out: (line: string) => out.push(line),
    open: async (dir: string, ...how: []): Promise<Workspace> => {
      const workspace = await open(dir, ...how)
      const { call } = workspace
      // The workspace's own members read the clock anew each time: it is not to be copied.
      workspace.call = async (fn, args, faults) => {
        if (fn === 'tick' && !isDone) {
          isDone = true
          // The command would tell it as its own failure.
          await meanwhile().catch((error: unknown) => failures.push(error))
        }
        return call(fn, args, faults)
      }
      return workspace
    },
  }
  const code = await box.shell.run([...argv, ...atWorkspace], shell)
  for (const failure of failures) throw failure
  expect(isDone).toBe(true)
  return { code, out: out.join('\n') }
}

const readers = [
  ['show'],
  ['show', '--desk', '区委办'],
  ['mail'],
  ['trace'],
  ['export', 'out'],
  ['rebuild', '--check'],
]

describe('while a workspace that follows the real clock is played up to now', () => {
  beforeEach(() => {
    const store = openStore(join(box.cwd, 'ws'))
    store.setFact('clock', 'real')
    store.setFact('played', String(Date.parse('2024-11-19T09:00:00+08:00')))
    store.close()
  })

  it('who looks at it leaves the clock held, and sees it as it stands', async () => {
    const { code } = await during(['play'], async () => {
      for (const argv of readers) {
        const { err } = await box.run(...argv, ...atWorkspace)
        expect(err, argv.join(' ')).toBe('')
        expect(factOf('clock'), argv.join(' ')).toMatch(/^set:/)
      }
    })
    expect(code).toBe(0)
    expect(factOf('clock')).toBe('real')
  })

  it('whoever would write it is told in one sentence which command does, and nothing changes', async () => {
    await during(['play'], async () => {
      const typed = ['--desk', '区委办', '--register', '工作表1']
      for (const argv of [
        ['tick'],
        ['play'],
        ['fill', 'rows.csv', ...typed],
        ['serve', '--smtp', 'smtp://127.0.0.1:25'],
        ['start', '--once'],
      ]) {
        const { code, out, err } = await box.run(...argv, ...atWorkspace)
        expect(code, argv.join(' ')).toBe(1)
        expect(out).toBe('')
        expect(err).toMatch(
          /^\S+：lianxi play（进程 \d+，\d{4}-\d\d-\d\d \d\d:\d\d 开始）正在使用这个工作区，应等它结束后再试。$/,
        )
      }
      expect(factOf('clock')).toMatch(/^set:/)
      expect(factOf('mail')).toBeUndefined()
    })
    expect((await box.run('show', '--desk', '区委办', ...atWorkspace)).out).not.toContain('江岳')
  })
})

describe('the lock of a workspace', () => {
  it('is free again after a command, however it ended', async () => {
    expect((await box.run('tick', ...atWorkspace)).code).toBe(0)
    expect((await box.run('tick', '--at', '2024-11-01', ...atWorkspace)).code).toBe(1)
    expect((await box.run('tick', ...atWorkspace)).code).toBe(0)
    expect(existsSync(join(box.cwd, 'ws', 'writer.json'))).toBe(false)
  })

  it('is gone with a killed process, and what that left behind stops nobody', async () => {
    const child = spawn(process.execPath, [
      join(packageRoot(), 'dist', 'local.mjs'),
      ...['serve', '--port', '43340', '--in', join(box.cwd, 'ws')],
    ])
    await new Promise((ready) => child.stdout.once('data', ready))
    expect((await box.run('start', ...atWorkspace)).err).toContain('lianxi serve（进程')
    const ended = new Promise((gone) => child.once('exit', gone))
    child.kill('SIGKILL')
    await ended
    expect(existsSync(join(box.cwd, 'ws', 'writer.json'))).toBe(true)
    expect(await box.run('tick', ...atWorkspace)).toMatchObject({ code: 0, err: '' })
  })

  it('does not go with a copy of the folder', async () => {
    await during(['tick'], async () => {
      cpSync(join(box.cwd, 'ws', 'writer.json'), join(box.cwd, 'writer.json'))
      await box.run('new', 'copy', '--at', '2024-11-18 08:00')
      cpSync(join(box.cwd, 'writer.json'), join(box.cwd, 'copy', 'writer.json'))
      expect(await box.run('tick', '--in', 'copy')).toMatchObject({ code: 0, err: '' })
    })
  })
})

describe('who only looks', () => {
  it('makes and changes no file of the workspace', async () => {
    await box.run('tick', ...atWorkspace)
    const dir = join(box.cwd, 'ws')
    const kept = () =>
      readdirSync(dir)
        .filter((name) => !/-(shm|wal)$/.test(name))
        .map((name) => {
          const file = join(dir, name)
          const { mtimeMs, size } = statSync(file)
          return [name, mtimeMs, size, name.endsWith('.db') ? readFileSync(file, 'base64') : '']
        })
    const before = kept()
    for (const argv of readers) await box.run(...argv, ...atWorkspace)
    expect(kept()).toEqual(before)
  })
})

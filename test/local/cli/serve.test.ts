import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../../src/local/cli/run-cli'
import { type Holder, writerOf } from '../../../src/local/writer/writer-lock'
import { testShell } from './test-shell'

let box: ReturnType<typeof testShell>
const atWorkspace = ['--in', 'ws']
const lockPath = () => join(box.cwd, 'ws', 'writer.json')

/** Serves the workspace in the background until `stop`; other commands run as from a second terminal. */
async function serve() {
  const ending = new AbortController()
  let ready: (url: string) => void
  const url = new Promise<string>((resolve) => {
    ready = resolve
  })
  const shell = { ...box.shell, out: (line: string) => ready(line), signal: ending.signal }
  const ended = runCli(['serve', '--port', '43300', '--json', ...atWorkspace], shell)
  const address = JSON.parse(await url) as { url: string }
  const stop = () => {
    ending.abort()
    return ended
  }
  return { url: address.url, stop }
}

beforeEach(async () => {
  box = testShell()
  await box.run('new', 'ws', '--at', '2024-11-18 08:00')
})

afterEach(() => box.remove())

describe('a served workspace', () => {
  it('shows its page on this machine and lets go of the workspace when it is ended', async () => {
    const { url, stop } = await serve()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(url)).text()).toContain('区委办工作台')
    expect(await stop()).toBe(0)
    expect(writerOf(join(box.cwd, 'ws'))).toBeUndefined()
  })

  it('refuses a second server and a second start with one sentence', async () => {
    const { url, stop } = await serve()
    for (const argv of [
      ['serve', ...atWorkspace],
      ['start', '--once', '--dir', 'ws'],
    ]) {
      const { code, err } = await box.run(...argv)
      expect(code).toBe(1)
      expect(err.split('\n')).toHaveLength(1)
      expect(err).toContain(url)
    }
    await stop()
  })

  it('carries out the commands of this user, with their output and exit code', async () => {
    const { stop } = await serve()
    const tick = await box.run('tick', '--at', '2024-11-18 09:00', ...atWorkspace)
    expect(tick.out).toContain('2024-11-18 09:00 读 1 本')
    expect(tick.code).toBe(0)
    writeFileSync(join(box.cwd, 'rows.csv'), '领导姓名,活动内容\n江岳,调研\n')
    const where = ['--desk', '区委办', '--register', '工作表1']
    const filled = await box.run('fill', 'rows.csv', ...where, ...atWorkspace)
    expect(filled.out).toContain('新增 1 行')
    const wrong = await box.run('show', '--desk', '区文旅局', ...atWorkspace)
    expect(wrong.code).toBe(1)
    expect(wrong.err).toContain('区文旅局')
    await stop()
    expect((await box.run('show', '--desk', '区委办', ...atWorkspace)).out).toContain('江岳')
  })

  it('takes no command without its token', async () => {
    const { url, stop } = await serve()
    const body = JSON.stringify({ argv: ['tick'], cwd: box.cwd })
    const headers = { 'content-type': 'application/json' }
    const bare = await fetch(`${url}api/command`, { method: 'POST', headers, body })
    expect(bare.status).toBe(401)
    const lock = JSON.parse(readFileSync(lockPath(), 'utf8')) as Holder
    const page = await (await fetch(url)).text()
    expect(lock.page?.token).toMatch(/^[\w-]{32}$/)
    expect(page).not.toContain(lock.page?.token)
    await stop()
  })

  it('is not held by a process that died, though somebody else has its number now', async () => {
    const page = { port: 1, url: 'http://127.0.0.1:1/', token: 'x' }
    const dead: Holder = { pid: process.ppid, command: 'serve', since: 0, page }
    writeFileSync(lockPath(), JSON.stringify(dead))
    expect((await box.run('tick', ...atWorkspace)).code).toBe(0)
    const { stop } = await serve()
    expect(await stop()).toBe(0)
  })
})

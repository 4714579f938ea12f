import { expect, test } from 'vitest'
import { runCli } from '../../src/local/cli/run-cli'
import type { Shell } from '../../src/local/cli/shell'
import { openWorkspace } from '../../src/local/open-workspace'
import { mailServer, type Script } from '../local/mail/mail-server'
import { makeDistrict } from './small-district'

const limits = { letter: 1500, rest: 60_000, run: 5000 }

/** The command line of a small district whose letters go to a mail server that follows the script. */
async function districtBehind(script: Script) {
  const server = await mailServer(script)
  const { dir, workspace } = await makeDistrict('2024-11-14 14:50')
  workspace.store.setFact('mail', server.url)
  const said: string[] = []
  const shell: Shell = {
    cwd: dir,
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    tty: false,
    wallNow: () => Date.parse('2024-11-20T09:00:00+08:00'),
    // The server lives in this thread, so the bundle runs in another one.
    open: (folder, how) =>
      openWorkspace(folder, { limits, isReading: how === 'reading', inProcess: how === 'reading' }),
    run: runCli,
    served: false,
    signal: new AbortController().signal,
  }
  const run = async (...argv: string[]) => {
    said.length = 0
    const code = await runCli([...argv, '--in', dir], shell)
    return { code, said: said.join('\n') }
  }
  return { server, run }
}

test('a letter refused for good is told by tick and mail, and goes again when asked', async () => {
  let refuses = true
  const { server, run } = await districtBehind({
    rcpt: (address) =>
      refuses && address === 'p003@anlan.local' ? '552 5.2.2 Mailbox full' : undefined,
  })
  const first = await run('tick', '--at', '2024-11-14 15:00')
  expect(first.said).toMatch(
    /发送失败 1 封，收件信箱已满，或信超过大小（552 5\.2\.2 Mailbox full）/,
  )
  expect(first.code).toBe(1)
  const sent = server.taken.length
  expect(sent).toBeGreaterThan(3)
  const told = await run('mail')
  expect(told.said).toMatch(/发送失败 .*叶知秋.*552 5\.2\.2 Mailbox full/)
  expect(told.code).toBe(1)
  expect((await run('mail', '--retry', '没有')).said).toContain('应为发送失败或不确定的信的编号')
  refuses = false
  const asked = await run('mail', '--retry')
  expect([asked.code, asked.said]).toEqual([0, expect.stringContaining('已登记补发 1 封')])
  expect((await run('tick', '--at', '2024-11-14 15:10')).code).toBe(0)
  expect(server.taken.slice(sent)).toEqual(['p003@anlan.local'])
  expect(await run('mail', '--failed')).toMatchObject({ code: 0 })
})

test('a server that hangs costs one wait a run, one letter in doubt, and no run', async () => {
  const { server, run } = await districtBehind({ text: () => 'hang' })
  const started = performance.now()
  const first = await run('tick', '--at', '2024-11-14 15:00')
  expect(first.said).toContain('不确定 1 封')
  const second = await run('tick', '--at', '2024-11-14 15:10')
  expect(second.code).toBe(1)
  expect(performance.now() - started).toBeLessThan(2 * limits.letter + 15_000)
  expect(server.received.length).toBeLessThanOrEqual(2)
  expect((await run('mail', '--failed')).said).toMatch(/不确定 /)
  const again = await run('mail', '--also-uncertain')
  expect(again.said).toMatch(/不确定，上次可能已送达，收件人或会收到两封/)
})

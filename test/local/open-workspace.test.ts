import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OpenOptions } from '../../src/local/open-workspace'
import { openWorkspace } from '../../src/local/open-workspace'
import { packageRoot } from '../../src/local/package-root'
import { emptyFolder, wednesday } from './tiny-workspace'

const isBuilt = existsSync(join(packageRoot(), 'dist', 'worker.mjs'))
const html = '<p>第 47 周 <b>安排</b></p>'
const code = `
function send(to) {
  MailApp.sendEmail({ to, subject: '一周安排：安澜区', body: '第 47 周安排', htmlBody: '${html}',
    name: '安澜区联席', replyTo: 'heng.zhou@anlan.local' })
  return MailApp.getRemainingDailyQuota()
}
function write() { SpreadsheetApp.getActiveSpreadsheet().getSheetByName('工作表1').appendRow(['甲']) }
`

async function opened(options: OpenOptions) {
  const workspace = await openWorkspace(emptyFolder(), { code, ...options })
  onTestFinished(() => workspace.close())
  workspace.store.setFact('clock', `set:${wednesday}`)
  workspace.store.createBook('总台账', 'control')
  return workspace
}

describe('the clock of a workspace', () => {
  test('moves forward only, and not at all when real', async () => {
    const workspace = await opened({ inProcess: true })
    workspace.moveTo(wednesday + 600_000)
    expect(workspace.now()).toBe(wednesday + 600_000)
    expect(() => {
      workspace.moveTo(wednesday)
    }).toThrow('时钟不能往回拨')
    workspace.store.setFact('clock', 'real')
    expect(workspace.clock).toBe('real')
    expect(() => {
      workspace.moveTo(Date.now() + 600_000)
    }).toThrow('真实时钟不能拨动')
  })
})

// Threads run dist/worker.mjs, which npm run build makes.
describe.runIf(isBuilt)('threads of a workspace', () => {
  test.each([true, false])(
    'a letter is a MIME message in the inbox (inProcess: %s)',
    async (inProcess) => {
      const workspace = await opened({ inProcess })
      const run = await workspace.call('send', ['qifei.zhao@anlan.local,siyuan.he@anlan.local'])
      expect(run, run.error).toMatchObject({ outcome: 'done', result: 1498 })
      const [file = '', ...more] = readdirSync(join(workspace.dir, 'inbox'))
      expect(more).toEqual([])
      expect(file).toBe('20241120T010000-00001.eml')
      const mail = await simpleParser(readFileSync(join(workspace.dir, 'inbox', file)))
      expect(mail.subject).toBe('一周安排：安澜区')
      expect(mail.from?.value).toEqual([{ name: '安澜区联席', address: 'lianxi@anlan.local' }])
      expect(mail.replyTo?.text).toBe('heng.zhou@anlan.local')
      // The Date header has whole seconds; the letter left 0.9 modelled seconds after the start.
      expect(mail.date?.getTime()).toBe(wednesday)
      expect(mail.text?.trim()).toBe('第 47 周安排')
      expect(mail.html).toBe(html)
      expect(await workspace.inbox()).toMatchObject([
        { file, to: 'qifei.zhao@anlan.local, siyuan.he@anlan.local', subject: mail.subject },
      ])
    },
  )

  test('letters sort by workspace time', async () => {
    const workspace = await opened({ inProcess: true })
    await workspace.call('send', ['a@anlan.local'])
    workspace.moveTo(wednesday + 86_400_000)
    await workspace.call('send', ['b@anlan.local'])
    const inbox = await workspace.inbox()
    expect(inbox.map((mail) => mail.to)).toEqual(['a@anlan.local', 'b@anlan.local'])
  })

  test('another SMTP server may take the letters, and a refusal reaches the bundle', async () => {
    const taken: string[] = []
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (address, _session, reply) => {
        const isKnown = address.address !== 'gone@anlan.local'
        if (isKnown) taken.push(address.address)
        reply(isKnown ? undefined : new Error('no such mailbox'))
      },
      onData: (stream, _session, reply) => {
        stream.resume().on('end', () => {
          reply()
        })
      },
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    onTestFinished(() => new Promise<void>((done) => server.close(done)))
    const address = server.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    // The server lives in this thread, so the bundle must run in another one.
    const workspace = await opened({ inProcess: false, mail: `smtp://127.0.0.1:${port}` })
    expect(await workspace.call('send', ['a@anlan.local'])).toMatchObject({ outcome: 'done' })
    const refused = await workspace.call('send', ['gone@anlan.local'])
    expect(refused.error).toContain('no such mailbox')
    expect(taken).toEqual(['a@anlan.local'])
  })

  test('a run beside this thread is on disk when its answer comes', async () => {
    const workspace = await opened({ inProcess: false })
    const [control] = workspace.store.books()
    const run = await workspace.call('write', [])
    expect(run, run.error).toMatchObject({ outcome: 'done' })
    expect(workspace.store.view(control?.id ?? '')[0]?.rows).toEqual([['甲']])
    expect(workspace.store.runs(1)).toMatchObject([{ fn: 'write', outcome: 'done' }])
  })

  test('a person may type while a run is on', async () => {
    const workspace = await opened({ inProcess: false })
    const book = workspace.store.books()[0]?.id ?? ''
    const runs = Array.from({ length: 20 }, () => workspace.call('write', []))
    for (let n = 0; n < 20; n += 1) {
      workspace.store.type(book, 0, [{ kind: 'append', values: ['乙'] }], '周衡')
    }
    await Promise.all(runs)
    const rows = workspace.store.view(book)[0]?.rows.flat() ?? []
    expect(rows.filter((text) => text === '甲')).toHaveLength(20)
    expect(rows.filter((text) => text === '乙')).toHaveLength(20)
  })
})

import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPost } from '../../../src/local/mail/open-post'
import type { Letter } from '../../../src/local/mail/post'
import { emptyFolder } from '../tiny-workspace'

const limits = { letter: 500, rest: 100, run: 2000 }

const letterTo = (to: string): Letter => ({
  to: [`${to}@anlan.local`],
  from: 'lianxi@anlan.local',
  name: '联席',
  replyTo: '',
  subject: '今日提醒',
  body: '正文',
  htmlBody: '',
  at: Date.parse('2024-11-20T01:00:00Z'),
})

// `send` blocks this thread, so the mail server needs one of its own.
const server = `
const { createServer } = require('node:net')
const { parentPort, workerData } = require('node:worker_threads')
let letters = 0
const listener = createServer((socket) => {
  let text = false
  socket.setEncoding('utf8')
  socket.on('error', () => undefined)
  socket.write('220 here\\r\\n')
  socket.on('data', (chunk) => {
    for (const line of chunk.split('\\r\\n').slice(0, -1)) {
      if (text && line !== '.') continue
      if (text) {
        text = false
        const { late, says } = workerData[letters++] ?? { late: 0, says: '250 taken' }
        setTimeout(() => socket.writable && socket.write(says + '\\r\\n'), late)
      } else if (line === 'DATA') { text = true; socket.write('354 go on\\r\\n') }
      else socket.write('250 ok\\r\\n')
    }
  })
})
listener.listen(0, '127.0.0.1', () => parentPort.postMessage(listener.address().port))
`

/** A post whose server answers each letter after so many ms with these words. */
async function postTo(answers: { late: number; says: string }[]) {
  const worker = new Worker(server, { eval: true, workerData: answers })
  const port = await new Promise<number>((ready) => worker.once('message', ready))
  const post = openPost(emptyFolder(), `smtp://127.0.0.1:${port}`, limits)
  onTestFinished(async () => {
    await post.close()
    await worker.terminate()
  })
  return (to: string): string => {
    try {
      post.send(letterTo(to))
      return 'taken'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('the post between the bundle and a mail server', () => {
  test('a refusal that comes too late is not the next letter’s, nor is a late yes', async () => {
    const send = await postTo([
      { late: 700, says: '552 refused' },
      { late: 0, says: '250 taken' },
      { late: 700, says: '250 taken' },
      { late: 300, says: '552 refused' },
    ])
    expect(send('a')).toMatch(/^Mail unanswered: ETIMEDOUT/)
    await wait(limits.rest)
    expect(send('b')).toBe('taken')
    expect(send('c')).toMatch(/^Mail unanswered: ETIMEDOUT/)
    await wait(limits.rest)
    expect(send('d')).toMatch(/^Mail refused: 552 refused/)
  })

  test('after a silence nothing is tried for a while, so that a hanging server costs one wait', async () => {
    const send = await postTo([{ late: 100_000, says: '250 taken' }])
    const started = performance.now()
    expect(send('a')).toMatch(/^Mail unanswered/)
    for (const to of ['b', 'c', 'd']) expect(send(to)).toMatch(/^Mail server not available/)
    expect(performance.now() - started).toBeLessThan(limits.letter + 3000)
    await wait(limits.rest)
    expect(send('e')).toBe('taken')
  })
})

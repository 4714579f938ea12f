import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Holder } from '../../../src/local/writer/writer-lock'
import { testShell } from '../cli/test-shell'

const box = testShell()
const ending = new AbortController()
let port = 0
let token = ''
let ended: Promise<unknown>

beforeAll(async () => {
  await box.run('new', 'ws', '--at', '2024-11-18 08:00')
  let ready: (line: string) => void
  const line = new Promise<string>((resolve) => {
    ready = resolve
  })
  const shell = { ...box.shell, out: (said: string) => ready(said), signal: ending.signal }
  ended = box.shell.run(['serve', '--port', '43380', '--json', '--in', 'ws'], shell)
  port = Number(new URL((JSON.parse(await line) as { url: string }).url).port)
  const holder = JSON.parse(readFileSync(join(box.cwd, 'ws', 'writer.json'), 'utf8')) as Holder
  token = holder.page?.token ?? ''
})

afterAll(async () => {
  ending.abort()
  await ended
  box.remove()
})

/** Sends bytes as they are and reads the answer until the server ends it. */
async function raw(lines: string[], body = ''): Promise<{ status: number; text: string }> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (part) => {
    text += String(part)
  })
  socket.on('error', () => undefined)
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  await once(socket, 'close')
  return { status: Number(text.split(' ')[1]), text }
}

const ask = (method: string, path: string, ...more: string[]) =>
  raw([`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...more])
const post = (body: string, ...more: string[]) =>
  raw([`POST /api/command HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...more], body)

it.each([
  ['GET', '//', 400],
  ['GET', '//evil.example/', 400],
  ['GET', 'http://127.0.0.1/', 400],
  ['GET', '/mail/LONG', 414],
  ['GET', '/mail/%E0%A4%A', 404],
  ['GET', '/book/%00/..%2f..', 404],
  ['TRACE', '/', 405],
  ['OPTIONS', '/', 405],
  ['PUT', '/book/1', 405],
  ['DELETE', '/', 405],
  ['POST', '/', 401],
  ['HEAD', '/', 200],
  ['GET', '/', 200],
])('%s %s is answered with %i', async (method, path, status) => {
  const answer = await ask(method, path.replace('LONG', 'a'.repeat(5000)))
  expect(answer.status).toBe(status)
  expect(answer.text).not.toMatch(/\n\s+at |TypeError/)
  if (method === 'HEAD') expect(answer.text).not.toContain('<')
})

it.each([
  ['a name that resolves to this machine', ['Host: evil.example']],
  ['another port', ['Host: 127.0.0.1:1']],
  ['a script of another site', [`Host: localhost:PORT`, 'Origin: http://evil.example']],
  ['a picture in another site', [`Host: localhost:PORT`, 'Sec-Fetch-Site: cross-site']],
])('%s gets nothing', async (_, headers) => {
  const lines = headers.map((line) => line.replace('PORT', String(port)))
  expect(await raw(['GET / HTTP/1.1', ...lines])).toMatchObject({ status: 403 })
})

it('a link in a letter opens the page', async () => {
  const answer = await ask('GET', '/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate')
  expect(answer.status).toBe(200)
})

it('a body is not read before the token, nor beyond a limit', async () => {
  const length = (bytes: number) => `Content-Length: ${bytes}`
  // Answered although the body never comes.
  expect((await post('', length(300_000_000))).status).toBe(401)
  const bearer = `Authorization: Bearer ${token}`
  expect((await post('', length(300_000_000), bearer)).status).toBe(413)
  const chunk = `${(200_000).toString(16)}\r\n${'x'.repeat(200_000)}\r\n`
  const chunked = await post(chunk.repeat(8), bearer, 'Transfer-Encoding: chunked')
  expect([413, Number.NaN]).toContain(chunked.status)
  for (const body of ['{', '[]', '{"argv":[1],"cwd":""}']) {
    expect((await post(body, bearer, length(body.length))).status).toBe(400)
  }
  expect((await ask('GET', '/')).status).toBe(200)
})

import { request } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { type Listening, listen } from '../../../src/local/page/listen'

const open: Listening[] = []

async function start(port: number) {
  const listening = await listen(
    async (asked) => new Response(await asked.text()),
    port,
    () => true,
  )
  open.push(listening)
  return listening
}

afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close()
})

it('takes the next free port when the wanted one is taken', async () => {
  const first = await start(43_210)
  const second = await start(first.port)
  expect(second.port).toBeGreaterThan(first.port)
  expect((await fetch(second.url, { method: 'POST', body: '周衡' })).status).toBe(200)
})

it('refuses a page of another site that reaches it through a name of its own', async () => {
  const { port } = await start(43_240)
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'evil.example' }
    request({ port, host: '127.0.0.1', headers }, (answer) => resolve(answer.statusCode))
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
})

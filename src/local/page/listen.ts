import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { arrayBuffer } from 'node:stream/consumers'

type Answer = (request: Request) => Response | Promise<Response>

/** A server on this machine only. */
export type Listening = { port: number; url: string; close(): Promise<void> }

/**
 * Answers on 127.0.0.1 at the wanted port, or at the next free one.
 * @throws when the twenty ports from `wanted` on are taken.
 */
export async function listen(answer: Answer, wanted: number): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    void respond(answer, incoming, outgoing)
  })
  for (let port = wanted; port < wanted + 20; port += 1) {
    if (await tryPort(server, port)) return listening(server)
  }
  throw new Error(`127.0.0.1 的端口 ${wanted}–${wanted + 19} 都被占用，请用 --port 另给一个`)
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', refused)
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', refused)
      resolve(true)
    })
  })
}

function listening(server: Server): Listening {
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function respond(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse) {
  const host = incoming.headers.host ?? ''
  // A kept connection would outlive the server in the browser of whoever starts the next one.
  outgoing.setHeader('connection', 'close')
  // A page of another site could otherwise reach us through a name that resolves to 127.0.0.1.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) {
    outgoing.writeHead(403).end('forbidden host')
    return
  }
  try {
    const response = await answer(await readRequest(incoming, host))
    outgoing.writeHead(response.status, [...response.headers].flat())
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  } catch {
    outgoing.writeHead(500).end('程序出错')
  }
}

async function readRequest(incoming: IncomingMessage, host: string): Promise<Request> {
  const method = incoming.method ?? 'GET'
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  const body = method === 'GET' || method === 'HEAD' ? null : await arrayBuffer(incoming)
  return new Request(new URL(incoming.url ?? '/', `http://${host}`), { method, headers, body })
}

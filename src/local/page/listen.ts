import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { longestBody, type Refusal, refusalOf } from './gate'

type Answer = (request: Request) => Response | Promise<Response>

/** What stands behind the door, and who may post: judged before a body is read. */
type Door = { answer: Answer; mayPost: (incoming: IncomingMessage) => boolean }

/** A server on this machine only. */
export type Listening = { port: number; url: string; close(): Promise<void> }

/**
 * Answers on 127.0.0.1 at the wanted port, or at the next free one.
 * @throws when the twenty ports from `wanted` on are taken.
 */
export async function listen(
  answer: Answer,
  wanted: number,
  mayPost: Door['mayPost'] = () => false,
): Promise<Listening> {
  const server = createServer(patience, (incoming, outgoing) => {
    void respond({ answer, mayPost }, incoming, outgoing)
  })
  server.maxConnections = mostConnections
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

/** Who is slow to say what is wanted is not waited for; a long answer may take its time. */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2000,
}
const mostConnections = 64

async function respond(door: Door, incoming: IncomingMessage, outgoing: ServerResponse) {
  // A kept connection would outlive the server in the browser of whoever starts the next one.
  outgoing.setHeader('connection', 'close')
  const { localPort = 0 } = incoming.socket
  const refusal = refusalOf(incoming, localPort, door.mayPost)
  if (refusal) {
    refuse(incoming, outgoing, refusal)
    return
  }
  try {
    const request = await readRequest(incoming)
    if (request === undefined) {
      refuse(incoming, outgoing, { status: 413, says: '内容过长' })
      return
    }
    const response = await door.answer(request)
    outgoing.writeHead(response.status, [...response.headers].flat())
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  } catch {
    if (!outgoing.headersSent) outgoing.writeHead(500)
    outgoing.end('程序出错')
  }
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, refusal: Refusal): void {
  const { status, says, allow } = refusal
  const type = { 'content-type': 'text/plain; charset=utf-8' }
  outgoing.writeHead(status, allow === undefined ? type : { ...type, allow })
  // What is still coming is not read.
  outgoing.end(says, () => incoming.destroy())
}

/** The request with its body; undefined when that is longer than any command. */
async function readRequest(incoming: IncomingMessage): Promise<Request | undefined> {
  const { method = 'GET', url = '/' } = incoming
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  const target = new URL(`http://${incoming.headers.host}${url}`)
  if (method !== 'POST') return new Request(target, { method, headers })
  const parts: Buffer[] = []
  let length = 0
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length
    if (length > longestBody) return undefined
    parts.push(part)
  }
  return new Request(target, { method, headers, body: Buffer.concat(parts) })
}

import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a mail server of a test says at each step of a letter; a function may answer late or never. */
export type Script = {
  greeting?: Said
  ehlo?: Said
  auth?: Said
  starttls?: Said
  mail?: Said
  rcpt?: (address: string) => Said | undefined
  data?: Said
  /** After the text; `taken` counts a letter the server answers with 250. */
  text?: (nth: number) => Said | undefined
}

/** A line; `hang` for none, `cut` for the end of the connection, `late` for a line after so many ms. */
export type Said = string | { late: number; line: string }

export type MailServer = {
  url: string
  /** Recipients of letters whose text was received whole, in order, taken or not. */
  received: string[]
  /** Recipients of letters that were answered with 250. */
  taken: string[]
  connections: number
}

/** A mail server on 127.0.0.1 that says exactly what it is told to, for as long as the test lasts. */
export async function mailServer(script: Script = {}, user = ''): Promise<MailServer> {
  const server: MailServer = { url: '', received: [], taken: [], connections: 0 }
  const sockets = new Set<Socket>()
  const listener = createServer((socket) => {
    server.connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => sockets.delete(socket))
    serve(socket, script, server)
  })
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((done) => {
      listener.close(() => done())
    })
  })
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.url = `smtp://${user}127.0.0.1:${port}`
  return server
}

function serve(socket: Socket, script: Script, server: MailServer): void {
  let [pending, to, isText]: [string, string[], boolean] = ['', [], false]
  const say = (said: Said): void => {
    if (said === 'hang') return
    if (said === 'cut') socket.destroy()
    else if (typeof said === 'string') socket.write(`${said}\r\n`)
    else setTimeout(() => socket.writable && socket.write(`${said.line}\r\n`), said.late)
  }
  const endOfText = (): void => {
    const said = script.text?.(server.received.length) ?? '250 taken'
    server.received.push(...to)
    const line = typeof said === 'string' ? said : said.line
    if (line.startsWith('250')) server.taken.push(...to)
    to = []
    say(said)
  }
  const command = (line: string): void => {
    const word = line.slice(0, 4).toUpperCase()
    const address = /<(.*?)>/.exec(line)?.[1] ?? ''
    if (word === 'EHLO') say(script.ehlo ?? '250 here')
    else if (word === 'STAR') say(script.starttls ?? '454 no')
    else if (word === 'AUTH') say(script.auth ?? '235 welcome')
    else if (word === 'MAIL') say(script.mail ?? '250 ok')
    else if (word === 'RCPT') {
      const said = script.rcpt?.(address) ?? '250 ok'
      if (typeof said === 'string' && said.startsWith('250')) to.push(address)
      say(said)
    } else if (word === 'DATA') {
      const said = script.data ?? '354 go on'
      isText = said === '354 go on'
      say(said)
    } else if (word === 'QUIT') socket.end('221 bye\r\n')
    else say('250 ok')
  }
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    pending += chunk
    for (;;) {
      const mark = isText ? '\r\n.\r\n' : '\r\n'
      const end = pending.indexOf(mark)
      if (end < 0) return
      const line = pending.slice(0, end)
      pending = pending.slice(end + mark.length)
      if (isText) {
        isText = false
        endOfText()
      } else command(line)
    }
  })
  say(script.greeting ?? '220 mail.anlan.local')
}

/** The address of a port where nobody listens. */
export async function nobodyThere(): Promise<string> {
  const listener = createServer()
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready))
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise<void>((done) => listener.close(() => done()))
  return `smtp://127.0.0.1:${port}`
}

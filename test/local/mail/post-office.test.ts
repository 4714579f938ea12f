import { describe, expect, onTestFinished, test } from 'vitest'
import type { Letter } from '../../../src/local/mail/post'
import { openPostOffice } from '../../../src/local/mail/post-office'
import { type MailServer, mailServer, nobodyThere, type Script } from './mail-server'

const limits = { letter: 400, rest: 1000, run: 1000 }

const letterTo = (...to: string[]): Letter => ({
  to,
  from: 'lianxi@anlan.local',
  name: '联席',
  replyTo: '',
  subject: '今日提醒',
  body: '第一行\n.\n..点开头的一行\n',
  htmlBody: '',
  at: Date.parse('2024-11-20T01:00:00Z'),
})

async function officeOf(url: string) {
  const office = await openPostOffice('/nowhere', url, limits)
  onTestFinished(() => office.close())
  return office
}

/** What becomes of a letter to a@ at a server that follows the script. */
async function outcomeOf(script: Script, user = ''): Promise<[unknown, MailServer]> {
  const server = await mailServer(script, user)
  const office = await officeOf(server.url)
  return [await office.send(letterTo('a@anlan.local')), server]
}

const how = (kind: string, reason: RegExp | string = '') => ({
  taken: false,
  how: kind,
  reason:
    reason instanceof RegExp ? expect.stringMatching(reason) : expect.stringContaining(reason),
})

describe('what an answer of a mail server means for the letter', () => {
  test.each<[string, Script, object]>([
    ['250 after the text', {}, { taken: true }],
    ['552 after the text', { text: () => '552 5.2.2 Mailbox full' }, how('never', '552 5.2.2')],
    ['451 after the text', { text: () => '451 try later' }, how('later', '451')],
    ['421 after the text', { text: () => '421 closing' }, how('server', '421')],
    ['an end after the text', { text: () => 'cut' }, how('unknown')],
    [
      'silence after the text',
      { text: () => 'hang' },
      { ...how('unknown', 'ETIMEDOUT'), hung: true },
    ],
    ['nonsense after the text', { text: () => 'hello there' }, how('unknown')],
    ['greylisting', { rcpt: () => '451 4.7.1 Greylisted' }, how('later', '4.7.1 Greylisted')],
    ['an unknown mailbox', { rcpt: () => '550 5.1.1 No such user' }, how('never', '550 5.1.1')],
    ['a 421 at the recipient', { rcpt: () => '421 too busy' }, how('server', '421')],
    ['silence at the recipient', { rcpt: () => 'hang' }, { ...how('server'), hung: true }],
    ['an end at the recipient', { rcpt: () => 'cut' }, how('server')],
    ['a sender over the limit', { mail: '452 4.3.1 no space' }, how('later', '452')],
    ['a sender who must sign in', { mail: '530 5.7.0 STARTTLS first' }, how('server', '530')],
    ['451 at DATA', { data: '451 not now' }, how('later', '451')],
    ['a greeting of 554', { greeting: '554 no service' }, how('server', '554')],
    ['a greeting of 421', { greeting: '421 down' }, how('server', '421')],
    ['no greeting', { greeting: 'hang' }, { ...how('server', 'ETIMEDOUT'), hung: true }],
    ['an end before the greeting', { greeting: 'cut' }, how('server')],
    [
      'STARTTLS that fails',
      { ehlo: '250-here\r\n250 STARTTLS', starttls: '454 TLS not available' },
      how('server', '454'),
    ],
  ])('%s', async (_name, script, outcome) => {
    expect((await outcomeOf(script))[0]).toEqual(outcome)
  })

  test('a password that is wrong is about the server, not the letter', async () => {
    const script = { ehlo: '250-here\r\n250 AUTH PLAIN', auth: '535 5.7.8 wrong password' }
    const [outcome, { received }] = await outcomeOf(script, 'li:secret@')
    expect(outcome).toEqual(how('server', /^535 5\.7\.8/))
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect(received).toEqual([])
  })

  test('a server that does not offer sign-in gets no letter unsigned', async () => {
    const [outcome, { received }] = await outcomeOf({ auth: '502 what' }, 'li:secret@')
    expect([outcome, received]).toEqual([how('server'), []])
  })

  test('nobody listens', async () => {
    const office = await officeOf(await nobodyThere())
    expect(await office.send(letterTo('a@anlan.local'))).toEqual(how('server', /ECONNREFUSED/))
  })

  test('one of two recipients is refused: nobody may send it again by itself', async () => {
    const server = await mailServer({
      rcpt: (address) => (address.startsWith('b') ? '550 no' : undefined),
    })
    const office = await officeOf(server.url)
    const outcome = await office.send(letterTo('a@anlan.local', 'b@anlan.local'))
    expect(outcome).toEqual(how('unknown', /^PARTIAL b@anlan\.local/))
    expect(server.taken).toEqual(['a@anlan.local'])
  })
})

describe('an answer belongs to its letter', () => {
  test('one that comes too late is nobody’s, whatever it says', async () => {
    const server = await mailServer({
      text: (nth) =>
        nth === 0 ? { late: 600, line: '552 refused' } : { late: 300, line: '250 ok' },
    })
    const office = await officeOf(server.url)
    expect(await office.send(letterTo('a@anlan.local'))).toEqual({ ...how('unknown'), hung: true })
    expect(await office.send(letterTo('b@anlan.local'))).toEqual({ taken: true })
    expect(server.received).toEqual(['a@anlan.local', 'b@anlan.local'])
  })

  test('a second answer to one letter is not taken for that of the next', async () => {
    const server = await mailServer({
      text: (nth) => (nth === 0 ? '552 refused\r\n250 taken' : '250 taken'),
    })
    const office = await officeOf(server.url)
    expect(await office.send(letterTo('a@anlan.local'))).toEqual(how('never', '552'))
    expect(await office.send(letterTo('b@anlan.local'))).toEqual({ taken: true })
  })

  test('a connection that was ended while nothing was sent is opened anew', async () => {
    const server = await mailServer({ text: () => '250 taken\r\n421 idle too long' })
    const office = await officeOf(server.url)
    for (const to of ['a@anlan.local', 'b@anlan.local']) {
      expect(await office.send(letterTo(to))).toEqual({ taken: true })
    }
    expect(server.received).toEqual(['a@anlan.local', 'b@anlan.local'])
  })

  test('letters that are taken share a connection', async () => {
    const server = await mailServer()
    const office = await officeOf(server.url)
    for (const to of ['a@anlan.local', 'b@anlan.local', 'c@anlan.local']) {
      expect(await office.send(letterTo(to))).toEqual({ taken: true })
    }
    expect(server.connections).toBe(1)
  })
})

import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Letter } from '../../../src/local/mail/post'
import { openPostOffice } from '../../../src/local/mail/post-office'
import { emptyFolder } from '../tiny-workspace'

const limits = { letter: 5000, rest: 100, run: 5000 }

const letter: Letter = {
  to: ['a@anlan.local'],
  from: 'lianxi@anlan.local',
  name: '联席',
  replyTo: '',
  subject: '今日提醒',
  body: '正文',
  htmlBody: '',
  at: Date.parse('2024-11-20T01:00:00Z'),
}

async function inboxIn(dir: string) {
  const office = await openPostOffice(dir, 'inbox', limits)
  onTestFinished(() => office.close())
  return office
}

test('a folder of letters that is deleted meanwhile is made again, and no letter is lost', async () => {
  const dir = emptyFolder()
  const office = await inboxIn(dir)
  const inbox = join(dir, 'inbox')
  expect(await office.send(letter)).toEqual({ taken: true })
  rmSync(inbox, { recursive: true })
  expect(await office.send(letter)).toEqual({ taken: true })
  expect(readdirSync(inbox)).toEqual(['20241120T010000-00002.eml'])
})

test('a letter that cannot be kept now waits, and is taken when it can', async () => {
  const dir = emptyFolder()
  const office = await inboxIn(dir)
  const inbox = join(dir, 'inbox')
  rmSync(inbox, { recursive: true })
  writeFileSync(inbox, 'a file in its place')
  expect(await office.send(letter)).toMatchObject({ taken: false, how: 'later' })
  rmSync(inbox)
  expect(await office.send(letter)).toEqual({ taken: true })
})

test('a letter never takes the place of one that is there, whichever were moved away', async () => {
  const dir = emptyFolder()
  const first = await inboxIn(dir)
  for (let n = 0; n < 3; n += 1) await first.send(letter)
  await first.close()
  rmSync(join(dir, 'inbox', '20241120T010000-00001.eml'))
  const second = await inboxIn(dir)
  await second.send(letter)
  expect(readdirSync(join(dir, 'inbox'))).toHaveLength(3)
})

import { expect, test } from 'vitest'
import { readMailbox } from '../../src/domain/mailbox'

test.each([
  ['zhouheng@anlan.local', 'zhouheng@anlan.local'],
  [' a.b+c@mail.anlan.gov.cn ', 'a.b+c@mail.anlan.gov.cn'],
  ['ｚｈｏｕ＠anlan.local', 'zhou@anlan.local'],
])('%s is one mailbox', (typed, value) => {
  expect(readMailbox(typed)).toEqual({ value })
})

test.each([
  'a@anlan.local,b@evil.example',
  'a@anlan.local, b@evil.example',
  'a@anlan.local，b@evil.example',
  'a@anlan.local;b@evil.example',
  'a@anlan.local b@evil.example',
  'a@anlan.local\r\nBcc: b@evil.example',
  'a@anlan.local\nb@evil.example',
  '周衡 <a@anlan.local>',
  'a@anlan.local\u202e',
  'a@an\u200blan.local',
  'a\u2066@anlan.local',
  'a@anlan',
  '@anlan.local',
  'zhouheng',
  'a@b@anlan.local',
  '"a,b"@anlan.local',
  `${'a'.repeat(250)}@anlan.local`,
])('%j is none', (typed) => {
  expect(readMailbox(typed)).toEqual({ problem: expect.stringContaining('一个邮箱') })
})

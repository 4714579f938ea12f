import { describe, expect, it } from 'vitest'
import type { FailingCall, Faults, Run } from '../../src/local/contract'
import { makeDistrict, momentOf, nothingPlanned, type SmallDistrict } from './small-district'
import { uncertainLetters } from './what-stands'

/** One of Google's sentences of each kind (its pages on quotas and errors). */
const says = {
  failed: 'Service Spreadsheets failed while accessing document with id 1aB.',
  unavailable:
    'API call to sheets.spreadsheets.get failed with error: The service is currently unavailable.',
  often:
    'Service invoked too many times in a short time: x. Try Utilities.sleep(1000) between calls.',
  limit:
    "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'",
  day: 'Service invoked too many times for one day: x.',
  document: 'You do not have permission to access the requested document.',
  signature: "The parameters (null) don't match the method signature for x.",
}
const passing = [says.failed, says.unavailable, says.often, says.limit]
const lasting = [says.day, says.document, says.signature]

/** Each kind of call a tick makes, and whether the tick comes to its end though it fails for good. */
const calls: { call: string; ends: boolean }[] = [
  { call: 'SpreadsheetApp.openById', ends: false },
  { call: 'Range.getValues', ends: false },
  { call: 'Range.setValues', ends: false },
  { call: 'SpreadsheetApp.flush', ends: false },
  { call: 'Properties.getProperties', ends: false },
  { call: 'Properties.setProperties', ends: false },
  { call: 'Properties.getProperty', ends: false },
  { call: 'Lock.tryLock', ends: false },
  { call: 'Lock.releaseLock', ends: true },
  { call: 'Drive.Files.list', ends: true },
  { call: 'Sheets.Spreadsheets.get', ends: true },
  { call: 'Sheets.Spreadsheets.batchUpdate', ends: true },
  { call: 'MailApp.getRemainingDailyQuota', ends: true },
  { call: 'MailApp.sendEmail', ends: true },
  { call: 'Spreadsheet.getUrl', ends: true },
]

const week = '2024-11-18'
const result = ({ result: given }: Run): { outcome?: string; sent?: number; waiting?: number } =>
  typeof given === 'string' ? (JSON.parse(given) as { outcome?: string }) : {}

/** Two offices have typed, a reminder is due: a tick that reads, writes and sends. */
const before = async (): Promise<SmallDistrict> => {
  const district = await makeDistrict(
    '2024-11-13 09:00',
    (same) => same,
    (young) => young.playTo('2024-11-14 14:40'),
  )
  await district.type('区政府办', '周计划填报', [nothingPlanned(week, '程波')], '2024-11-14 15:00')
  return district
}

describe('a Google that fails once', () => {
  it.each(calls.filter(({ call }) => !/sendEmail|batchUpdate/.test(call)))(
    '$call: whatever passes by itself is waited for, and the tick does its work',
    async ({ call }) => {
      const district = await before()
      let at = momentOf('2024-11-14 15:00')
      for (const sentence of passing) {
        district.workspace.moveTo(at)
        const faults: Faults = { fails: [{ call, says: sentence, times: 1 }] }
        const run = await district.workspace.call('controlEdited', [], faults)
        expect(run.error, sentence).toBeUndefined()
        expect(result(run), sentence).toMatchObject({ outcome: 'done', unread: [] })
        at += 600_000
      }
      const subjects = (await district.letters()).map(({ to, subject }) => `${to} ${subject}`)
      expect(subjects.length).toBeGreaterThan(3)
      expect(new Set(subjects).size).toBe(subjects.length)
    },
  )
})

describe('a Google that goes on failing', () => {
  it.each(calls)(
    '$call: the run ends or says in one sentence why it cannot',
    async ({ call, ends }) => {
      const district = await before()
      let at = momentOf('2024-11-14 15:00')
      for (const sentence of [says.unavailable, says.limit, ...lasting]) {
        district.workspace.moveTo(at)
        const fails: FailingCall[] = [{ call, says: sentence }]
        const run = await district.workspace.call('controlEdited', [], { fails })
        if (ends) expect(run.error, sentence).toBeUndefined()
        if (run.error !== undefined) {
          expect(run.error.split('\n')[0], sentence).toMatch(/^PlatformError: [^a-zA-Z]+$/)
          if (passing.includes(sentence)) expect(run.error).not.toMatch(/权限|授权/)
        }
        at += 600_000
      }
      // What could not be done is done when Google is well again, and nothing twice.
      const { broken } = await district.playTo('2024-11-14 18:00')
      expect(broken).toEqual([])
      const subjects = (await district.letters()).map(({ to, subject }) => `${to} ${subject}`)
      expect(new Set(subjects).size).toBe(subjects.length)
      // A claim of which nobody knows whether it was kept leaves its letter in doubt: told, not sent.
      const told = subjects.length + uncertainLetters(district.workspace)
      if (!call.includes('sendEmail')) expect(told).toBeGreaterThan(3)
    },
  )
})

describe('what a run can do without', () => {
  it('Drive down: the tick reads everything, and a wish not to ask Drive holds from the next run on', async () => {
    const district = await before()
    const fails = [{ call: 'Drive.Files.list', says: says.unavailable }]
    await district.type(
      '总台账',
      '参数表',
      [{ 参数: 'hint.drive', 值: '否', 生效日期: '2024-11-01' }],
      '2024-11-14 15:00',
    )
    const first = await district.tick('2024-11-14 15:00', { fails })
    expect(result(first)).toMatchObject({ outcome: 'done', read: 7 })
    const next = await district.tick('2024-11-14 15:10', { fails })
    expect(next.error).toBeUndefined()
    expect(next.trace.some(({ kind }) => kind === 'drive.list')).toBe(false)
  })

  it('one desk that does not open while letters go: they go without its link, and none is in doubt', async () => {
    const district = await before()
    const book = district.book('区人大办')
    const fails = [{ call: 'SpreadsheetApp.openById', says: says.failed, book }]
    const run = await district.tick('2024-11-14 15:00', { fails })
    expect(run.error).toBeUndefined()
    expect(uncertainLetters(district.workspace)).toBe(0)
    const letters = (await district.letters()).filter(({ subject }) => subject.startsWith('请报送'))
    expect(letters.length).toBeGreaterThan(3)
    expect(letters.filter(({ text }) => text.includes(book))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { patienceOf } from '../../src/apps-script/patience'
import { faultKind, told } from '../../src/apps-script/platform-error'
import { type FaultKind, PlatformError } from '../../src/ports'

/** What Google says: its pages on quotas and errors, and reports from the field. */
const sentences: [FaultKind, string][] = [
  ['transient', 'Service Spreadsheets failed while accessing document with id 1aB_c-permission.'],
  ['transient', 'Service timed out: Spreadsheets'],
  ['transient', 'Service Spreadsheets timed out while accessing document with id 1aB.'],
  ['transient', 'Service unavailable: Mail'],
  ['transient', 'Service error: Spreadsheets'],
  ['transient', 'Internal error executing the batch'],
  ['transient', "We're sorry, a server error occurred. Please wait a bit and try again."],
  [
    'transient',
    'API call to sheets.spreadsheets.get failed with error: The service is currently unavailable.',
  ],
  ['transient', 'API call to drive.files.list failed with error: Internal error encountered.'],
  ['transient', 'API call to drive.files.list failed with error: Empty response'],
  [
    'rate',
    'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.',
  ],
  ['rate', 'Script invoked too many times per second for this Google user account.'],
  ['rate', 'There are too many scripts running simultaneously for this Google user account.'],
  [
    'rate',
    "API call to sheets.spreadsheets.get failed with error: Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com'",
  ],
  ['rate', 'Request failed for https://sheets.googleapis.com returned code 429.'],
  ['rate', 'API call to drive.files.list failed with error: User Rate Limit Exceeded'],
  ['quota', 'Service invoked too many times for one day: email.'],
  ['quota', 'Service using too much computer time for one day'],
  ['quota', 'Limit exceeded: Email Total Recipients Per Day.'],
  ['program', 'Limit Exceeded: Email Body Size.'],
  ['program', 'Limit Exceeded: Email Recipients Per Message.'],
  [
    'program',
    "The parameters (null) don't match the method signature for SpreadsheetApp.openById.",
  ],
  ['authorization', 'You do not have permission to call SpreadsheetApp.openById'],
  ['authorization', 'Authorization is required to perform that action.'],
  [
    'protected',
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  ],
  ['permission', 'You do not have permission to access the requested document.'],
  [
    'permission',
    'API call to sheets.spreadsheets.get failed with error: The caller does not have permission',
  ],
  [
    'permission',
    'API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
  ],
  ['unknown', 'Something nobody has seen'],
]

const google = (message: string): Error => Object.assign(new Error(message), { name: 'Exception' })

const toldOf = (message: string, log: string[] = []): string => {
  try {
    told(
      '读取表格',
      (text) => log.push(text),
      () => {
        throw google(message)
      },
    )
  } catch (failure) {
    return failure instanceof PlatformError ? failure.message : String(failure)
  }
  return ''
}

describe('what Google says', () => {
  test.each(sentences)('%s: %s', (kind, message) => {
    expect(faultKind(google(message))).toBe(kind)
    const log: string[] = []
    const said = toldOf(message, log)
    // In Chinese, as one sentence; Google's own words stand in the log only.
    expect(said).toMatch(/^读取表格失败：[^a-zA-Z]+$/)
    expect(log).toEqual([`读取表格失败，谷歌原文：${message}`])
    if (kind === 'transient' || kind === 'rate') expect(said).not.toMatch(/权限|授权/)
  })

  test('each kind is told in a sentence of its own', () => {
    const kinds = new Set(sentences.map(([kind]) => kind))
    expect(new Set(sentences.map(([, message]) => toldOf(message))).size).toBe(kinds.size)
  })

  test('a failure of ours keeps its own words', () => {
    expect(() =>
      told(
        '读取表格',
        () => undefined,
        () => {
          throw new Error('找不到表「报送」，请恢复这张表')
        },
      ),
    ).toThrow('找不到表「报送」，请恢复这张表')
  })
})

describe('what may be called twice', () => {
  const calls = (...messages: string[]) => {
    const slept: number[] = []
    let made = 0
    const patience = patienceOf(
      (ms) => slept.push(ms),
      () => 1_000_007,
    )
    const ask = () =>
      patience(() => {
        made += 1
        const message = messages.shift()
        if (message !== undefined) throw google(message)
        return 'read'
      })
    return { ask, slept, made: () => made }
  }
  const down = 'Service timed out: Spreadsheets'

  test('is called again after growing pauses, four times at most', () => {
    const twice = calls(down, down)
    expect(twice.ask()).toBe('read')
    expect(twice.slept).toEqual([507, 1007])
    const always = calls(down, down, down, down, down)
    expect(always.ask).toThrow(down)
    expect(always.slept).toEqual([507, 1007, 2007])
    expect(always.made()).toBe(4)
  })

  test('waits longer where Google asks to slow down, and not at all where waiting cannot help', () => {
    const often = calls('Service invoked too many times in a short time: x', 'returned code 429.')
    expect(often.ask()).toBe('read')
    expect(often.slept).toEqual([1007, 4007])
    const refused = calls('You do not have permission to access the requested document.')
    expect(refused.ask).toThrow('permission')
    expect(refused.slept).toEqual([])
  })

  test('does not spend a run on pauses: after 40 seconds a failure counts at once', () => {
    const all = calls(...Array.from({ length: 100 }, () => down))
    for (let n = 0; n < 30; n += 1) expect(all.ask).toThrow(down)
    expect(all.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(40_000 + 250 * 40)
    expect(all.made()).toBeLessThan(4 * 30)
  })
})

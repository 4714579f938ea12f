import { lookFields } from '../layout/current-looks'
import type { BookId, Ports } from '../ports'
import { deliveryOf } from './delivery-of'
import { PlatformError } from './platform-error'
import type { GoogleLike, PropertiesLike } from './surface'
import { tablesOf } from './tables'
import { triggersOf } from './triggers'

const factsOf = (properties: PropertiesLike): Ports['facts'] => {
  let known: Record<string, string> | undefined
  const fresh = (): Record<string, string> => {
    known = { ...properties.getProperties() }
    return { ...known }
  }
  return {
    all: () => (known ? { ...known } : fresh()),
    fresh,
    now: (name) => properties.getProperty(name) ?? undefined,
    put: (changes) => {
      const given: Record<string, string> = {}
      const gone: string[] = []
      for (const [name, value] of Object.entries(changes)) {
        if (value !== undefined) given[name] = value
        else gone.push(name)
      }
      // What is removed goes last: the lease is given back when all else is kept.
      if (Object.keys(given).length > 0) properties.setProperties(given)
      for (const name of gone) properties.deleteProperty(name)
      if (!known) return
      Object.assign(known, given)
      for (const name of gone) Reflect.deleteProperty(known, name)
    },
  }
}

/** The world of the jobs on Google: each port over the services we use. */
export const portsOf = (google: GoogleLike): Ports => {
  const { SpreadsheetApp, MailApp, PropertiesService, LockService, Session, Sheets, Drive } = google
  const facts = factsOf(PropertiesService.getScriptProperties())
  const attempt = <T>(what: string, call: () => T): T => {
    try {
      return call()
    } catch (failure) {
      throw new PlatformError(
        `${what}：${failure instanceof Error ? failure.message : ''}`,
        failure,
      )
    }
  }
  return {
    tables: tablesOf({ app: SpreadsheetApp, drive: Drive, hints: () => facts.all().hints !== '0' }),
    layout: {
      read: (book: BookId) =>
        attempt('读版面失败', () => Sheets.Spreadsheets.get(book, { fields: lookFields })),
      apply: (book, requests) => {
        attempt('改版面失败', () => Sheets.Spreadsheets.batchUpdate({ requests }, book))
      },
    },
    mail: {
      quota: () => MailApp.getRemainingDailyQuota(),
      send: ({ to, subject, text, html, name, replyTo }) => {
        try {
          MailApp.sendEmail({ to, subject, body: text, htmlBody: html, name, replyTo })
          return { outcome: 'sent' }
        } catch (failure) {
          return deliveryOf(failure)
        }
      },
    },
    clock: { now: () => Date.now() },
    facts,
    lock: {
      within: (work) => {
        const lock = LockService.getScriptLock()
        if (!lock.tryLock(2000)) return false
        try {
          work()
          return true
        } finally {
          lock.releaseLock()
        }
      },
    },
    log: {
      line: (text) => {
        google.console.log(text)
      },
    },
    identity: {
      actor: () => Session.getEffectiveUser().getEmail(),
      run: () => google.Utilities.getUuid(),
      clicker: () => Session.getActiveUser().getEmail(),
      home: () => SpreadsheetApp.getActiveSpreadsheet()?.getId(),
    },
    triggers: triggersOf(google.ScriptApp),
  }
}

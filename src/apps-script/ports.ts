import type { Ports, Tables } from '../ports'
import { deliveryOf } from './delivery-of'
import { factsOf } from './facts'
import { pacedBy } from './paced'
import { type Hinted, type Patience, patienceOf } from './patience'
import { told } from './platform-error'
import type { GoogleLike, LockServiceLike } from './surface'
import { tablesOf } from './tables'
import { triggersOf } from './triggers'

type Tell = <A extends unknown[], T>(what: string, call: (...args: A) => T) => (...args: A) => T

const lockOf = (service: LockServiceLike, patience: Patience, log: (text: string) => void) => ({
  within: (work: () => void): boolean => {
    const lock = service.getScriptLock()
    if (!patience(() => lock.tryLock(2000))) return false
    try {
      work()
      return true
    } finally {
      try {
        patience(() => {
          lock.releaseLock()
        })
      } catch (failure) {
        // Google lets it go at the end of the run.
        log(`运行锁没有放开：${failure instanceof Error ? failure.message : String(failure)}`)
      }
    }
  },
})

const toldTables = (tables: Tables, tell: Tell): Tables => ({
  ...tables,
  read: tell('读取表格', tables.read),
  others: tell('读取表格', tables.others),
  reread: tell('读取表格', tables.reread),
  tail: tell('读取表格', tables.tail),
  write: tell('写入表格', tables.write),
  reserve: tell('写入表格', tables.reserve),
  append: tell('写入表格', tables.append),
  replace: tell('写入表格', tables.replace),
  flush: tell('写入表格', tables.flush),
  create: tell('新建表格', tables.create),
  timeZone: tell('读取表格', tables.timeZone),
})

/** The world of the jobs on Google: each port over the services we use. */
export const portsOf = (google: GoogleLike): Ports => {
  const { SpreadsheetApp, MailApp, Session, Sheets, Utilities } = google
  const log = (text: string): void => {
    google.console.log(text)
  }
  const sleep = (ms: number): void => {
    Utilities.sleep(ms)
  }
  const patience = patienceOf(sleep, () => Date.now())
  const paced = pacedBy(sleep, () => Date.now())
  const tell: Tell =
    (what, call) =>
    (...args) =>
      told(what, log, () => call(...args))
  const hinted: Hinted = (what, call) => {
    try {
      return patience(call)
    } catch (failure) {
      log(
        `${what}没有取到，谷歌原文：${failure instanceof Error ? failure.message : String(failure)}`,
      )
      return undefined
    }
  }
  const facts = factsOf(google.PropertiesService.getScriptProperties(), patience)
  const hints = (): boolean => facts.all().hints !== '0'
  const tables = tablesOf({ app: SpreadsheetApp, drive: google.Drive, hints, patience, hinted })
  const lock = lockOf(google.LockService, patience, log)
  let actor: string | undefined
  const askActor = tell('核对账号', () => patience(() => Session.getEffectiveUser().getEmail()))
  return {
    tables: toldTables(tables, tell),
    layout: {
      read: tell('读取版面', (book, { fields, ranges }) => {
        const options = { fields, ...(ranges ? { ranges: [...ranges] } : {}) }
        return patience(() => paced(() => Sheets.Spreadsheets.get(book, options)))
      }),
      // A change of looks may have been made though it failed: it is compared anew, not repeated.
      apply: tell('修复版面', (book, requests) => {
        Sheets.Spreadsheets.batchUpdate({ requests }, book)
      }),
    },
    mail: {
      // Where it cannot be learnt, sendEmail itself says when it is spent.
      quota: () => hinted('发信额度', () => MailApp.getRemainingDailyQuota()) ?? 1000,
      // Never repeated: a letter that failed may have gone.
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
    facts: {
      all: tell('读取运行状态', facts.all),
      fresh: tell('读取运行状态', facts.fresh),
      now: tell('读取运行状态', facts.now),
      put: tell('保存运行状态', facts.put),
    },
    lock: { within: tell('取得运行锁', lock.within) },
    log: { line: log },
    identity: {
      // It is the same for as long as the script runs.
      actor: () => {
        actor ??= askActor()
        return actor
      },
      run: () => Utilities.getUuid(),
      clicker: () => Session.getActiveUser().getEmail(),
      home: tell('核对总台账', () =>
        patience(() => SpreadsheetApp.getActiveSpreadsheet()?.getId()),
      ),
    },
    triggers: { install: tell('安装定时任务', triggersOf(google.ScriptApp).install) },
  }
}

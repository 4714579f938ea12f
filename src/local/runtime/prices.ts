/** The price of one kind of call in modelled ms. */
export type Price = {
  fix?: number
  perCell?: number
  over18000PerCell?: number
  perDirtyCell?: number
  perRequest?: number
  perKB?: number
  /** M measured, D derived from a measurement, A assumed. */
  ev?: 'M' | 'D' | 'A'
  note?: string
}

/** Modelled prices of the calls to Google, of warm files 2018 to 2023. */
export const prices = {
  'ss.open': { fix: 8, ev: 'M' },
  'ss.firstRead': { fix: 170, ev: 'M', note: 'first value/name/size read per workbook per run' },
  'ss.firstWrite': { fix: 72, ev: 'M', note: 'only if nothing was read before' },
  'ss.handle': {
    fix: 0.5,
    ev: 'M',
    note: 'getSheetByName/getRange/offset after first touch: 0.16-1.5',
  },
  'range.getValues': { fix: 1, perCell: 0.012, ev: 'M' },
  'range.getValue.hot': { fix: 0.3, ev: 'M' },
  'range.setValue': { fix: 1.25, ev: 'M' },
  'range.setValues': { fix: 1.5, perCell: 0.0095, over18000PerCell: 0.14, ev: 'M' },
  'range.format': { fix: 1.5, perCell: 0.0095, ev: 'A' },
  'ss.flush': { fix: 30, perDirtyCell: 0.133, ev: 'M' },
  'sheet.appendRow': { fix: 110, ev: 'M', note: 'includes its own flush' },
  'sheet.insertDeleteRow': { fix: 25, ev: 'A', note: '>=7.2 proven; forces flush' },
  'sheet.textFinder': { fix: 650, perCell: 0.0053, ev: 'D' },
  'sheet.sort': { fix: 100, ev: 'A' },
  'sheet.protect': { fix: 80, ev: 'A' },
  'sheet.validation': { fix: 30, ev: 'A' },
  'ss.metadata': { fix: 150, ev: 'A' },
  'ss.create': { fix: 2500, ev: 'A' },
  'api.values.get': { fix: 172, perCell: 0.0029, ev: 'M' },
  'api.values.write': { fix: 206, perCell: 0.01, ev: 'M' },
  'api.ss.getMeta': {
    fix: 350,
    perKB: 2,
    ev: 'A',
    note: 'the fix is measured, of answers without cells; 20 s for 10 MB is assumed',
  },
  'api.ss.batchUpdate': { fix: 300, perRequest: 20, ev: 'A' },
  'url.fetch': { fix: 400, ev: 'D', note: 'plus server time' },
  'url.fetchAll': { fix: 500, ev: 'D', note: 'plus max(server time)' },
  'props.get': { fix: 30, ev: 'M' },
  'props.getAll': { fix: 35, ev: 'A' },
  'props.set': { fix: 62, ev: 'M' },
  'cache.get': { fix: 3, ev: 'M' },
  'cache.put': { fix: 93, ev: 'M' },
  'lock.try': { fix: 60, ev: 'A', note: 'plus waiting time' },
  'lock.release': { fix: 20, ev: 'A' },
  'mail.send': { fix: 900, perKB: 3, ev: 'D', note: '1.2 s at 100 KB' },
  'mail.quota': { fix: 60, ev: 'A' },
  'drive.list': { fix: 400, ev: 'A' },
  'script.newTrigger': { fix: 700, ev: 'A' },
  'script.listTriggers': { fix: 300, ev: 'A' },
  'session.email': { fix: 30, ev: 'A' },
  log: { fix: 4, ev: 'M' },
  'util.sleep': { note: 'plus ms' },
  handle: { fix: 0, ev: 'A', note: 'an object that only leads to the next call, such as getUi()' },
  'sheet.id': { fix: 2, ev: 'M', note: 'getSheetId (T. Tanaike 2022-08-31)' },
  'sheet.size': { fix: 0.5, ev: 'A', note: 'getLastRow, getMaxRows, ... after first touch' },
  'ss.name': {
    fix: 0.5,
    ev: 'A',
    note: 'getName, getSpreadsheetTimeZone; the first one pays ss.firstRead',
  },
  'ss.sheets': { fix: 2, ev: 'A', note: 'the list of tabs' },
  'range.getFormulas': { fix: 1, perCell: 0.012, ev: 'A', note: 'as range.getValues' },
  'props.delete': { fix: 62, ev: 'A', note: 'as props.set' },
  'fault.slow': { fix: 0, ev: 'A', note: 'a fault on demand: the ms by which a call is slow' },
  'util.uuid': { fix: 1, ev: 'A' },
  'props.setAll': { fix: 62, ev: 'A', note: 'as props.set' },
  'ui.menu': { fix: 10, ev: 'A' },
  'ui.alert': { fix: 0, ev: 'A', note: 'waits for a person; the wait is not modelled' },
  'script.deleteTrigger': { fix: 300, ev: 'A' },
  'lock.wait': { fix: 0, ev: 'A', note: 'the wait itself, in ms' },
} as const satisfies { [kind: string]: Price }

export type PriceKind = keyof typeof prices

/** A run is killed after this many modelled ms (6 minutes, Google's script runtime quota). */
export const runLimit = 360_000

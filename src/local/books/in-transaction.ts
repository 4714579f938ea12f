import type { Connection } from './database'

/**
 * Carries out `act` in one transaction: `immediate` to write, `deferred` to read as of one moment.
 * What SQLite itself has rolled back, as it does on a full disk, is not rolled back again: that
 * would hide why.
 */
export function inTransaction<T>(db: Connection, mode: 'immediate' | 'deferred', act: () => T): T {
  db.exec(`begin ${mode}`)
  try {
    const result = act()
    db.exec('commit')
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('rollback')
    throw error
  }
}

import type { Connection } from '../books/database'
import type { Workbooks } from '../books/workbooks'
import { messageOf } from '../message-of'

/** What each table holds, in the office's words, and the columns without which it is no use. */
const tables: Record<string, { holds: string; columns: string[]; texts: string[] }> = {
  book: { holds: '工作簿', columns: ['id', 'name', 'kind', 'counter'], texts: ['props'] },
  sheet: { holds: '页', columns: ['book', 'sheet'], texts: ['props'] },
  line: { holds: '行', columns: ['book', 'sheet', 'key', 'pos'], texts: ['cells'] },
  history: { holds: '单元格的历史', columns: ['book', 'line', 'col', 'at'], texts: ['old', 'new'] },
  property: { holds: '程序的记录', columns: ['name', 'value'], texts: [] },
  fact: { holds: '工作区的记录', columns: ['name', 'value'], texts: [] },
  run: { holds: '运行记录', columns: ['at'], texts: ['run'] },
}

/** All that is wrong with a database, a sentence each: its pages, its tables, what stands in them. */
export function databaseFaults(db: Connection, workbooks: Workbooks): string[] {
  const structure = tried('数据库', () => structureFaults(db))
  const missing = structure.length > 0 ? [] : tried('数据库的表', () => missingParts(db))
  if (structure.length + missing.length > 0) return [...structure, ...missing]
  return [...tried('数据库的内容', () => textFaults(db)), ...bookFaults(workbooks)]
}

function structureFaults(db: Connection): string[] {
  const rows = db.pragma('integrity_check(1000)') as { integrity_check: string }[]
  const said = rows.flatMap((row) => row.integrity_check.split('\n'))
  const bad = said.filter((line) => line !== 'ok' && !line.startsWith('***'))
  if (bad.length === 0) return []
  const places = [...new Set(bad.map((line) => placeOf(db, line)))].filter((one) => one !== '')
  const where = places.length > 0 ? `，在${places.join('、')}中` : ''
  return [`数据库结构：有 ${bad.length} 处损坏${where}。`]
}

/** The table of which a line of SQLite's report speaks: by its root page or its index. */
function placeOf(db: Connection, line: string): string {
  const root = /^Tree (\d+)/.exec(line)?.[1]
  const index = /index (\w+)/.exec(line)?.[1]
  const found = db
    .prepare('select tbl_name as name from sqlite_schema where rootpage = ? or name = ?')
    .get([Number(root ?? -1), index ?? '']) as { name: string } | undefined
  return tables[found?.name ?? '']?.holds ?? ''
}

function missingParts(db: Connection): string[] {
  return Object.entries(tables).flatMap(([name, { holds, columns, texts }]) => {
    const there = (db.pragma(`table_info(${name})`) as { name: string }[]).map((one) => one.name)
    const gone = [...columns, ...texts].filter((column) => !there.includes(column))
    return gone.length === 0 ? [] : [`数据库的表：${holds}（${name}）缺 ${gone.join('、')}。`]
  })
}

function textFaults(db: Connection): string[] {
  return Object.entries(tables).flatMap(([name, { holds, texts }]) =>
    texts.flatMap((column) => {
      const asked = `select count(*) as n from ${name} where ${column} is not null and not json_valid(${column})`
      const { n } = db.prepare(asked).get([]) as { n: number }
      return n === 0 ? [] : [`数据库的内容：${holds}有 ${n} 条读不出来。`]
    }),
  )
}

function bookFaults(workbooks: Workbooks): string[] {
  return workbooks.list().flatMap(({ id, name }) =>
    tried(`工作簿《${name}》`, () =>
      workbooks.load(id).tabs.flatMap((tab) => {
        const gaps = Array.from(tab.lines, (line) => line === undefined).filter(Boolean).length
        return gaps === 0 ? [] : [`工作簿《${name}》：「${tab.title}」缺 ${gaps} 行。`]
      }),
    ),
  )
}

/** What cannot even be looked at is a fault of its own. */
function tried(what: string, look: () => string[]): string[] {
  try {
    return look()
  } catch (error) {
    const said = messageOf(error)
    return [`${what}：读不出来${/\p{Script=Han}/u.test(said) ? `（${said}）` : ''}。`]
  }
}

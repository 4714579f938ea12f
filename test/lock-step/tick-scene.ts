import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Faults } from '../../src/local/contract'
import { RunState } from '../../src/local/runtime/run-state'
import { type LocalStore, openStore } from '../../src/local/store'
import { makeDistrict, momentOf, type SmallDistrict } from '../acceptance/small-district'

/** The moment of the tick. */
const at = momentOf('2024-11-14 15:00')

/** A reminder is due, and one office has typed: there are rows, pages and letters to write. */
export const beforeTheTick = async (): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-14 14:30', (whole) => ({
    ...whole,
    offices: whole.offices.filter(({ short }) => ['区委办', '区政府办'].includes(short)),
    leaders: whole.leaders.filter(({ name }) => ['江岳', '程波'].includes(name)),
    people: whole.people.filter(({ office }) => ['QWB', 'QZFB'].includes(office)),
  }))
  await district.playTo('2024-11-14 14:50')
  const row = { 领导姓名: '程波', 日期: '11月20日', 活动内容: '调研' }
  await district.type('区政府办', '周计划填报', [row], '2024-11-14 15:00')
  return district
}

type Scene = {
  store: LocalStore
  letters: string[]
  run(faults?: Faults, later?: number): RunState
}

/** Plays with a copy of a folder, its letters kept in memory. */
export const within = async (
  from: string,
  play: (scene: Scene) => Promise<void>,
): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'lianxi-ticks-'))
  cpSync(from, dir, { recursive: true })
  const store = openStore(dir)
  store.syncEach(false)
  const letters: string[] = []
  const post = {
    send: ({ to, subject }: { to: string[]; subject: string }) => {
      letters.push(`${to.join(' ')} ${subject}`)
    },
    close: () => Promise.resolve(),
  }
  const run = (faults: Faults = {}, later = 0) =>
    new RunState('tick', store, post, at + later, faults)
  try {
    await play({ store, letters, run })
  } finally {
    store.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Rows of every tab that the office or the script wrote, but the log of runs. */
export const shownIn = (store: LocalStore): Record<string, string[][]> => {
  const shown: Record<string, string[][]> = {}
  for (const { id, name } of store.books()) {
    for (const tab of store.texts(id)) {
      if (!/运行|页面/.test(tab.name)) shown[`${name} ${tab.name}`] = tab.rows
    }
  }
  return shown
}

/** The numbers of the events in the machine ledger. */
export const eventNumbers = (store: LocalStore): number[] => {
  const ledger = store.books().find(({ kind }) => kind === 'ledger')
  const [, , ...rows] =
    store.texts(ledger?.id ?? '').find(({ name }) => name === '事件')?.rows ?? []
  return rows.filter((row) => row[0] !== '').map((row) => Number(row[0]))
}

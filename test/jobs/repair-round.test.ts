import { describe, expect, test } from 'vitest'
import type { Moment } from '../../src/domain/moment'
import { repairRound } from '../../src/jobs/repair-round'
import { troublesOf } from '../../src/jobs/troubles'
import { type BookId, PlatformError } from '../../src/ports'
import { memoryPorts } from '../fakes/memory-ports'
import { paperDigest, paperDistrict, when } from '../fakes/paper-district'
import { paperRun } from '../fakes/paper-run'

const books = ['control', 'dashboard', 'd-QWB', 'd-QRD', 'd-QZF', 'd-QFY']
const night = (nth: number): Moment => when('2024-11-15 02:00') + nth * 24 * 3_600_000

/** Nights of a district of which only that is kept which the ledger keeps. */
const nights = () => {
  const paper = paperDistrict()
  const reads: BookId[] = []
  const touched = new Map<BookId, Moment>()
  const failing = new Map<BookId, PlatformError>()
  const { ports, tables, at: setClock } = memoryPorts()
  for (const book of books) tables.put(book, '工作表1', [])
  ports.layout.read = (book) => {
    reads.push(book)
    const failure = failing.get(book)
    if (failure) throw failure
    return {}
  }
  const at = (moment: Moment) => {
    setClock(moment)
    return { ...paperRun(paper, moment, paper.judge(moment)), ports, dashboard: 'dashboard' }
  }
  /** One run; which workbooks it looked at, and what it left. */
  const tick = (moment: Moment, asked?: Moment) => {
    reads.length = 0
    const run = at(moment)
    const done = repairRound(run, {
      asked,
      // The script writes every day: every mark moves.
      marks: Object.fromEntries(books.map((book) => [book, `${book} ${moment}`])),
      touchedOf: (book) => (book === 'dashboard' ? undefined : (touched.get(book) ?? 0)),
      digest: paperDigest,
      until: moment + 60_000,
      keep: () => undefined,
    })
    return { run, ...done, read: [...new Set(reads)] }
  }
  return { tick, touched, failing }
}

const rate = new PlatformError('读取版面失败：谷歌要求放慢', 'rate', undefined)

describe('the round of the night repair', () => {
  test('a workbook that only the script wrote in is left out once its rows were seen, a touched one is not', () => {
    const { tick, touched } = nights()
    for (let nth = 0; nth < 7; nth += 1)
      expect(tick(night(nth)).read.sort(), String(nth)).toEqual([...books].sort())
    // The dashboard's mark is all that is known of it.
    expect(tick(night(7)).read).toEqual(['dashboard'])
    touched.set('d-QRD', night(7) + 3_600_000)
    for (let nth = 8; nth < 12; nth += 1)
      expect(tick(night(nth)).read.sort(), String(nth)).toEqual(['d-QRD', 'dashboard'])
    // Who changed it can be missed: nothing is left out for longer than a week.
    expect(tick(night(13)).read.sort()).toEqual([...books].sort())
  })

  test('asked for by a person it leaves nothing out', () => {
    const { tick } = nights()
    for (let nth = 0; nth < 8; nth += 1) tick(night(nth))
    const asked = night(7) + 9 * 3_600_000
    expect(tick(asked, asked).read.sort()).toEqual([...books].sort())
  })

  test('a workbook that fails three times waits for the next night, told at 问题, and the rest goes on', () => {
    const { tick, failing } = nights()
    failing.set('d-QRD', rate)
    const minute = 60_000
    const [first, second, third] = [0, 10, 20].map((late) => tick(night(0) + late * minute))
    expect(first?.read.sort()).toEqual([...books].sort())
    expect([first?.left, second?.left, third?.left]).toEqual([1, 1, 0])
    expect([second?.read, third?.read]).toEqual([['d-QRD'], ['d-QRD']])
    expect(tick(night(0) + 30 * minute).read).toEqual([])
    const said = (run?: ReturnType<typeof tick>['run']) =>
      run ? troublesOf(run).filter(({ kind }) => kind === '版面') : []
    expect(said(third?.run)).toEqual([
      {
        kind: '版面',
        object: '区人大办',
        text: '读取版面失败：谷歌要求放慢；内容不受影响，次日夜间再修复',
        since: '2024年11月15日 02:20',
      },
    ])
    const result = third?.run.journal.state.jobs.get('修复版面')?.result
    expect(result).toMatch(/^改正\d+处，1个表格未能修复，见「问题」$/)
    failing.clear()
    const next = tick(night(1))
    expect(next.read).toContain('d-QRD')
    expect(said(next.run)).toEqual([])
  })

  test('one that nobody may open is tried once, and one that fails in a run of many ends that run', () => {
    const { tick, failing } = nights()
    failing.set('d-QFY', new PlatformError('读取版面失败：没有权限', 'permission', undefined))
    expect(tick(night(0))).toMatchObject({ left: 0 })
    for (const book of books) failing.set(book, rate)
    const { read, left } = tick(night(1))
    expect(read).toHaveLength(2)
    expect(left).toBe(books.length)
  })
})

import { describe, expect, it } from 'vitest'
import type { Faults, Run } from '../../src/local/contract'
import { makeDistrict, type SmallDistrict } from './small-district'

const books = ['总台账', '总览', '区委办', '区人大办', '区政府办', '区政协办', '区法院', '区检察院']

/** What a paste from elsewhere leaves in one row (from 0): a colour, and no drop-down. */
const paste = (district: SmallDistrict, desk: string, row: number): void => {
  const { sheetId } = district.view(desk, '周计划填报')
  const range = { sheetId, startRowIndex: row, endRowIndex: row + 1 }
  const cell = { userEnteredFormat: { backgroundColor: { blue: 1 } } }
  const requests = [
    { repeatCell: { range, cell, fields: 'userEnteredFormat.backgroundColor' } },
    { setDataValidation: { range } },
  ]
  district.workspace.store.looks(district.book(desk), requests, 'p003@anlan.local')
}

const isSpoilt = (district: SmallDistrict, desk: string): boolean =>
  district
    .view(desk, '周计划填报')
    .looks.some((row) => row.some((cell) => cell?.background === '#0000ff'))

/** A district whose machine ledger of the year is made. */
const atWork = async (): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-14 08:00')
  await district.playTo('2024-11-14 09:00')
  return district
}

const lookedAt = (run: Run): string[] => [
  ...new Set(run.trace.flatMap(({ kind, ss }) => (kind === 'api.ss.getMeta' ? [ss] : []))),
]

const times = (day: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const minutes = from + i * 10
    const two = (n: number) => String(n).padStart(2, '0')
    return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  })

/** Ticks of the night until one looks at nothing; the runs that looked at something. */
const night = async (
  district: SmallDistrict,
  day: string,
  faults: (run: number) => Faults = () => ({}),
): Promise<Run[]> => {
  const runs: Run[] = []
  for (const at of times(day, 120, 24)) {
    const run = await district.tick(at, faults(runs.length))
    if (lookedAt(run).length === 0) break
    runs.push(run)
  }
  return runs
}

describe('the night repair', () => {
  it('of a slow Google goes on run after run, and no run fails', async () => {
    const district = await atWork()
    for (const desk of ['区委办', '区检察院']) paste(district, desk, 1)
    const slow = [{ call: 'Sheets.Spreadsheets.get', ms: 20_000 }]
    const runs = await night(district, '2024-11-15', () => ({ slow }))
    expect(runs.length).toBeGreaterThan(1)
    for (const run of runs) {
      expect(run.error).toBeUndefined()
      expect(run.ms).toBeLessThan(300_000)
    }
    // Each workbook once.
    const all = runs.flatMap(lookedAt)
    expect(new Set(all)).toEqual(new Set(books.map((desk) => district.book(desk))))
    expect(all).toHaveLength(books.length)
    expect(['区委办', '区检察院'].filter((desk) => isSpoilt(district, desk))).toEqual([])
    const job = district
      .page('总台账', '定时任务')
      .find((row) => Object.values(row).includes('修复版面'))
    expect(JSON.stringify(job)).toMatch(/改正\d+处/)
  })

  it('that is killed loses one workbook at most', async () => {
    const district = await atWork()
    const whole = await (await atWork()).tick('2024-11-15 02:00')
    const calls = whole.trace.map(({ kind }) => kind)
    const at = calls.lastIndexOf('api.ss.getMeta')
    const killed = await district.tick('2024-11-15 02:00', { killAt: at })
    expect(killed.outcome).toBe('killed')
    const seen = lookedAt(killed)
    expect(seen.length).toBeGreaterThan(4)
    const again = await night(district, '2024-11-15')
    const twice = again.flatMap(lookedAt).filter((book) => seen.includes(book))
    expect(twice.length).toBeLessThanOrEqual(1)
    expect(new Set([...seen, ...again.flatMap(lookedAt)]).size).toBe(books.length)
  })

  it('reads some ten KB a workbook, mends a middle row within a week, and then leaves out what nobody touched', async () => {
    const district = await atWork()
    paste(district, '区法院', 12)
    const mended: string[] = []
    for (let days = 0; days < 7; days += 1) {
      const day = `2024-11-${15 + days}`
      const trace = (await night(district, day)).flatMap((run) => run.trace)
      const kb = trace
        .filter(({ kind }) => kind === 'api.ss.getMeta')
        .reduce((sum, line) => sum + (line.kb ?? 0), 0)
      process.stdout.write(
        `the looks of ${books.length} workbooks: ${Math.round(kb)} KB read in the night of ${day}\n`,
      )
      // All of it every night would be some 250 KB.
      expect(kb / books.length).toBeLessThan(days === 0 ? 120 : 70)
      // One request alone is a row put in its order, or a line of a new week.
      const isMended = trace.some(
        ({ kind, ss, requests = 0 }) =>
          kind === 'api.ss.batchUpdate' && ss === district.book('区法院') && requests > 1,
      )
      if (isMended) mended.push(day)
    }
    // It is in the last of seven parts, the first of which was seen on the day before these nights.
    expect(mended).toEqual(['2024-11-20'])
    // The script has written into all of them every day; a person has into one.
    paste(district, '区人大办', 1)
    const after = (await night(district, '2024-11-22')).flatMap(lookedAt)
    expect(after.sort()).toEqual(['总览', '区人大办'].map(district.book).sort())
    expect(isSpoilt(district, '区人大办')).toBe(false)
  })

  it('asked for by a person looks at every row of every workbook, and says so when it has', async () => {
    const district = await makeDistrict('2024-11-14 08:00')
    await district.playTo('2024-11-14 09:00')
    paste(district, '区法院', 12)
    await district.type('总台账', '手动操作', [{ 事项: '修复版面' }], '2024-11-14 09:10')
    const slow = [{ call: 'Sheets.Spreadsheets.get', ms: 20_000 }]
    const first = await district.tick('2024-11-14 09:20', { slow })
    expect(first.error).toBeUndefined()
    const stateOf = () =>
      district.page('总台账', '手动操作').find((row) => row['事项'] === '修复版面')
    expect(stateOf()).toMatchObject({ 状态: '待办' })
    await district.tick('2024-11-14 09:30', { slow })
    await district.tick('2024-11-14 09:40', { slow })
    expect(stateOf()).toMatchObject({ 状态: '已办' })
    expect(stateOf()?.['结果']).toMatch(/^已检查，改正[1-9]\d*处$/)
  })
})

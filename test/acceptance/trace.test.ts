import { expect, it } from 'vitest'
import type { Run, TraceLine } from '../../src/local/contract'
import { playedWeek, playWeek } from './played-week'
import { makeDistrict, type SmallDistrict } from './small-district'

const countBy = (lines: TraceLine[], keyOf: (line: TraceLine) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  return counts
}

/** Everything the bundle does: a played week, then its other public functions. */
const everything = async (): Promise<{ district: SmallDistrict; runs: Run[] }> => {
  const district = await makeDistrict('2024-11-13 09:00')
  await playWeek(district, '2024-11-20 09:00')
  const { workspace } = district
  const others = ['selfCheck', 'describe', 'rebuildCheck', 'askCollect', 'askApproval', 'askRepair']
  for (const fn of others) expect((await workspace.call(fn, [])).outcome, fn).toBe('done')
  await workspace.call('explain', [JSON.stringify({ what: playedWeek })])
  await district.playTo('2024-11-20 09:40')
  return { district, runs: workspace.store.runs(10_000).filter(({ fn }) => fn !== 'setUpDistrict') }
}

const mailOf = ({ trace }: Run): number => trace.filter(({ kind }) => kind === 'mail.send').length

/** Workbooks whose looks a run looks at: each is noted in the ledger before the next is begun. */
const lookedAt = ({ trace }: Run): number =>
  new Set(trace.flatMap(({ kind, ss }) => (kind === 'api.ss.getMeta' ? [ss] : []))).size

/** Flushes before the first letter: two a workbook; the first run of a year makes the year's ledger too. */
const tooManyFlushes = (run: Run): string[] => {
  const { trace } = run
  const most = (trace.some(({ kind }) => kind === 'ss.create') ? 3 : 2) + lookedAt(run)
  const mail = trace.findIndex(({ kind }) => kind === 'mail.send')
  const before = (mail < 0 ? trace : trace.slice(0, mail)).filter(({ kind }) => kind === 'ss.flush')
  return [...countBy(before, ({ ss }) => ss)].flatMap(([ss, n]) =>
    n > most ? [`${n} flushes of ${ss}`] : [],
  )
}

/** Calls that were made for each row instead of each tab. */
const oneByOne = (run: Run, tabsOf: (book: string) => number): string[] => {
  const counts = countBy(run.trace, ({ kind, ss }) => `${kind} ${ss}`)
  return [...counts].flatMap(([key, n]) => {
    const [kind = '', book = ''] = key.split(' ')
    // A tab is read, read again before it is written, and once more to verify; a letter is marked.
    const once: Record<string, number> = { 'sheet.size': 8, 'range.setValues': 4, 'ss.handle': 8 }
    // While it writes, a run makes sure once a second that it may; and before each letter.
    const sure = kind === 'props.get' ? run.ms / 1000 + mailOf(run) : 0
    // Readings of the Sheets API are kept apart.
    const noted = (kind === 'util.sleep' ? 2 : 3) * lookedAt(run)
    const most = book === '' ? 8 + sure : tabsOf(book) * (once[kind] ?? 3) + 4 * mailOf(run)
    return n > most + noted && !kind.startsWith('mail.')
      ? [`${key} ${n} times, at most ${most}`]
      : []
  })
}

it('a week costs no implicit flush, two flushes a workbook before the mail, and little when idle', async () => {
  const { district, runs } = await everything()
  const { store } = district.workspace
  const tabs = new Map(store.books().map(({ id }) => [id, store.view(id).length]))
  const wasteful = runs.flatMap((run) => {
    const implicit = run.trace.filter((line) => line.implicit === true)
    return [
      ...implicit.map(({ ss }) => `implicit flush of ${ss}`),
      ...tooManyFlushes(run),
      ...oneByOne(run, (book) => tabs.get(book) ?? 0),
    ].map((what) => `${run.fn} ${new Date(run.at).toISOString()}: ${what}`)
  })
  expect(wasteful).toEqual([])
  const idle = runs.filter(
    ({ fn, trace }) => fn === 'tick' && !trace.some(({ kind }) => kind === 'ss.firstRead'),
  )
  expect(idle.length).toBeGreaterThan(5)
  expect(Math.max(...idle.map(({ ms }) => ms))).toBeLessThan(1000)
  expect(runs.some((run) => mailOf(run) > 3)).toBe(true)
})

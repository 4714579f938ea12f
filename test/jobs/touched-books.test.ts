import { expect, test } from 'vitest'
import type { Reading } from '../../src/jobs/reading'
import { touchedAt, touchedBooks } from '../../src/jobs/touched-books'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { memoryPorts } from '../fakes/memory-ports'
import { control, paperDistrict, when } from '../fakes/paper-district'
import { paperRun } from '../fakes/paper-run'

const now = when('2024-11-15 10:00')
const earlier = when('2024-11-14 10:00')
const books = [control, 'd-QWB', 'd-QRD', 'd-QZF', 'd-QFY']
const script = 'role@anlan.local'
const person = 'clerk@anlan.local'

type Given = {
  marks?: Record<string, string> | undefined
  editors?: Record<string, string>
  readings?: Map<string, Reading>
}

const known = () =>
  new Map(books.map((book): [string, Reading] => [book, { covered: 1, mark: 'm', touched: 5 }]))
const all = (mark: string) => Object.fromEntries(books.map((book) => [book, mark]))

const touchedIn = ({ marks, editors = {}, readings = known() }: Given, typed?: string) => {
  const paper = paperDistrict()
  if (typed) paper.put(typed, weeklyPlan, 'r1', { content: '调研' }, now)
  const { ports } = memoryPorts({ actor: script })
  ports.tables.editors = () => editors
  const run = { ...paperRun(paper, now, paper.judge(earlier)), ports }
  run.journal = paper.journal(now)
  return [...touchedBooks(run, readings, marks)].sort()
}

const sorted = [...books].sort()

test('a workbook counts as changed by somebody unless the script’s account changed it last', () => {
  expect(touchedIn({ marks: all('m') })).toEqual([])
  const byScript = Object.fromEntries(books.map((book) => [book, script]))
  expect(touchedIn({ marks: all('n'), editors: byScript })).toEqual([])
  expect(touchedIn({ marks: all('n'), editors: { ...byScript, 'd-QRD': person } })).toEqual([
    'd-QRD',
  ])
  // What a reading brought to light counts, whoever is said to have written last.
  expect(touchedIn({ marks: all('n'), editors: byScript }, 'd-QFY')).toEqual(['d-QFY'])
})

test('what is not known counts as a change: no marks, no name, no reading', () => {
  expect(touchedIn({ marks: undefined })).toEqual(sorted)
  expect(touchedIn({ marks: all('n') })).toEqual(sorted)
  expect(touchedIn({ marks: all('n'), editors: all('') })).toEqual(sorted)
  expect(touchedIn({ marks: all('m'), readings: new Map() })).toEqual(sorted)
})

test('when it was is kept from run to run; what the version before left counts as changed now', () => {
  const readings = known()
  expect(touchedAt(readings, new Set(['d-QRD']), 'd-QRD', now)).toBe(now)
  expect(touchedAt(readings, new Set(), 'd-QRD', now)).toBe(5)
  expect(touchedAt(readings, new Set(), 'dashboard', now)).toBeUndefined()
  readings.set('d-QRD', { covered: 1, mark: 'm' })
  expect(touchedAt(readings, new Set(), 'd-QRD', now)).toBe(now)
})

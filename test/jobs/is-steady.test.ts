import { expect, test } from 'vitest'
import { journalOf } from '../../src/domain/event'
import { emptyState } from '../../src/domain/state'
import type { Gathered } from '../../src/jobs/gather'
import { isSteady, refusalShown } from '../../src/jobs/is-steady'
import { standingOf } from '../../src/jobs/standing'
import { when } from '../fakes/paper-district'

const now = when('2024-11-20 09:10')
const facts = { nextDue: String(now + 60_000) }

const gathered = (more: { left?: string[]; unread?: string[]; pages?: string[] } = {}) => {
  const journal = journalOf(emptyState(), now)
  const unread = new Map((more.unread ?? []).map((book) => [book, { since: 0, reason: '' }]))
  const pages = new Map((more.pages ?? ['d-QWB|本办待办']).map((page) => [page, 'a']))
  const given = { run: { journal, unread }, ledger: { pages }, left: more.left ?? [] }
  return given as unknown as Gathered
}

test('after a run that came to its end, before anything is due, what was written stands', () => {
  expect(isSteady(gathered(), standingOf(facts), now)).toBe(true)
})

test.each<[string, Record<string, string>]>([
  ['something is due', { ...facts, nextDue: String(now) }],
  ['the last run failed', {}],
  ['the last run was killed', { ...facts, lease: String(now - 60_000) }],
  ['a workbook was left behind', { ...facts, behind: '["d-QWB"]' }],
])('not where %s', (_, left) => {
  expect(isSteady(gathered(), standingOf(left), now)).toBe(false)
})

test('not where a desk was not read, or the ledger knows no page', () => {
  const standing = standingOf(facts)
  expect(isSteady(gathered({ unread: ['d-QWB'] }), standing, now)).toBe(false)
  expect(isSteady(gathered({ left: ['d-QWB'] }), standing, now)).toBe(false)
  expect(isSteady(gathered({ pages: [] }), standing, now)).toBe(false)
})

test('not on the day a refusal goes from its desk', () => {
  const given = gathered()
  const refusal = { book: 'd-QWB', register: 'weekly-plan', heading: '活动内容', position: 3 }
  const steadyAfter = (age: number) => {
    given.run.journal.set('refusals', 'where', { ...refusal, rule: '密级标志', at: now - age })
    return isSteady(given, standingOf(facts), now)
  }
  const ages = [
    0,
    refusalShown - 1,
    refusalShown,
    refusalShown + 86_399_999,
    refusalShown + 86_400_000,
  ]
  expect(ages.map(steadyAfter)).toEqual([true, true, false, false, true])
})

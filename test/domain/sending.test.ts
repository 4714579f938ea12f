import { describe, expect, test } from 'vitest'
import { journalOf } from '../../src/domain/event'
import type { Due } from '../../src/domain/letter'
import { settleOutbox } from '../../src/domain/outbox'
import type { Letter } from '../../src/domain/outbox-letter'
import { hasRoom, nextSending, noteDelivery, readyToSend } from '../../src/domain/sending'
import { emptyState } from '../../src/domain/state'

const due = (key: string, urgent?: true): Due => ({
  key,
  kind: 'notice',
  person: 'P003',
  about: '2024-11-18',
  content: {
    subject: { say: 'notice.subject', with: {} },
    opening: { say: 'notice.opening', with: {} },
    groups: [],
    book: '',
    at: '',
  },
  ...(urgent ? { urgent } : {}),
})

const minute = 60_000
const day = 1440 * minute

test('what is kept back for emergencies is for urgent letters only', () => {
  expect(hasRoom(due('a'), 21, 20)).toBe(true)
  expect(hasRoom(due('a'), 20, 20)).toBe(false)
  expect(hasRoom(due('a', true), 20, 20)).toBe(true)
  expect(hasRoom(due('a', true), 0, 20)).toBe(false)
})

test('urgent letters go first, the others keep their order', () => {
  const journal = journalOf(emptyState(), 1)
  const queue = [due('a'), due('b'), due('c', true), due('d', true)]
  settleOutbox(journal, queue)
  expect(readyToSend(journal, queue).map(({ key }) => key)).toEqual(['c', 'd', 'a', 'b'])
})

describe('a letter that is not taken', () => {
  /** Tries whenever it may be tried, by ticks of ten minutes; gives the minutes of each try. */
  const triesOf = (server: boolean): { minutes: number[]; last: Letter | undefined } => {
    const state = emptyState()
    settleOutbox(journalOf(state, 0), [due('a')])
    const minutes: number[] = []
    for (let at = 0; at <= 2 * day; at += 10 * minute) {
      const journal = journalOf(state, at)
      const letter = state.letters.get('a')
      if (letter?.state !== 'queued' || readyToSend(journal, [due('a')]).length === 0) continue
      minutes.push(at / minute)
      noteDelivery(journal, letter, { outcome: 'later', reason: '451 later', server })
    }
    return { minutes, last: state.letters.get('a') }
  }

  test.each([true, false])(
    'is tried for a day with growing pauses (whole server: %s)',
    (server) => {
      const { minutes, last } = triesOf(server)
      expect(minutes).toEqual([0, 10, 30, 70, 150, 310, 550, 790, 1030, 1270, 1440])
      expect(last).toMatchObject({ state: 'failed', reason: '451 later', at: day })
    },
  )

  test('says when it is tried next', () => {
    const state = emptyState()
    expect(nextSending({ state })).toBeUndefined()
    settleOutbox(journalOf(state, 0), [due('a')])
    const letter = state.letters.get('a')
    if (letter) {
      noteDelivery(journalOf(state, 0), letter, { outcome: 'later', reason: '421', server: true })
    }
    expect(nextSending({ state })).toBe(10 * minute)
  })

  test('a letter queued by an earlier version, without the new marks, is sent', () => {
    const state = emptyState()
    const old = { key: 'a', kind: 'notice', person: 'P003', about: '2024-11-18', at: 0 }
    state.letters.set('a', { ...old, state: 'queued' })
    expect(readyToSend(journalOf(state, 5), [due('a')])).toHaveLength(1)
  })
})

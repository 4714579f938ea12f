import { describe, expect, test } from 'vitest'
import { journalOf } from '../../src/domain/event'
import type { Due } from '../../src/domain/letter'
import { doubtClaimed, restLetters, settleOutbox, waiting } from '../../src/domain/outbox'
import type { LetterState } from '../../src/domain/outbox-letter'
import { emptyState, type State } from '../../src/domain/state'

const due = (key: string): Due => ({
  key,
  kind: 'remind',
  person: 'P003',
  about: '2024-11-18',
  content: {
    subject: { say: 'remind.subject', with: {} },
    opening: { say: 'remind.opening', with: {} },
    groups: [],
    book: 'd-QWB',
    at: '区委办工作台',
  },
})

const settle = (state: State, at: number, wanted: Due[]) => {
  const journal = journalOf(state, at)
  settleOutbox(journal, wanted)
  return journal
}

const mark = (state: State, key: string, as: LetterState) => {
  const letter = state.letters.get(key)
  if (letter) journalOf(state, 5).set('letters', key, { ...letter, state: as })
}

describe('the outbox', () => {
  test('queues what has come due once, in the order of need', () => {
    const state = emptyState()
    const journal = settle(state, 1, [due('a'), due('b')])
    expect(waiting(journal, [due('b'), due('a')]).map(({ key }) => key)).toEqual(['b', 'a'])
    expect(settle(state, 2, [due('a'), due('b')]).news).toEqual([])
  })

  test('keeps no content, only key, reason and state', () => {
    const state = emptyState()
    settle(state, 1, [due('a')])
    expect(state.letters.get('a')).toEqual({
      key: 'a',
      kind: 'remind',
      person: 'P003',
      about: '2024-11-18',
      state: 'queued',
      at: 1,
    })
  })

  test('E41: a letter whose reason is gone is withdrawn, and queued again if the reason returns', () => {
    const state = emptyState()
    settle(state, 1, [due('a')])
    settle(state, 2, [])
    expect(state.letters.get('a')).toMatchObject({ state: 'withdrawn', at: 2 })
    expect(waiting(journalOf(state, 2), [due('a')])).toEqual([])
    settle(state, 3, [due('a')])
    expect(state.letters.get('a')).toMatchObject({ state: 'queued', at: 3 })
  })

  test.each<LetterState>(['sent', 'uncertain', 'failed', 'claimed'])(
    'a letter that is %s is neither sent again nor withdrawn',
    (as) => {
      const state = emptyState()
      settle(state, 1, [due('a')])
      mark(state, 'a', as)
      const journal = settle(state, 6, [due('a')])
      expect(waiting(journal, [due('a')])).toEqual([])
      settle(state, 7, [])
      expect(state.letters.get('a')?.state).toBe(as)
    },
  )

  test('a letter claimed by a run that died is uncertain, the others are as they were', () => {
    const state = emptyState()
    settle(state, 1, [due('a'), due('b')])
    mark(state, 'a', 'claimed')
    doubtClaimed(journalOf(state, 6))
    expect([...state.letters.values()].map((letter) => letter.state)).toEqual([
      'uncertain',
      'queued',
    ])
  })

  test('letters about days long over rest', () => {
    const state = emptyState()
    settle(state, 1, [due('a'), { ...due('b'), about: '2024-12-23' }])
    restLetters(journalOf(state, 9), '2024-11-18')
    expect([...state.letters.keys()]).toEqual(['a', 'b'])
    restLetters(journalOf(state, 9), '2024-11-19')
    expect([...state.letters.keys()]).toEqual(['b'])
  })
})

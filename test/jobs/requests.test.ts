import { describe, expect, test } from 'vitest'
import type { LetterState } from '../../src/domain/outbox-letter'
import { requestsOf } from '../../src/jobs/requests'
import { house } from '../../src/registers'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'

const now = when('2024-11-14 10:00')

const ask = (paper: PaperDistrict, what: string, object = '', id = 'request-0001') => {
  paper.put(control, house.request, id, { what, object }, now)
}

const asked = (paper: PaperDistrict) =>
  requestsOf(paper.journal(now), house.request, paper.district())

/** Does what is asked, and gives the result that people read. */
const settle = (paper: PaperDistrict, id = 'request-0001') => {
  asked(paper).settle(paper.journal(now), {
    repaired: 3,
    due: new Set(paper.state.letters.keys()),
  })
  return paper.state.jobs.get(`request|${id}`)?.result
}

describe('what people ask for', () => {
  test('nothing asked, nothing done', () => {
    const { collect, repair, weeks } = asked(paperDistrict())
    expect([collect, repair, weeks.size]).toEqual([false, undefined, 0])
  })

  test('立即汇总 and 修复版面 are done once, with their result', () => {
    const paper = paperDistrict()
    ask(paper, '立即汇总')
    ask(paper, '修复版面', '', 'request-0002')
    expect(asked(paper)).toMatchObject({ collect: true, repair: now })
    expect(settle(paper)).toBe('已汇总')
    expect(paper.state.jobs.get('request|request-0002')?.result).toBe('已检查，改正3处')
    expect(asked(paper)).toMatchObject({ collect: false, repair: undefined })
  })

  test.each([
    ['2024-11-18', '2024-11-18'],
    ['11月20日', '2024-11-18'],
    ['下周三', '2024-11-18'],
  ])('送审 of %s puts up that week', (object, monday) => {
    const paper = paperDistrict()
    ask(paper, '送审', object)
    expect([...asked(paper).weeks]).toEqual([monday])
    expect(settle(paper)).toBe('已送审')
  })

  test('送审 without a week says what is wanted', () => {
    const paper = paperDistrict()
    ask(paper, '送审', '')
    expect([...asked(paper).weeks]).toEqual([])
    expect(settle(paper)).toContain('如 2024-11-18')
  })

  test('a row whose 事项 is not understood is not taken for done', () => {
    const paper = paperDistrict()
    ask(paper, '泡茶')
    expect(settle(paper)).toBeUndefined()
    ask(paper, '立即汇总')
    expect(settle(paper)).toBe('已汇总')
  })
})

describe('补发', () => {
  const key = 'P003|remind|2024-11-18'

  const withLetter = (state: LetterState) => {
    const paper = paperDistrict()
    const letter = { key, kind: 'remind', person: 'P003', about: '2024-11-18', state, at: 0 }
    paper.journal(now).set('letters', key, letter)
    ask(paper, '补发', key)
    return paper
  }

  test.each<LetterState>(['failed', 'uncertain'])(
    'a letter that is %s is queued again',
    (state) => {
      const paper = withLetter(state)
      expect(settle(paper)).toMatch(/^已重新排队/)
      expect(paper.state.letters.get(key)?.state).toBe('queued')
    },
  )

  test.each<LetterState>(['sent', 'withdrawn', 'queued'])(
    'a letter that is %s is left alone',
    (state) => {
      const paper = withLetter(state)
      expect(settle(paper)).toContain('不补发')
      expect(paper.state.letters.get(key)?.state).toBe(state)
    },
  )

  test('a letter nobody knows is told', () => {
    const paper = paperDistrict()
    ask(paper, '补发', '第三封')
    expect(settle(paper)).toContain('请填「发件情况」中的编号')
  })
})

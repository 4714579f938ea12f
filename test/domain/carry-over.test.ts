import { describe, expect, test } from 'vitest'
import { carryOver, isUnplaced } from '../../src/domain/carry-over'
import { day } from '../../src/domain/day'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { issuedWeek, say } from '../fakes/paper-week'

const friday = when('2024-11-22 10:00')
const next = '2024-11-25'

const carried = (paper: PaperDistrict, target: string | undefined = next) => {
  const { lines } = paper.judge(friday)
  carryOver(paper.journal(friday), weeklyPlan, lines, () =>
    target === '' || target === undefined ? undefined : day(target),
  )
  return [...paper.state.rows.values()].filter((row) => row.cells['~from'] !== undefined)
}

const notDone = (outcome: string) => {
  const paper = paperDistrict()
  issuedWeek(paper)
  paper.put('d-QWB', weeklyPlan, 'QWB-0001', { outcome, needs: '用车' }, friday - 600_000)
  return paper
}

describe('上周续排', () => {
  test.each(['未落实', '顺延'])(
    '%s is copied once into the open week, without its day',
    (outcome) => {
      const paper = notDone(outcome)
      const [copy] = carried(paper)
      expect(copy).toMatchObject({ book: 'd-QWB', id: 'QWB-0002' })
      expect(copy?.cells).toMatchObject({
        week: next,
        leader: '江岳',
        what: '江岳的会',
        needs: '用车',
        '~from': 'QWB-0001',
        '~carried': '1',
      })
      for (const key of ['on', 'part', 'from', 'to', 'outcome', 'reason', 'confirmed'])
        expect(copy?.cells[key]).toBeUndefined()
      expect(isUnplaced(copy?.cells)).toBe(true)
      expect(carried(paper)).toHaveLength(1)
    },
  )

  test.each(['已落实', '取消', ''])('落实情况 %j goes nowhere', (outcome) => {
    expect(carried(notDone(outcome))).toEqual([])
  })

  test('it waits while no week is open that the office has not filed', () => {
    const paper = notDone('顺延')
    expect(carried(paper, '')).toEqual([])
    expect(carried(paper)).toHaveLength(1)
  })

  test('it never goes back into its own week', () => {
    expect(carried(notDone('顺延'), '2024-11-18')).toEqual([])
  })

  test('a leader understood from the row above is written out in the copy', () => {
    const paper = notDone('顺延')
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', { leader: '', '^leader': '江岳' }, friday - 600_000)
    expect(carried(paper)[0]?.cells.leader).toBe('江岳')
  })

  test('a copy counts as a line of its leader only once dated', () => {
    const paper = notDone('顺延')
    const [copy] = carried(paper)
    const dutyOfNext = () =>
      paper
        .judge(friday)
        .weeks.find(({ week }) => week.monday === next)
        ?.duties.find(({ office }) => office === 'QWB')
    expect(dutyOfNext()?.missing.map(({ name }) => name)).toEqual(['江岳'])
    paper.put('d-QWB', weeklyPlan, copy?.id ?? '', { on: '2024-11-26' }, friday)
    expect(dutyOfNext()?.missing).toEqual([])
  })

  test('a copy carried a second time counts two', () => {
    const paper = notDone('顺延')
    const [copy] = carried(paper)
    paper.put('d-QWB', weeklyPlan, copy?.id ?? '', { on: '2024-11-26', outcome: '顺延' }, friday)
    const again = carried(paper, '2024-12-02').find((row) => row.cells['~from'] === copy?.id)
    expect(again?.cells['~carried']).toBe('2')
  })
})

test('the numbers of copies go on after those the office has', () => {
  const paper = notDone('顺延')
  say(paper, 'QWB', friday)
  paper.put('d-QWB', weeklyPlan, 'QWB-0007', { what: '会' }, friday)
  expect(carried(paper)[0]?.id).toBe('QWB-0008')
})

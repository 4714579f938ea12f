import { describe, expect, test } from 'vitest'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { file, issuedWeek, judgedWeek, line } from '../fakes/paper-week'

const thursday = when('2024-11-14 10:00')
const kinds = (paper: PaperDistrict, at: number) =>
  judgedWeek(paper.judge(at)).clashes.map(({ kind, offices }) => [kind, ...offices])

describe('which lines count for clashes', () => {
  test('E14: two principals away on one day are a warning, and the week is put up all the same', () => {
    const paper = paperDistrict()
    const away = { on: '2024-11-21', kind: '外出', place: '' }
    file(paper, 'QWB', thursday, away)
    file(paper, 'QZF', thursday, away)
    file(paper, 'QRD', thursday)
    file(paper, 'QFY', thursday)
    const judged = judgedWeek(paper.judge(thursday))
    expect(judged.clashes).toMatchObject([
      {
        kind: '党政主要领导同日离市',
        severity: 'warn',
        day: '2024-11-21',
        offices: ['QWB', 'QZF'],
      },
    ])
    expect(paper.state.versions.size).toBe(1)
  })

  test('a draft does not, a filed week does', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday, { place: '三楼' })
    paper.put('d-QZF', weeklyPlan, 'QZF-0001', line('QZF', { place: '三楼' }), thursday)
    expect(kinds(paper, thursday)).toEqual([])
    file(paper, 'QZF', thursday, { place: '三楼' })
    expect(kinds(paper, thursday)).toEqual([['同一地点同一时间', 'QWB', 'QZF']])
  })

  test('after feedback what was given back counts, and what is cancelled no longer', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const monday = (time: string) => when(`2024-11-18 ${time}`)
    const put = (id: string, cells: Record<string, string>, at: number) => {
      paper.put('d-QWB', weeklyPlan, id, cells, at)
    }
    put(
      'QWB-0002',
      line('QWB', { what: '另一个会', place: '四楼', reason: '临时' }),
      monday('09:00'),
    )
    expect(kinds(paper, monday('09:00'))).toEqual([])
    expect(kinds(paper, monday('09:10'))).toEqual([['时间重叠', 'QWB']])
    put('QWB-0002', { outcome: '取消', reason: '不开了' }, monday('09:20'))
    expect(kinds(paper, monday('09:30'))).toEqual([])
  })
})

describe('the batches people are told of', () => {
  test('new clashes are the next batch, known ones stay in theirs', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday, { place: '三楼' })
    file(paper, 'QZF', thursday, { place: '三楼' })
    paper.judge(thursday)
    paper.judge(thursday + 600_000)
    expect([...paper.state.clashes.values()].map(({ batch }) => batch)).toEqual([1])
    file(paper, 'QRD', thursday + 1_200_000, { place: '三楼' })
    paper.judge(thursday + 1_200_000)
    expect([...paper.state.clashes.values()].map(({ batch }) => batch)).toEqual([1, 2, 2])
  })
})

import { describe, expect, test } from 'vitest'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { issuedWeek } from '../fakes/paper-week'

const monday = (time: string) => when(`2024-11-18 ${time}`)

const change = (
  paper: PaperDistrict,
  cells: Record<string, string>,
  at: number,
  office = 'QWB',
) => {
  paper.put(`d-${office}`, weeklyPlan, `${office}-0001`, cells, at)
}

const issued = () => {
  const paper = paperDistrict()
  issuedWeek(paper)
  return paper
}

const notices = (paper: PaperDistrict) => [...paper.state.notices.values()]

describe('rule 7: whom a notice touches', () => {
  const move = (paper: PaperDistrict, cells: Record<string, string>) => {
    change(paper, { reason: '改期', ...cells }, monday('09:00'))
    paper.judge(monday('09:10'))
    return notices(paper)[0]?.touched
  }

  test('an office named in 承办单位 or 参加人员/单位, before or after', () => {
    expect(move(issued(), { on: '2024-11-21', host: '区人大办' })).toEqual(['QRD'])
    expect(move(issued(), { on: '2024-11-21', with: '区政府办公室、各镇' })).toEqual(['QZF'])
  })

  test('an office whose line it clashes with, after the change', () => {
    const paper = issued()
    const cells = { on: '2024-11-21', from: '15:00', to: '16:00', part: '下午', place: '同一间' }
    change(paper, cells, monday('08:00'), 'QZF')
    change(paper, { reason: '先改' }, monday('08:00'), 'QZF')
    paper.judge(monday('08:10'))
    expect(notices(paper).map(({ touched }) => touched)).toEqual([[]])
    change(paper, { ...cells, reason: '同时' }, monday('09:00'))
    paper.judge(monday('09:10'))
    expect(notices(paper)[1]?.touched).toEqual(['QZF'])
  })

  test('only offices the week is given back to: the court is never told', () => {
    const touched = move(issued(), { on: '2024-11-21', with: '区法院' })
    expect(touched).toEqual([])
    const paper = issued()
    change(paper, { on: '2024-11-21', reason: '改期' }, monday('09:00'), 'QFY')
    paper.judge(monday('09:10'))
    expect(notices(paper)[0]?.touched).toEqual([])
  })
})

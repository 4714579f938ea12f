import { describe, expect, test } from 'vitest'
import { digests } from '../../src/domain/digest'
import type { Maker } from '../../src/domain/letter'
import { mattersOf } from '../../src/domain/matters'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { file, issuedWeek, sendBack } from '../fakes/paper-week'

const digestsAt = (paper: PaperDistrict, at: number) => {
  const weekly = paper.judge(at)
  const maker: Maker = { district: paper.district(), control, now: at, state: paper.state }
  return digests(maker, mattersOf(maker, [weekly], []), new Map())
}

/** What a person's digest says: the names of its sentences. */
const told = (paper: PaperDistrict, at: number, person: string): string[] =>
  digestsAt(paper, at)
    .filter((due) => due.person === person)
    .flatMap(({ content }) => content.groups.flatMap(({ lines }) => lines.map(({ say }) => say)))

const friday = when('2024-11-15 08:30')

const since = (paper: PaperDistrict) => {
  paper.set('weekly.firstWeek', '2024-11-18')
  return paper
}

describe('今日提醒', () => {
  test('E35: nothing due, no mail', () => {
    const paper = since(paperDistrict())
    for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const)
      file(paper, office, when('2024-11-14 10:00'))
    expect(digestsAt(paper, friday).map(({ key }) => key)).toEqual(['P001|digest|2024-11-15'])
    paper.set('weekly.approve', '免审定')
    expect(digestsAt(paper, friday + 600_000).filter(({ person }) => person !== 'P001')).toEqual([])
  })

  test('comes at 08:30, on working days only', () => {
    const paper = since(paperDistrict())
    expect(digestsAt(paper, friday - 1000)).toEqual([])
    expect(digestsAt(paper, friday)).not.toEqual([])
    expect(digestsAt(paper, when('2024-11-16 09:00'))).toEqual([])
  })

  test('a time that cannot be read in 参数表 is no reason to stop: the default holds', () => {
    const paper = since(paperDistrict())
    for (const time of ['上班时', '25:00', '']) {
      paper.set('digest.time', time)
      expect(digestsAt(paper, friday - 1000)).toEqual([])
      expect(digestsAt(paper, friday)).not.toEqual([])
    }
    paper.set('digest.time', '9：00')
    expect(digestsAt(paper, friday)).toEqual([])
    expect(digestsAt(paper, when('2024-11-15 09:00'))).not.toEqual([])
  })

  test('has one key a person and day, whatever it says', () => {
    const paper = since(paperDistrict())
    const [first] = digestsAt(paper, friday)
    const again = digestsAt(paper, friday + 3_600_000).find(
      ({ person }) => person === first?.person,
    )
    expect(again?.key).toBe(first?.key)
  })

  test('is not sent to a person who is away', () => {
    const paper = since(paperDistrict())
    const away = { person: '许明远', from: '2024-11-15', to: '' }
    paper.put(control, house.district.absence, 'absence-0001', away, 0)
    expect(digestsAt(paper, friday).map(({ person }) => person)).not.toContain('P004')
  })
})

describe('what it tells', () => {
  test('the liaison on the day of the cut-off; afterwards the head too', () => {
    const paper = since(paperDistrict())
    expect(told(paper, friday, 'P003')).toEqual(['digest.due'])
    expect(told(paper, friday, 'P001')).toEqual([])
    const past = when('2024-11-15 12:00')
    expect(told(paper, past, 'P003')).toEqual(['digest.late'])
    expect(told(paper, past, 'P001')).toEqual(['digest.missing'])
    paper.put(control, house.district.office, 'QZF', { head: '林堯安' }, 0)
    paper.put(control, house.district.person, 'P002', { roles: '' }, 0)
    expect(told(paper, past, 'P002')).toEqual(['digest.lateAbove'])
    paper.put(control, house.district.person, 'P002', { roles: '操作' }, 0)
    expect(told(paper, past, 'P002')).toEqual(['digest.missing'])
  })

  test('a return with its reason, instead of the deadline', () => {
    const paper = since(paperDistrict())
    file(paper, 'QZF', when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    sendBack(paper, 'QZF', '缺地点', when('2024-11-14 11:00'))
    expect(told(paper, friday, 'P004')).toEqual(['digest.returned'])
  })

  test('a change without its reason, to the office that made it', () => {
    const paper = since(paperDistrict())
    issuedWeek(paper)
    const moved = when('2024-11-19 08:00')
    paper.put('d-QZF', weeklyPlan, 'QZF-0001', { on: '2024-11-21' }, moved)
    const at = when('2024-11-19 08:30')
    expect(told(paper, at, 'P004')).toEqual(['digest.reason'])
    expect(told(paper, at, 'P005')).toEqual([])
  })

  test('on the first working day of the week the number of one’s own entries', () => {
    const paper = since(paperDistrict())
    issuedWeek(paper)
    expect(told(paper, when('2024-11-18 08:30'), 'P004')).toEqual(['digest.week'])
    expect(told(paper, when('2024-11-19 08:30'), 'P004')).toEqual([])
    const off = { on: '2024-11-18', kind: '休息' }
    paper.put(control, house.district.calendar, '2024-11-18', off, 0)
    expect(told(paper, when('2024-11-18 08:30'), 'P004')).toEqual([])
    expect(told(paper, when('2024-11-19 08:30'), 'P004')).toEqual(['digest.week'])
  })

  test('the approver of what waits, and the coordinator of clashes still ahead', () => {
    const paper = since(paperDistrict())
    file(paper, 'QWB', when('2024-11-14 10:00'), { place: '三楼' })
    file(paper, 'QZF', when('2024-11-14 10:00'), { place: '三楼' })
    const past = when('2024-11-15 12:00')
    expect(told(paper, past, 'P001')).toEqual([
      'digest.missing',
      'digest.approve',
      'digest.clashes',
    ])
    expect(told(paper, when('2024-11-21 08:30'), 'P001')).not.toContain('digest.clashes')
  })
})

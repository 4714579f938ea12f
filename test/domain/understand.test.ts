import { describe, expect, test } from 'vitest'
import { type Names, understand } from '../../src/domain/understand'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'

const names: Names = {
  people: [{ id: 'P002', name: '林堯安' }],
  offices: [{ id: 'QWB', name: '区委办公室', aliases: ['区委办'] }],
  leaders: [
    { id: 'L01', name: '江岳' },
    { id: 'L02', name: '程波' },
  ],
}

const read = (cells: Record<string, string>, register = weeklyPlan as typeof weeklyPlan) =>
  understand(
    register,
    { book: 'd-QWB', register: register.id, id: 'QWB-0001', cells, after: 0, at: 0 },
    names,
  )

describe('a line as it was understood', () => {
  test('E38: 20日 上午9点-11点 under a blank leader is the leader above, the day and the times', () => {
    const line = read({
      '^leader': '江岳书记',
      '^week': '2024-11-18',
      on: '20日 上午9点-11点',
      what: '调研',
    })
    expect(line.values).toMatchObject({
      leader: 'L01',
      on: '2024-11-20',
      part: '上午',
      from: '09:00',
      to: '11:00',
    })
    expect(line.problems).toEqual([])
    expect(line.notes.join('；')).toMatch(/领导姓名同上一行/)
    expect(line.notes.join('；')).toMatch(/日期：“20日”按2024年11月20日理解/)
  })

  test('a time in its own column wins over one beside the day, and that is told', () => {
    const line = read({ week: '2024-11-18', on: '20日 9:00', from: '10:00', what: '会' })
    expect(line.values.from).toBe('10:00')
    expect(line.notes.join('；')).toContain('开始：与日期旁所写的09:00不一致，以本列10:00为准')
    const same = read({ week: '2024-11-18', on: '20日 9:00', from: '9:00', what: '会' })
    expect(same.notes.join('；')).not.toContain('不一致')
  })

  test('both times may stand in the column of the start', () => {
    const line = read({ week: '2024-11-18', on: '20日', from: '10:00-11:30', what: '会' })
    expect(line.values).toMatchObject({ from: '10:00', to: '11:30' })
  })

  test('what cannot be read is a problem under its heading, and the rest is kept', () => {
    const line = read({ leader: '张三', week: '2024-11-18', on: '11月20日', what: '会' })
    expect(line.problems).toMatchObject([{ key: 'leader', heading: '领导姓名' }])
    expect(line.values).toMatchObject({ on: '2024-11-20', what: '会' })
    expect(line.values.leader).toBeUndefined()
  })

  test('a day without its month is read in the week of the line, over the turn of the year', () => {
    expect(read({ week: '2024-12-30', on: '3日' }).values.on).toBe('2025-01-03')
    expect(read({ '^week': '2024-12-30', on: '周四' }).values.on).toBe('2025-01-02')
  })

  test('a hand-in line is read in its own week too', () => {
    const line = read(
      { week: '2024-11-18', done: '√', cutoff: '2024-11-15 12:00', attempt: '1' },
      handIn as never,
    )
    expect(line.values).toMatchObject({ done: '是', week: '2024-11-18' })
  })

  test('a week that is no day is not read against', () => {
    const line = read({ week: '第47周', on: '20' })
    expect(line.problems.map(({ key }) => key).sort()).toEqual(['on', 'week'])
  })
})

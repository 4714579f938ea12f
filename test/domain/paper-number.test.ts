import { describe, expect, it } from 'vitest'
import { gapsIn, issuedUnder, nextNumber, readNumber } from '../../src/domain/paper-number'
import type { Ask } from '../../src/domain/task-state'

const series = '安委办督〔{year}〕{n}号'

const issued = (task: string, number: string): Ask => ({
  task,
  kind: '督办单',
  n: 1,
  at: 0,
  wish: '',
  reason: '',
  decided: { yes: true, by: '', opinion: '', at: 0, number },
})

const asks = [issued('甲', '安委办督〔2024〕3号'), issued('乙', '安委办督〔2024〕6号')]

describe('the numbers papers are issued under', () => {
  it('are the next of their series and year, which begins anew each year', () => {
    expect(nextNumber([], series, 2024)).toBe('安委办督〔2024〕1号')
    expect(nextNumber(asks, series, 2024)).toBe('安委办督〔2024〕7号')
    expect(nextNumber(asks, series, 2025)).toBe('安委办督〔2025〕1号')
    expect(nextNumber(asks, '安府办督〔{year}〕{n}号', 2024)).toBe('安府办督〔2024〕1号')
  })

  it.each([
    ['3', '安委办督〔2024〕3号', 3],
    ['第3号', '安委办督〔2024〕3号', 3],
    ['安委办督[2024]3号', '安委办督〔2024〕3号', 3],
    ['安委办督（2024） 3号', '安委办督〔2024〕3号', 3],
    ['安办函〔2024〕9号', '安办函〔2024〕9号', undefined],
    ['安委办督〔2023〕3号', '安委办督〔2023〕3号', undefined],
  ])('%s is read as %s', (typed, text, n) => {
    expect(readNumber(series, 2024, typed)).toEqual({ text, n })
  })

  it('tell what was issued under one already, and which were left out between two', () => {
    expect(issuedUnder(asks, '安委办督〔2024〕3号')?.task).toBe('甲')
    expect(issuedUnder(asks, '安委办督〔2024〕4号')).toBeUndefined()
    expect(gapsIn(asks, series, 2024)).toEqual(['安委办督〔2024〕4号', '安委办督〔2024〕5号'])
    expect(gapsIn([], series, 2024)).toEqual([])
  })
})

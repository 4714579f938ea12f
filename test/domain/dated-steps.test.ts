import { describe, expect, it } from 'vitest'
import { namedSteps, saySteps } from '../../src/domain/dated-steps'
import { day } from '../../src/domain/day'
import type { DatedStep } from '../../src/domain/task-state'

const step = (name: string, due: string, done = ''): DatedStep => ({
  name,
  entered: day(due),
  due: day(due),
  done: done === '' ? '' : day(done),
  moved: [],
})

const steps = [
  step('方案', '2024-12-10', '2024-12-09'),
  step('方案报批', '2024-12-20'),
  step('招标、开工', '2025-03-01'),
]

describe('the steps a lead names as done', () => {
  it.each([
    ['', []],
    ['方案', ['方案']],
    ['方案报批', ['方案报批']],
    ['方案、方案报批', ['方案', '方案报批']],
    ['已完成方案和招标、开工', ['招标、开工', '方案']],
    ['1、2', ['方案', '方案报批']],
    ['①③', ['方案', '招标、开工']],
    ['第一个', ['方案']],
    ['1-3', ['方案', '方案报批', '招标、开工']],
    ['报批', ['方案报批']],
    ['全部', ['方案', '方案报批', '招标、开工']],
    ['全部完成', ['方案', '方案报批', '招标、开工']],
  ])('%s', (typed, done) => {
    const named = namedSteps(typed, steps)
    expect([...named.done].sort()).toEqual([...done].sort())
    expect(named.unknown).toEqual([])
  })

  it.each([
    ['验收', ['验收']],
    ['方案、验收', ['验收']],
    ['4', ['4']],
    ['1-4', ['1-4']],
    ['审计，3', ['审计']],
    ['方案未完成', ['方案未完成']],
  ])('%s names what is no step', (typed, unknown) => {
    expect(namedSteps(typed, steps).unknown).toEqual(unknown)
  })
})

it('says each year once', () => {
  expect(saySteps(steps)).toBe(
    '1.方案（2024年12月10日，已完成）；2.方案报批（12月20日）；3.招标、开工（2025年3月1日）',
  )
  expect(saySteps()).toBe('')
})

it('a step that is named as not done is not done', () => {
  expect([...namedSteps('方案报批尚未完成', steps).done]).toEqual([])
})

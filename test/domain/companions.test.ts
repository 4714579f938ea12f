import { expect, test } from 'vitest'
import { withCompanions } from '../../src/domain/companions'
import type { Register } from '../../src/domain/register'
import { companions, registers } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { fieldVisit } from '../fakes/field-visit'

const titles = (all: ReturnType<typeof withCompanions>) => all.map(({ title }) => title)

test('what has its tabs written by hand gets none made', () => {
  expect(withCompanions(registers, companions)).toEqual(registers)
})

test('what claims a weekly duty and a deadline gets 报送, 承办 and 审核 beside it', () => {
  expect(titles(withCompanions([fieldVisit], companions))).toEqual([
    '重点走访报送',
    '重点走访',
    '承办重点走访',
    '重点走访待审核事项',
  ])
  expect(titles(withCompanions([{ ...weeklyPlan, id: 'other' }], companions))).toHaveLength(2)
})

test('they have the columns of the house, 签收 and 节点 only where they are claimed', () => {
  const slice = (more: Pick<Register, 'receipt' | 'steps'>) => {
    const { receipt: _, steps: __, ...rest } = fieldVisit
    const claimed = { ...rest, ...more }
    return Object.keys(withCompanions([claimed], companions)[2]?.fields ?? {})
  }
  const own = Object.keys(companions.feedback.fields)
  const without = (...keys: string[]) => own.filter((key) => !keys.includes(key))
  expect(slice({ receipt: true, steps: 'steps' })).toEqual(own)
  expect(slice({ steps: 'steps' })).toEqual(without('received', 'receivedBy'))
  expect(slice({ receipt: true })).toEqual(without('steps', 'stepsDone'))
})

test('no heading of theirs stands twice, whatever the register calls its own', () => {
  const named = { ...fieldVisit, fields: { ...fieldVisit.fields } }
  // 事项 is a heading of 审核 already.
  named.fields.matter = { ...named.fields.matter, heading: '事项' }
  for (const { fields } of withCompanions([named], companions).slice(1)) {
    const headings = Object.values(fields).flatMap((field) => [field.heading, ...field.aliases])
    expect(new Set(headings).size).toBe(headings.length)
  }
})

import { describe, expect, test } from 'vitest'
import { computed, day, optional, steps, text } from '../../src/domain/field'
import { defineRegister, scriptKeys, typedKeys } from '../../src/domain/register'

const declare = (fields: Parameters<typeof defineRegister>[0]['fields']) =>
  defineRegister({ id: 'seal-log', title: '用印登记', home: 'desk', rows: 'people', fields })

describe('a register', () => {
  test('knows which columns people type in and which are the script’s', () => {
    const register = declare({
      id: computed(text('编号')),
      what: text('事由'),
      state: optional(computed(text('状态'))),
    })
    expect(typedKeys(register)).toEqual(['what'])
    expect(scriptKeys(register)).toEqual(['id', 'state'])
  })

  test('is refused when two columns share a heading, the other names of a heading included', () => {
    expect(() => declare({ a: text('事由'), b: text('事由') })).toThrow(/seal-log.*事由.*a.*b/)
    expect(() => declare({ a: text('事由'), b: text('用途', { aliases: ['事由'] }) })).toThrow(
      '事由',
    )
  })

  test('with a deadline is refused without the word of its numbers', () => {
    const fields = { what: text('事由'), lead: text('牵头'), due: day('时限') }
    const deadline = { what: 'what', lead: 'lead', due: 'due', settings: 'seal' } as const
    const sealLog = { id: 'seal-log', title: '用印登记', home: 'desk', rows: 'people' } as const
    expect(() => defineRegister({ ...sealLog, fields, deadline })).toThrow(/seal-log.*serial/)
    const numbered = defineRegister({ ...sealLog, serial: '印', fields, deadline })
    expect(numbered.deadline).toMatchObject({ due: 'due', commissioner: '' })
  })

  test('with steps is refused without a deadline they lie within', () => {
    const fields = { what: text('事由'), parts: steps('节点') }
    const sealLog = { id: 'seal-log', title: '用印登记', home: 'desk', rows: 'people' } as const
    expect(() => defineRegister({ ...sealLog, fields, steps: 'parts' })).toThrow(
      /seal-log.*deadline/,
    )
  })
})

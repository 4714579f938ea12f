import { readdirSync } from 'node:fs'
import { camelCase } from 'es-toolkit'
import { describe, expect, test } from 'vitest'
import type { Register } from '../../src/domain/register'
import { settingsOf } from '../../src/domain/setting'
import { registers } from '../../src/registers'

const folder = new URL('../../src/registers/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts')

/** What a capability says besides columns. */
const words = new Set([
  'settings',
  'nothing',
  'title',
  'item',
  'own',
  'values',
  'near',
  'value',
  'again',
  'of',
  'called',
  'sheet',
])

const columnsOf = (capability: unknown): unknown[] => {
  if (capability === null || typeof capability !== 'object') return [capability]
  if (Array.isArray(capability)) return capability.flatMap(columnsOf)
  return Object.entries(capability).flatMap(([key, value]) =>
    words.has(key) ? [] : columnsOf(value),
  )
}

const capabilities = (register: Register) =>
  Object.entries(register).filter(
    ([key, value]) =>
      !['fields', 'posts', 'rests'].includes(key) && typeof value === 'object' && value !== null,
  )

test('every register of the folder is in the list, once', () => {
  expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual(
    registers.map(({ id }) => id).sort(),
  )
})

test('a register is the one export of its file, in camel case', async () => {
  for (const { id } of registers) {
    const module = (await import(new URL(`${id}.ts`, folder).href)) as Record<string, unknown>
    expect(Object.keys(module)).toEqual([camelCase(id)])
    expect(module[camelCase(id)]).toMatchObject({ id })
  }
})

test('every tab has a name of its own, of the kind a spreadsheet takes', () => {
  const titles = registers.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  for (const title of titles) expect(title).toMatch(/^[^[\]*?:/\\']{1,50}$/)
})

describe.each(registers.map((register) => [register.title, register] as const))(
  '%s',
  (_, register) => {
    const fields = Object.entries(register.fields)

    test('has headings that stand once, other names included', () => {
      const headings = fields.flatMap(([, field]) => [field.heading, ...field.aliases])
      expect(new Set(headings).size).toBe(headings.length)
    })

    test('has at most seven columns outside the collapsed group, one at least', () => {
      const core = fields.filter(([, field]) => field.core).length
      expect(core).toBeGreaterThan(0)
      expect(core).toBeLessThanOrEqual(7)
    })

    test('names only columns it has in its capabilities', () => {
      const keys = Object.keys(register.fields)
      for (const [capability, rule] of capabilities(register)) {
        const unknown = columnsOf(rule).filter((key) => !keys.includes(String(key)))
        expect([capability, unknown]).toEqual([capability, []])
      }
      for (const key of [register.state, register.returned].filter((each) => each !== undefined))
        expect(register.fields[key]?.computed).toBe(true)
    })

    test('has a 编号 that the script gives, or a key of its own', () => {
      const keyed = register.key?.every((key) => key in register.fields) ?? false
      expect(keyed || register.fields.id?.computed).toBe(true)
    })

    test('lets a time beside a day go into columns of its own', () => {
      const into = fields.flatMap(([, field]) => Object.values(field.span ?? {}))
      expect(into.filter((key) => !(key in register.fields))).toEqual([])
    })

    test('asks for no column that a state organ may not keep (domain 2.9)', () => {
      const headings = fields.map(([, field]) => field.heading).join(' ')
      expect(headings).not.toMatch(/身份证|银行卡|住址|健康|宗教|家属|手机|车牌|房号/)
    })

    test('has choices without doubles, and none that is read as another', () => {
      for (const [, { choices }] of fields) {
        const all = choices.flatMap(({ value, synonyms }) => [value, ...synonyms])
        expect(new Set(all).size).toBe(all.length)
      }
    })
  },
)

test('a weekly register has a default for each of its settings', () => {
  const settings = settingsOf([])
  const weekly = registers.filter(({ submission }) => submission !== undefined)
  expect(weekly.length).toBeGreaterThan(0)
  for (const { submission, approval } of weekly) {
    for (const key of ['cutoff', 'remind', 'feedback', 'grace', 'scope', 'firstWeek'])
      expect(() => settings.text(`${submission?.settings}.${key}`)).not.toThrow()
    for (const key of ['feedbackTo', 'approve', 'approver'])
      expect(() => settings.text(`${approval?.settings}.${key}`)).not.toThrow()
  }
})

test('a hand-in tab is for a register there is', () => {
  const ids = registers.map(({ id }) => id)
  const wanted = registers.flatMap(({ handIn }) => handIn?.of ?? [])
  expect(ids).toEqual(expect.arrayContaining(wanted))
})

test('the words a capability compares with are choices of its column', () => {
  const wanted = registers.flatMap((register) => {
    const { clash, sensitivity, carryOver, adjustment } = register
    const said: [key: string, words: readonly string[]][] = [
      ...(clash?.away ? [[clash.away.field, clash.away.values] as const] : []),
      ...(sensitivity ? [[sensitivity.audience, [sensitivity.own]] as const] : []),
      ...(carryOver ? [[carryOver.outcome, carryOver.again] as const] : []),
      ...(adjustment ? [[adjustment.cancelled.field, [adjustment.cancelled.value]] as const] : []),
    ].map(([key, words]) => [key, words])
    return said.map(([key, words]) => ({ register, key, words }))
  })
  expect(wanted.length).toBeGreaterThan(3)
  for (const { register, key, words } of wanted) {
    const values = register.fields[key]?.choices.map(({ value }) => value)
    expect(values, `${register.id} ${key}`).toEqual(expect.arrayContaining([...words]))
  }
})

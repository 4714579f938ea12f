import { describe, expect, test } from 'vitest'
import { refusal, takeLease } from '../../src/jobs/permission'
import { type MemoryOptions, memoryPorts } from '../fakes/memory-ports'

const facts = { control: 'control', role: 'role@anlan.local', standby: 'standby@anlan.local' }

const refused = (options: MemoryOptions) =>
  refusal(memoryPorts({ facts, home: 'control', ...options }).ports)

describe('who may run the house', () => {
  test.each(['role@anlan.local', 'standby@anlan.local'])('%s may', (actor) => {
    expect(refused({ actor })).toBeUndefined()
  })

  test('anybody else is told which account it is', () => {
    expect(refused({ actor: 'clerk@anlan.local' })).toMatch(/clerk@anlan\.local.*role@anlan\.local/)
  })

  test('without a standby an account without a name is not taken for it', () => {
    expect(refused({ actor: '', facts: { ...facts, standby: '' } })).toBeDefined()
  })

  test.each([
    ['a copy of the control workbook', { home: 'copy' }],
    ['no workbook at all', { home: undefined as never }],
    ['a workbook that was never set up', { facts: {} }],
  ])('E40: %s refuses', (_, options) => {
    expect(refused(options)).toBe('这是副本，不能运行')
  })
})

describe('the lease that keeps two ticks apart', () => {
  const minute = 60_000

  test('is taken once, and again when it has run out or was given back', () => {
    const { ports, at } = memoryPorts({ now: 1_000_000 })
    expect(takeLease(ports)).toBe(true)
    expect(takeLease(ports)).toBe(false)
    at(1_000_000 + 5 * minute)
    expect(takeLease(ports)).toBe(false)
    at(1_000_000 + 6 * minute)
    expect(takeLease(ports)).toBe(true)
    ports.facts.put({ lease: undefined })
    expect(takeLease(ports)).toBe(true)
  })

  test('outlasts the longest run: 270 seconds', () => {
    const { ports, facts: kept } = memoryPorts({ now: 1_000_000 })
    takeLease(ports)
    expect(Number(kept.lease) - 1_000_000).toBeGreaterThan(270_000)
  })

  test('is not taken while another run holds the lock', () => {
    expect(takeLease(memoryPorts({ lockBusy: true }).ports)).toBe(false)
  })
})

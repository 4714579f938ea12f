import { describe, expect, test } from 'vitest'
import { fenced, giveBack, LeaseLost, takeLease } from '../../src/jobs/lease'
import { refusal } from '../../src/jobs/permission'
import type { Ports } from '../../src/ports'
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
    expect(takeLease(ports)).toBeDefined()
    expect(takeLease(ports)).toBeUndefined()
    at(1_000_000 + 5 * minute)
    expect(takeLease(ports)).toBeUndefined()
    at(1_000_000 + 6 * minute)
    const taken = takeLease(ports)
    expect(taken && giveBack(ports, taken.lease, {})).toBe(true)
    expect(takeLease(ports)).toBeDefined()
  })

  test('outlasts the longest run: 270 seconds', () => {
    const { ports } = memoryPorts({ now: 1_000_000 })
    expect((takeLease(ports)?.lease.until ?? 0) - 1_000_000).toBeGreaterThan(270_000)
  })

  test('is not taken while another run holds the lock', () => {
    expect(takeLease(memoryPorts({ lockBusy: true }).ports)).toBeUndefined()
  })

  test('is given back by its holder only', () => {
    const { ports, at, facts: kept } = memoryPorts({ now: 1_000_000 })
    const first = takeLease(ports)
    at(1_000_000 + 7 * minute)
    const second = takeLease(ports)
    expect(first && giveBack(ports, first.lease, { behind: 'stale' })).toBe(false)
    expect(kept.lease).toContain(second?.lease.run)
    expect(kept.behind).toBeUndefined()
  })
})

describe('a run that has lost its lease', () => {
  const minute = 60_000
  const letter = { to: '', subject: '', text: '', html: '', name: '', replyTo: '' }

  const held = () => {
    const world = memoryPorts({ now: 1_000_000 })
    world.tables.put('book', '表', [])
    const taken = takeLease(world.ports)
    if (!taken) throw new Error('no lease')
    return { ...world, ports: fenced(world.ports, taken.lease) }
  }

  test.each([
    ['sends no letter', ({ mail }: Ports) => mail.send(letter)],
    ['writes no cell', ({ tables }: Ports) => tables.replace('book', '表', [['一']])],
    ['applies nothing that waits', ({ tables }: Ports) => tables.flush()],
    ['adds no row', ({ tables }: Ports) => tables.append('book', [{ tab: '表', rows: [['一']] }])],
    ['makes no workbook', ({ tables }: Ports) => tables.create('机器账')],
    ['changes no looks', ({ layout }: Ports) => layout.apply('book', [{}])],
    ['keeps no fact', ({ facts: own }: Ports) => own.put({ behind: '[]' })],
  ])('%s: run out, or taken over', (_, act) => {
    const late = held()
    act(late.ports)
    late.at(1_000_000 + 6 * minute)
    expect(() => act(late.ports)).toThrow(LeaseLost)
    const taken = held()
    taken.facts.lease = `${1_000_000 + 9 * minute} another`
    taken.at(1_000_000 + minute)
    expect(() => act(taken.ports)).toThrow(LeaseLost)
    expect(taken.letters).toEqual([])
  })
})

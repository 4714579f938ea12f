import { describe, expect, test } from 'vitest'
import { setUpDistrict } from '../../src/jobs/set-up'
import { tick } from '../../src/jobs/tick'
import type { TickReport } from '../../src/jobs/tick-report'
import { house, registers } from '../../src/registers/index'
import { largeDistrict } from '../fakes/large-district'
import { type MemoryWorld, memoryPorts } from '../fakes/memory-ports'
import { paperDigest, when } from '../fakes/paper-district'

const registry = { all: registers, house }
/** Google keeps 9 KB of a property; an id has 44 characters. */
const most = 2000
const idOf = (name: string): string => `1${name}`.padEnd(44, 'Ab3_-Zq9')

type Large = {
  world: MemoryWorld
  desks: string[]
  /** Last-changed marks of every workbook, as Drive would list them; undefined: Drive is down. */
  marks: Map<string, string> | undefined
  /** The longest value that was ever put into a fact. */
  longest: () => { name: string; length: number }
  /** The workbooks the last tick read. */
  opened: () => string[]
  tick(at: string, force?: boolean): TickReport
}

const largeOf = (offices: number, at = '2024-11-13 09:00'): Large => {
  const world = memoryPorts({ now: when(at), home: idOf('control'), quota: 1000 })
  const { ports, tables } = world
  let longest = { name: '', length: 0 }
  const { put } = ports.facts
  ports.facts.put = (changes) => {
    for (const [name, text = ''] of Object.entries(changes)) {
      if (text.length > longest.length) longest = { name, length: text.length }
    }
    put(changes)
  }
  const marks = new Map<string, string>()
  const touch = (book: string) => marks.set(book, `2024-11-13T01:00:00.${marks.size}Z`)
  let opened: string[] = []
  const create = tables.create.bind(tables)
  tables.create = (name) => {
    touch(idOf(name))
    return create(idOf(name))
  }
  for (const how of ['read', 'tail'] as const) {
    const call = tables[how].bind(tables) as (book: string, ...more: unknown[]) => unknown
    Object.assign(tables, {
      [how]: (book: string, ...more: unknown[]) => {
        opened.push(book)
        return call(book, ...more)
      },
    })
  }
  const district = largeDistrict(offices, '2024-11-18')
  const desks = district.offices.filter(({ desk }) => desk)
  for (const book of ['control', 'dashboard', ...desks.map(({ id }) => id)]) {
    tables.put(idOf(book), '空表', [])
    touch(idOf(book))
  }
  const large: Large = {
    world,
    desks: desks.map(({ id }) => idOf(id)),
    marks,
    longest: () => longest,
    opened: () => [...new Set(opened)],
    tick: (at, force = false) => {
      opened = []
      world.at(when(at))
      return tick(ports, registry, paperDigest, force)
    },
  }
  tables.marks = () => large.marks && Object.fromEntries(large.marks)
  setUpDistrict(ports, registry, {
    control: idOf('control'),
    dashboard: idOf('dashboard'),
    desks: desks.map(({ id }) => ({ office: id, book: idOf(id) })),
    district,
    exactMarks: true,
  })
  return large
}

describe('what a run leaves in facts', () => {
  test('stays short in a district of 240 desks, whatever happens there', () => {
    const large = largeOf(240)
    const [first = '', second = '', third = ''] = large.desks
    expect(large.desks).toHaveLength(240)
    expect(large.tick('2024-11-13 09:10').read).toBe(241)
    large.marks?.set(first, 'moved')
    large.world.tables.shut(second)
    large.marks?.set(second, 'moved')
    expect(large.tick('2024-11-13 09:20').unread).toHaveLength(1)
    const { marks } = large
    large.marks = undefined
    large.tick('2024-11-13 09:40', true)
    large.marks = marks
    large.marks?.set(third, 'moved again')
    const { read } = large.tick('2024-11-13 09:50')
    expect(large.longest().length, large.longest().name).toBeLessThan(most)
    expect(read).toBe(2)
    expect(Object.values(large.world.facts).join('').length).toBeLessThan(most)
  })
})

/** A small district after its first runs: nothing is due for a while, and nothing has moved. */
const resting = (at = '2024-11-13'): Large => {
  const large = largeOf(6, `${at} 08:55`)
  for (const time of ['09:00', '09:01', '09:02', '09:03']) large.tick(`${at} ${time}`)
  expect(large.tick(`${at} 09:04`).outcome).toBe('idle')
  expect(large.opened()).toEqual([])
  return large
}

const ledger = idOf('机器账2024')

describe('what moved', () => {
  test('is a desk: that is read, and the others are not', () => {
    const large = resting()
    const [desk = ''] = large.desks
    large.marks?.set(desk, 'moved')
    expect(large.tick('2024-11-13 09:05')).toMatchObject({ outcome: 'done', read: 2 })
    expect(large.tick('2024-11-13 09:06').outcome).toBe('idle')
    expect(large.opened()).toEqual([])
  })

  test('is no workbook of the district: the ledger says so, and the next tick asks nothing', () => {
    const large = resting()
    for (const change of ['made', 'moved', undefined]) {
      if (change) large.marks?.set(idOf('recipes'), change)
      else large.marks?.delete(idOf('recipes'))
      expect(large.tick('2024-11-13 09:05').outcome).toBe('idle')
      expect(large.opened()).toEqual([ledger])
      expect(large.tick('2024-11-13 09:06').outcome).toBe('idle')
      expect(large.opened()).toEqual([])
    }
    expect(large.world.facts.lease).toBeUndefined()
  })

  test('is the ledger or 总览, which the script writes: nothing is asked', () => {
    const large = resting()
    large.marks?.set(ledger, 'moved')
    large.marks?.set(idOf('dashboard'), 'moved')
    expect(large.tick('2024-11-13 09:05').outcome).toBe('idle')
    expect(large.opened()).toEqual([])
  })

  test('is a desk and is not noted where the run died before it was: it is read again', () => {
    const large = resting()
    const [desk = ''] = large.desks
    const { flush } = large.world.tables
    large.marks?.set(desk, 'moved')
    large.world.tables.flush = () => {
      throw new Error('died')
    }
    expect(() => large.tick('2024-11-13 09:05')).toThrow('died')
    large.world.tables.flush = flush
    expect(large.tick('2024-11-13 09:06').read).toBe(2)
  })

  test('is a desk and was noted in the ledger when the run died: the next does what it left', () => {
    const large = resting()
    const [desk = ''] = large.desks
    const { put } = large.world.ports.facts
    large.marks?.set(desk, 'moved')
    const dead = { ...large.world.ports.facts }
    large.world.ports.facts.put = (changes) => {
      if ('seen' in changes) throw new Error('died')
      put(changes)
    }
    expect(() => large.tick('2024-11-13 09:05')).toThrow('died')
    large.world.ports.facts.put = dead.put
    expect(large.tick('2024-11-13 09:06')).toMatchObject({ outcome: 'done', read: 1 })
    const again = ['09:07', '09:08'].map((time) => large.tick(`2024-11-13 ${time}`).outcome)
    expect(again.at(-1)).toBe('idle')
  })

  test('is known over the turn of the year: no desk is read for it', () => {
    const large = resting('2024-12-31')
    const report = large.tick('2025-01-01 00:00')
    expect(report).toMatchObject({ outcome: 'done', read: 1 })
    expect(large.opened()).toContain(idOf('机器账2025'))
  })
})

describe('tabs made anew', () => {
  const todo = (large: Large, desk: string) => large.world.tables.shown(desk, '本办待办')

  test('are many: every page is written again, that of a desk which was shut once it opens', () => {
    const large = resting()
    const [desk = '', shut = ''] = large.desks
    const before = [todo(large, desk), todo(large, shut)]
    for (const book of [desk, shut]) large.world.tables.put(book, '本办待办', [])
    large.world.facts.blank = '["*"]'
    const { read } = large.world.tables
    large.world.tables.read = (book, tabs) => {
      if (book === shut) throw new Error('打不开')
      return read(book, tabs)
    }
    large.marks?.set(shut, 'moved')
    large.tick('2024-11-13 09:05')
    expect(todo(large, desk)).toEqual(before[0])
    expect(large.world.facts.blank).toBeUndefined()
    large.world.tables.read = read
    large.tick('2024-11-13 09:06')
    expect(todo(large, shut)).toEqual(before[1])
  })
})

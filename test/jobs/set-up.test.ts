import { expect, test } from 'vitest'
import { setUpDistrict } from '../../src/jobs/set-up'
import { PlatformError, type Ports } from '../../src/ports'
import { house, registers } from '../../src/registers'
import { memoryPorts } from '../fakes/memory-ports'

const registry = { all: registers, house }
const office = (id: string) => ({
  ...{ id, name: id, short: id, kind: '部门' as const, phone: '', order: 1, head: '' },
})
const given = {
  control: 'control',
  dashboard: 'dashboard',
  desks: ['A', 'B', 'C'].map((id) => ({ office: id, book: `desk-${id}` })),
  district: { name: '安澜区', offices: ['A', 'B', 'C'].map(office), people: [], leaders: [] },
}

const world = () => {
  const made = memoryPorts({ now: 1_000_000 })
  for (const book of ['control', 'dashboard', ...given.desks.map((desk) => desk.book)])
    made.tables.put(book, '工作表1', [])
  const touched: string[] = []
  const failing = { at: -1, kind: 'rate' as 'rate' | 'permission' }
  let now = 1_000_000
  const ports: Ports = {
    ...made.ports,
    clock: { now: () => now },
    layout: {
      ...made.ports.layout,
      apply: (book, requests) => {
        if (touched.length === failing.at)
          throw new PlatformError('修复版面失败：谷歌要求放慢', failing.kind, undefined)
        touched.push(book)
        now += 100_000
        made.ports.layout.apply(book, requests)
      },
    },
  }
  return { ...made, ports, touched, failing }
}

test('a set-up that is too long for one run goes on where it stopped, each workbook once', () => {
  const { ports, touched, facts } = world()
  expect(setUpDistrict(ports, registry, given)).toEqual({
    done: 3,
    of: 5,
    note: '已建3个表格，共5个；继续运行一次即可完成',
  })
  expect(facts.setUp).toBe('3')
  expect(setUpDistrict(ports, registry, given)).toEqual({ done: 5, of: 5 })
  expect(touched).toEqual(['control', 'dashboard', 'desk-A', 'desk-B', 'desk-C'])
  expect(facts.setUp).toBeUndefined()
})

test('one that Google asks to slow down says so and goes on; one that is refused fails', () => {
  const { ports, touched, failing } = world()
  failing.at = 1
  expect(setUpDistrict(ports, registry, given)).toEqual({
    done: 1,
    of: 5,
    note: '已建1个表格，共5个；修复版面失败：谷歌要求放慢；继续运行一次即可完成',
  })
  failing.kind = 'permission'
  expect(() => setUpDistrict(ports, registry, given)).toThrow('修复版面失败')
  failing.at = -1
  expect(setUpDistrict(ports, registry, given)).toMatchObject({ done: 4 })
  expect(touched).toEqual(['control', 'dashboard', 'desk-A', 'desk-B'])
})

test('one that left a damaged note of how far it came begins anew', () => {
  for (const text of ['', 'NaN', '{"a":1}', '-3', '2.5', '99']) {
    const { ports, touched, facts } = world()
    setUpDistrict(ports, registry, given)
    facts.setUp = text
    touched.length = 0
    expect(setUpDistrict(ports, registry, given), text).toMatchObject({ done: 3 })
    expect(touched, text).toEqual(['control', 'dashboard', 'desk-A'])
  }
})

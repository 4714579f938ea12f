import { expect, test } from 'vitest'
import { standingOf } from '../../src/jobs/standing'
import { tick } from '../../src/jobs/tick'
import { house, registers } from '../../src/registers'
import { memoryDistrict } from '../fakes/memory-district'
import { paperDigest, when } from '../fakes/paper-district'

const registry = { all: registers, house }

test('a run that failed is no run that came to its end: the next looks at everything', () => {
  const district = memoryDistrict(registry, '2024-11-20 08:00')
  district.tick('2024-11-20 08:10')
  district.tick('2024-11-20 08:20')
  const { world } = district
  expect(standingOf(world.facts).nextDue).toBeGreaterThan(when('2024-11-20 08:20'))
  const failing = {
    ...world.ports,
    tables: {
      ...world.ports.tables,
      tail: () => {
        throw new Error('Service error: Spreadsheets')
      },
    },
  }
  world.at(when('2024-11-20 08:30'))
  expect(() => tick(failing, registry, paperDigest, true)).toThrow('Service error')
  expect(standingOf(world.facts)).toMatchObject({ broken: false, nextDue: 0 })
})

import { expect, test } from 'vitest'
import { describe as describeDistrict } from '../../src/jobs/describe'
import { filedDistrict } from '../fakes/filed-district'
import { paperDigest } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

test('every letter that ever went out is named once, those that rest and those of last year too', () => {
  const district = filedDistrict()
  for (const at of [
    '2024-11-14 15:00',
    '2024-11-15 12:00',
    '2024-11-18 08:30',
    '2024-12-30 08:30',
    '2024-12-31 08:30',
    '2025-01-02 08:30',
    '2025-01-03 08:30',
  ])
    district.tick(at)
  const { letters } = describeDistrict(district.world.ports, registryWith(), paperDigest, {
    letters: true,
  })
  expect(letters.sent).toBeLessThan(district.world.letters.length)
  expect(letters.out).toHaveLength(district.world.letters.length)
  expect(letters.out?.[0]).toMatchObject({ kind: '报送提醒', uncertain: false })
})

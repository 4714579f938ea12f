import { expect, test } from 'vitest'
import { checkDistrict } from '../../../src/local/district/mistakes'
import { largeDistrict } from '../../fakes/large-district'

test.each([6, 16, 60, 240])('a district file of %i desks is without a mistake', (desks) => {
  const district = largeDistrict(desks, '2024-11-18')
  expect(checkDistrict(district).offices).toHaveLength(desks)
  expect(new Set(district.people.map(({ name }) => name)).size).toBe(district.people.length)
})

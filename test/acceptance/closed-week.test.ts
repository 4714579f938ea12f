import { expect, it } from 'vitest'
import { makeDistrict } from './small-district'

const week = '2024-11-18'

it('a week that is over still says how many offices owed, filed, were late and did not file', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.fileWeek(week, '2024-11-14 10:00', ['区委办', '区人大办'])
  await district.fileWeek(week, '2024-11-15 14:00', ['区政府办'])
  await district.tick('2024-11-15 14:10')
  await district.tick('2024-12-03 09:00')
  const { weeks } = await district.describe({ from: '2024-11-15', to: '2024-11-15' })
  const found = weeks.find(({ monday }) => monday === week)
  expect(found).toMatchObject({ state: '已结', duties: 6, filed: 3, late: 1 })
  expect(found?.missing).toEqual(['区政协办', '区法院', '区检察院'])
})

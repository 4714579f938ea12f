import { nothingPlanned } from '../acceptance/small-district'
import { smallLeaders, smallOffices } from '../acceptance/small-people'
import { type MemoryDistrict, memoryDistrict, type Row } from './memory-district'
import { registryWith } from './paper-run'

/** The first plan week of these tests. */
export const filedWeek = '2024-11-18'

/** The small district in memory, on 14 November 2024 unless otherwise said, before anything is typed. */
export const filedDistrict = (at = '2024-11-14 09:00'): MemoryDistrict => {
  const district = memoryDistrict(registryWith(), at)
  district.tick(at)
  return district
}

/** These offices (default all) write 无统一安排 for each leader in scope and say that it is in. */
export const fileOffices = (
  district: MemoryDistrict,
  offices: readonly string[] = smallOffices.map(({ short }) => short),
): void => {
  for (const { id, short, desk } of smallOffices) {
    const own = smallLeaders.filter(({ office, body }) => office === id && body !== '区政府')
    if (!desk || own.length === 0 || !offices.includes(short)) continue
    for (const { name } of own)
      district.type(short, '周计划填报', {}, nothingPlanned(filedWeek, name))
    district.type(short, '报送', { 周次: filedWeek }, { 报送: '是', 报送人: '值班员' })
  }
}

/** Types beside a version at 审定. */
export const decideOn = (district: MemoryDistrict, n: number, cells: Row): void =>
  district.type('总台账', '审定', { 编号: `${filedWeek}-v${n}` }, cells)

/** The line of a version at 审定. */
export const approvalOf = (district: MemoryDistrict, n: number): Row =>
  district.page('总台账', '审定').find((row) => row['编号'] === `${filedWeek}-v${n}`) ?? {}

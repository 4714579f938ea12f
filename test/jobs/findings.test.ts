import { expect, test } from 'vitest'
import { memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

const problems = (roles: string): string => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  district.type('总台账', '人员', { 姓名: '林堯安' }, { 角色: roles })
  district.tick('2024-11-12 06:00')
  district.tick('2024-11-12 07:10')
  return district.sheet('总台账', '问题').flat().join('\n')
}

test('without a commissioner nobody could decide, and that is told', () => {
  expect(problems('操作')).toContain('人员表中没有人的角色是“督办专员”')
  expect(problems('操作、督办专员')).not.toContain('人员表中没有人的角色是“督办专员”')
})

test('a commissioner without a 督办台 is told where to decide', () => {
  expect(problems('操作、督办专员')).toContain(
    '督办专员林堯安没有督办台，待审核事项只能在总台账填写',
  )
})

import { expect, test } from 'vitest'
import { memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

test('the digest says once that a task has no deadline, and since when', () => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const given = { 牵头: '区政府办', 督办专员: '林堯安' }
  district.type('总台账', '任务交办', {}, { 任务内容: '编制清单', ...given })
  district.type('总台账', '任务交办', {}, { 任务内容: '日常巡查', ...given, 时限类型: '长期' })
  district.tick('2024-11-12 10:00')
  district.tick('2024-11-13 08:30')
  const digest = district
    .mailTo('p008')
    .filter(({ subject }) => subject.startsWith('今日提醒'))
    .pop()
  const lines = digest?.text.split('\n').filter((line) => line.includes('安区督'))
  expect(lines).toEqual([
    '· 安区督〔2024〕1号 编制清单（2024年11月12日交办，未定时限）',
    '· 安区督〔2024〕2号 日常巡查（2024年11月12日交办，长期）',
  ])
})

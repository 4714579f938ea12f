import { expect, it } from 'vitest'
import { ledgerRows } from './in-the-ledger'
import { makeDistrict, nothingPlanned } from './small-district'

it('the ledger and explain say who changed a workbook last before a row was read', async () => {
  const district = await makeDistrict('2024-11-15 08:30')
  await district.playTo('2024-11-15 08:40')
  const line = { ...nothingPlanned('2024-11-18', '江岳') }
  await district.type('区委办', '周计划填报', [line], '2024-11-15 08:45', 'p003@anlan.local')
  await district.type(
    '区政协办',
    '意见建议',
    [{ 意见: '表头再简一些' }],
    '2024-11-15 08:45',
    '苏见山',
  )
  await district.playTo('2024-11-15 09:00')
  const events = ledgerRows(district, '事件').filter((event) => event['事件'] === '出现')
  const by = (register: string) =>
    events.filter((event) => event['表'] === register).map((event) => event['最后改动人'])
  expect(by('weekly-plan')).toEqual(['叶知秋'])
  expect(by('suggestion')).toEqual(['苏见山'])
  // What the script itself wrote names nobody.
  expect(by('hand-in').filter((name) => name !== '')).toEqual([])
  const { result } = await district.workspace.call('explain', [
    JSON.stringify({ what: '2024-11-18', office: '区委办' }),
  ])
  expect(JSON.stringify(result)).toContain('最后改动人：叶知秋')
})

import { expect, test } from 'vitest'
import { settingDefaults, settingKeyOf, settingName } from '../../src/domain/setting'
import { settingNames } from '../../src/domain/setting-names'
import { readTable } from '../../src/domain/table'
import { settingKey } from '../../src/local/district/setting-keys'
import { setting } from '../../src/registers/setting'

test('every setting of the house has a name of its own in Chinese, and nothing else has', () => {
  expect(Object.keys(settingNames).sort()).toEqual(settingDefaults.map(({ key }) => key).sort())
  const names = Object.values(settingNames)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^\p{Script=Han}{3,12}$/u)
})

test('those that registers share begin with the word a register puts its own name for', () => {
  for (const [key, name] of Object.entries(settingNames)) {
    if (key.startsWith('weekly.')) expect(name).toMatch(/^周计划/)
    if (key.startsWith('task.')) expect(name).toMatch(/^任务/)
  }
  expect(settingName('visit.cutoff', '走访计划')).toBe('走访计划截止')
  expect(settingName('visit.nothing', '走访计划')).toBeUndefined()
})

test('the names that a district file is asked for are those of 参数表', () => {
  for (const key of ['district.name', 'weekly.scope', 'weekly.feedbackTo', 'weekly.approver'])
    expect(settingKey(settingNames[key] ?? '')).toBe(key)
})

test.each([
  ['周计划截止', 'weekly.cutoff'],
  [' 周计划 截止 ', 'weekly.cutoff'],
  ['weekly.cutoff', 'weekly.cutoff'],
  ['Weekly.Cutoff', 'weekly.cutoff'],
  ['ｗeekly．cutoff', 'weekly.cutoff'],
  ['周计划截至', undefined],
  ['', undefined],
])('%j is the setting %j', (typed, key) => {
  expect(settingKeyOf(typed)).toBe(key)
})

const keysIn = (heads: string[], ...rows: string[][]): (string | undefined)[] => {
  const table = readTable(setting, [heads, ...rows])
  if ('fault' in table) throw new Error(table.fault)
  return table.rows.map(({ cells }) => cells.key)
}

test('a row is told by the name or by the key, whichever column it is typed in', () => {
  const heads = ['参数名称', '参数代号', '值', '生效日期']
  expect(
    keysIn(
      heads,
      ['周计划截止', '', '周五 12:00', '2024-11-15'],
      ['', '周计划截止', '周五 12:00', '2024-11-15'],
      ['weekly.cutoff', '', '周五 12:00', '2024-11-15'],
      // The key is what identifies: a name typed over the old one does not make another setting of it.
      ['周计划提醒时间', 'weekly.cutoff', '周五 12:00', '2024-11-15'],
      ['周计划截至', '', '周五 12:00', '2024-11-15'],
    ),
  ).toEqual(['weekly.cutoff', 'weekly.cutoff', 'weekly.cutoff', 'weekly.cutoff', '周计划截至'])
})

test('a tab from before names were shown is read by its keys', () => {
  const heads = ['参数', '值', '生效日期', '来源', '说明']
  expect(keysIn(heads, ['weekly.cutoff', '周五 12:00', '2024-11-15', '默认', ''])).toEqual([
    'weekly.cutoff',
  ])
})

import { expect, it } from 'vitest'
import { settingNames } from '../../src/domain/setting-names'
import { deleteRow, typeOver } from './retype'
import { makeDistrict, type SmallDistrict } from './small-district'

const problems = (district: SmallDistrict) =>
  district.page('总台账', '问题').map((row) => Object.values(row).join(' '))

const beside = (district: SmallDistrict, tab: string, heading: string, text: string) =>
  district.page('总台账', tab).find((row) => row[heading] === text)?.['待更正'] ?? '无此行'

const issueWeek = async (district: SmallDistrict): Promise<string[]> => {
  await district.fileWeek('2024-11-18', '2024-11-15 09:10')
  await district.decide('2024-11-18', 1, '2024-11-15 13:00')
  await district.playTo('2024-11-15 17:00')
  const letters = await district.letters()
  return letters
    .filter(({ subject }) => subject.includes('已印发（第'))
    .map(({ to }) => to)
    .sort()
}

/** One letter an office, to the first of its liaisons. */
const four = ['p003', 'p006', 'p008', 'p010'].map((id) => `${id}@anlan.local`)

it('an office renamed in 单位 still gets the week that 参数表 gives back to it by its old name', async () => {
  const district = await makeDistrict('2024-11-15 08:30')
  await district.playTo('2024-11-15 08:40')
  await district.type(
    '总台账',
    '单位',
    [{ 编号: 'QZXB', 单位名称: '区政协综合办公室', 简称: '协综办' }],
    '2024-11-15 08:45',
  )
  await district.playTo('2024-11-15 09:00')
  expect(problems(district).join()).not.toContain('参数表')
  const leaders = district.page('总台账', '领导').filter((row) => row['姓名'] === '龚立言')
  expect(leaders.map((row) => row['服务单位'])).toEqual(['区政协办'])
  expect(await issueWeek(renamed(district, '区政协办', '协综办'))).toEqual(four)
})

/** The same district with a desk asked for under its new name. */
const renamed = (district: SmallDistrict, from: string, to: string): SmallDistrict => ({
  ...district,
  fileWeek: async (week, at) => {
    const offices = ['区委办', '区人大办', '区政府办', '区法院', '区检察院']
    await district.fileWeek(week, at, offices)
    const rows = [{ 周次: week, 领导姓名: '龚立言', 活动内容: '无统一安排' }]
    await district.type(district.book(from), '周计划填报', rows, at)
    await district.type(district.book(from), '报送', [{ 周次: week, 报送: '是', 报送人: to }], at)
  },
})

it('a setting that cannot be read keeps its last good value and says so beside the row', async () => {
  const district = await makeDistrict('2024-11-15 08:30')
  const wrong: [string, string, string][] = [
    ['weekly.cutoff', '周五中午', '周五 12:00'],
    ['weekly.feedback', '25:00', '17:00'],
    ['weekly.grace', '半小时', '0'],
    ['task.yellow', '-1', '3'],
    ['weekly.scope', '区委常委、区正协', '区委常委、区人大、区政协、区法院院长、区…'],
    ['weekly.approver', '周横', '周衡'],
  ]
  const good = { 参数: 'weekly.cutoff', 值: '周五 10:00', 生效日期: '2024-01-01' }
  await district.type('总台账', '参数表', [good], '2024-11-15 08:40')
  await district.playTo('2024-11-15 08:50')
  for (const [key, value] of wrong)
    typeOver(district, '总台账', '参数表', ['参数代号', key], { 值: value })
  await district.playTo('2024-11-15 09:00')
  for (const [key, value, held] of wrong) {
    const kept = key === 'weekly.cutoff' ? '周五 10:00' : held
    expect(beside(district, '参数表', '参数代号', key)).toContain(value.slice(-3))
    expect(beside(district, '参数表', '参数代号', key)).toContain(`更正前仍按“${kept}”`)
    expect(
      problems(district).filter((text) => text.includes(settingNames[key] ?? key)),
    ).toHaveLength(1)
  }
  expect(district.page('总台账', '报送情况')[0]?.['截止']).toBe('2024-11-15 10:00')

  typeOver(district, '总台账', '参数表', ['参数代号', 'weekly.cutoff'], { 值: '星期五 11点' })
  await district.playTo('2024-11-15 09:10')
  expect(beside(district, '参数表', '参数代号', 'weekly.cutoff')).toBe('')
  expect(district.page('总台账', '报送情况')[0]?.['截止']).toBe('2024-11-15 11:00')
})

it('a key nobody knows is told, and the row it was written over is put back', async () => {
  const district = await makeDistrict('2024-11-15 08:30')
  const good = { 参数: 'weekly.cutoff', 值: '周五 10:00', 生效日期: '2024-01-01' }
  await district.type('总台账', '参数表', [good], '2024-11-15 08:40')
  await district.playTo('2024-11-15 08:50')
  typeOver(district, '总台账', '参数表', ['参数代号', 'weekly.cutoff'], {
    参数代号: 'wekly.cutoff',
  })
  await district.playTo('2024-11-15 09:10')
  expect(beside(district, '参数表', '参数代号', 'wekly.cutoff')).toContain('不是系统使用的参数')
  expect(
    district.page('总台账', '参数表').filter((row) => row['参数代号'] === 'weekly.cutoff'),
  ).toEqual([expect.objectContaining({ 值: '周五 10:00' })])
  expect(district.page('总台账', '报送情况')[0]?.['截止']).toBe('2024-11-15 10:00')
  deleteRow(district, '总台账', '参数表', '参数代号', 'weekly.cutoff')
  await district.playTo('2024-11-15 09:30')
  expect(district.page('总台账', '报送情况')[0]?.['截止']).toBe('2024-11-15 10:00')
})

it('an office misspelt in feedbackTo lets nobody in who was not there, and the others stay', async () => {
  const district = await makeDistrict('2024-11-15 08:30')
  await district.playTo('2024-11-15 08:40')
  typeOver(district, '总台账', '参数表', ['参数代号', 'weekly.feedbackTo'], {
    值: '区委办、区人大办、区法院、区政协班',
  })
  await district.playTo('2024-11-15 08:50')
  expect(beside(district, '参数表', '参数代号', 'weekly.feedbackTo')).toContain(
    '“区政协班”不在单位表中',
  )
  const told = await issueWeek(district)
  expect(told).toEqual(['p003', 'p006'].map((id) => `${id}@anlan.local`))
})

it('工作日历: a word that is neither 休息 nor 上班 is told and changes no day', async () => {
  const district = await makeDistrict('2024-11-11 08:30')
  await district.type(
    '总台账',
    '工作日历',
    [{ 日期: '2024-11-15', 性质: '停电' }],
    '2024-11-11 08:40',
  )
  await district.playTo('2024-11-11 09:00')
  expect(beside(district, '工作日历', '性质', '停电')).toContain('“停电”不在可选项中')
  expect(district.page('总台账', '报送情况')[0]?.['截止']).toBe('2024-11-15 12:00')
})

it('a role that cannot be read keeps the last one: who coordinates still does', async () => {
  const district = await makeDistrict('2024-11-15 11:30')
  await district.playTo('2024-11-15 11:40')
  typeOver(district, '总台账', '人员', ['姓名', '周衡'], { 角色: '总筹' })
  await district.playTo('2024-11-15 12:10')
  expect(beside(district, '人员', '姓名', '周衡')).toContain('更正前仍按“统筹”')
  const digest = (await district.letters()).filter(({ to }) => to === 'p001@anlan.local')
  expect(digest.length).toBeGreaterThan(0)
})

import { expect, test } from 'vitest'
import { filedDistrict, fileOffices } from '../fakes/filed-district'
import type { MemoryDistrict, Row } from '../fakes/memory-district'

const texts = (district: MemoryDistrict, book: string): Row[] =>
  district.page(book, '可复制文字').filter((row) => row['收件人'])

const long = '长文字（140字以内）'
const short = '短文字（70字以内）'

test('what the reminders say stands at 总台账 for all, and at each desk for its own people', () => {
  const district = filedDistrict()
  fileOffices(district, ['区委办'])
  district.tick('2024-11-14 15:00')
  const all = texts(district, '总台账')
  expect(new Set(all.map((row) => row['单位']))).not.toContain('区委办')
  const own = texts(district, '区人大办')
  expect(own.map((row) => row['单位'])).toEqual(['区人大办'])
  expect(all).toContainEqual(own[0])
  expect(own[0]?.['事由']).toBe('报送提醒')
  expect(own[0]?.[short]).toMatch(
    /^【区委办】贵办11月18日至24日周计划请于11月15日12:00前报送。联系人林堯安，(电话.+|办公电话见通讯录)。$/,
  )
  expect(own[0]?.[long]).toContain('尚有')
  expect(texts(district, '区委办')).toEqual([])
})

test('a digest stands there line by line, and nothing of it names a leader', () => {
  const district = filedDistrict()
  district.tick('2024-11-15 08:30')
  district.tick('2024-11-15 12:00')
  const all = texts(district, '总台账')
  expect(all.filter((row) => row['事由'] === '今日提醒').length).toBeGreaterThan(4)
  const leaders = district.page('总台账', '领导').map((row) => row['姓名'] ?? '')
  expect(leaders.length).toBeGreaterThan(5)
  for (const row of all) {
    for (const leader of leaders) expect(`${row[short]}${row[long]}`).not.toContain(leader)
    expect([...(row[short] ?? '')].length).toBeLessThanOrEqual(70)
    expect([...(row[long] ?? '')].length).toBeLessThanOrEqual(140)
  }
})

test('who has no mailbox is told of there all the same, and what is over goes', () => {
  const district = filedDistrict()
  for (const { 姓名: name } of district.page('总台账', '人员'))
    if (name) district.type('总台账', '人员', { 姓名: name }, { 邮箱: '' })
  district.tick('2024-11-14 15:00')
  district.tick('2024-11-14 15:10')
  expect(district.world.letters).toEqual([])
  expect(texts(district, '区人大办')).toHaveLength(1)
  fileOffices(district)
  district.tick('2024-11-14 15:20')
  expect(texts(district, '区人大办')).toEqual([])
})

import { expect, test } from 'vitest'
import { makeDistrict, type Row } from './small-district'

const rows: Row[] = [
  { 任务内容: '清理闲置设备', 牵头: '后勤中心', 完成时限: '2024-11-15' },
  { 任务内容: '核对接待台账', 牵头: '区接待办', 完成时限: '2024-11-20' },
  { 任务内容: '规范公文运转', 牵头: '赵启飞', 完成时限: '2024-11-19' },
].map((row) => ({ 交办日期: '2024-11-11', ...row }))

test('what nobody carries is brought to director and coordinator under its most pressing heading, once, and counted in 总览', async () => {
  const district = await makeDistrict('2024-11-20 09:00', (file) => ({
    ...file,
    people: file.people.map((person) =>
      person.id === 'P007' ? { ...person, roles: ['主任', '统筹'] } : person,
    ),
  }))
  await district.type('总台账', '任务交办', rows, '2024-11-20 09:10', '周衡')
  await district.playTo('2024-11-21 08:40')
  const digests = (await district.letters()).filter(({ subject }) => subject.startsWith('今日提醒'))
  const saying = digests.filter(
    ({ text, at }) => at.startsWith('2024-11-21') && text.includes('无人承办'),
  )
  expect(new Set(saying.map(({ to }) => /p\d+/.exec(to)?.[0]))).toEqual(new Set(['p001', 'p007']))
  expect(saying.length).toBe(2)
  for (const { text } of saying) {
    expect(text.match(/（无人承办，/g)).toHaveLength(2)
    expect(text.split('清理闲置设备')).toHaveLength(2)
    expect(text.split('核对接待台账')).toHaveLength(2)
    expect(text).toContain(
      '清理闲置设备（无人承办，牵头：后勤中心；时限：2024年11月15日；找不到牵头人或牵头单位）',
    )
    expect(text).toContain('区接待办没有人有邮箱）')
    expect(text).toMatch(/已逾期（3）/)
  }
  const sheet = district.sheet('总览', '总览')
  expect(sheet.find((row) => row[0] === '无人承办')?.[1]).toBe('2')
  const block = sheet.findIndex((row) => row[0] === '■ 无人承办')
  expect(sheet.slice(block + 2, block + 4).map((row) => [row[1], row[6]])).toEqual([
    ['清理闲置设备', '找不到牵头人或牵头单位'],
    ['核对接待台账', '区接待办没有人有邮箱'],
  ])
})

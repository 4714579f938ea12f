import { expect, it } from 'vitest'
import { makeDistrict } from './small-district'

const shown = (rows: string[][]): string => rows.flat().join('\n')

it('E3: 林尧安 typed in a person cell is 林堯安, and every list and letter prints 林堯安', async () => {
  const district = await makeDistrict('2024-11-15 11:40')
  const change = { 编号: 'QRDB', 负责人: '林尧安' }
  await district.type('总台账', '单位', [change], '2024-11-15 11:45', '周衡')
  await district.playTo('2024-11-15 12:10')

  const chased = district.page('总台账', '催报单').filter((row) => row['单位'] === '区人大办')
  expect(chased.map((row) => row['单位负责人（电话）'])).toEqual(['林堯安（0000-1000）'])
  // Who operates is told by the note at the cut-off, and not once more as head of the office.
  const told = (await district.letters()).filter(({ to }) => to === 'p002@anlan.local')
  expect(told.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/周计划未报：.*区人大办/) as string,
  ])
  const sent = district.page('总台账', '发件情况').filter((row) => row['事由'] === '截止未报')
  expect(sent.map((row) => row['收件人'])).toContain('林堯安')
  const mails = (await district.letters()).map((mail) => mail.subject + mail.text + mail.html)
  expect(mails.join('\n')).not.toContain('林尧安')
})

it('E3: 审定 typed as 林尧安 is that of 林堯安, also where 参数表 spells the approver 林尧安', async () => {
  const district = await makeDistrict('2024-11-15 08:40')
  const approver = { 参数: 'weekly.approver', 值: '周衡、林尧安', 生效日期: '2024-11-15' }
  await district.type('总台账', '参数表', [approver], '2024-11-15 08:45', '周衡')
  await district.fileWeek('2024-11-18', '2024-11-15 09:00')
  await district.decide('2024-11-18', 1, '2024-11-15 10:00', '林尧安')
  await district.playTo('2024-11-15 17:00')

  const [, , meta] = district.sheet('区政协办', '一周安排表')
  expect(meta?.[0]).toContain('第1版（林堯安11月15日审定）')
  expect(shown(district.sheet('区政协办', '一周安排表'))).not.toContain('林尧安')
})

import { expect, it } from 'vitest'
import { type Paper, readPapers } from '../../src/local/papers/paper'
import { desks, makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'

const paperOf = async ({ workspace }: SmallDistrict, key: string): Promise<Paper> => {
  const { paper, offers } = await readPapers(workspace, key)
  if (!paper) throw new Error(`no ${key} among ${offers.map((each) => each.key).join(', ')}`)
  return paper
}

const textsOf = (paper: Paper): string[] =>
  paper.parts.flatMap((part) =>
    part.is === 'table'
      ? part.rows.map(({ cells }) =>
          cells.map(({ lines }) => lines.map(({ text }) => text).join('')).join('|'),
        )
      : [],
  )

it('what an office typed for its leader stands on both prints of the issued week', async () => {
  const district = await makeDistrict('2024-11-15 08:50')
  const line = {
    周次: week,
    领导姓名: '江岳',
    日期: '2024-11-20',
    开始: '9:00',
    活动内容: '全区安全生产大会',
    地点: '区会议中心',
    参与方式: '参加',
  }
  await district.type('区委办', '周计划填报', [line], '2024-11-15 09:00')
  await district.fileWeek(week, '2024-11-15 09:10', desks)
  expect((await readPapers(district.workspace)).offers).toEqual([])
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')

  const { offers } = await readPapers(district.workspace)
  expect(offers.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      '一周安排表（按领导）2024年11月18日—11月24日',
      '一周安排表（按日程）2024年11月18日—11月24日',
      '一周安排表（按领导）2024年11月18日—11月24日（区委办留存）',
    ]),
  )
  const leaders = textsOf(await paperOf(district, `weekly-plan.leaders.${week}`))
  expect(leaders.find((row) => row.includes('江岳'))).toContain(
    '9:00 全区安全生产大会（参加，区会议中心）',
  )
  const events = textsOf(await paperOf(district, `weekly-plan.events.${week}`))
  expect(events).toContain('11月20日（周三）|9:00|全区安全生产大会|区会议中心|江岳||')
})

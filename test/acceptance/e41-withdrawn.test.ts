import { expect, it } from 'vitest'
import { makeDistrict } from './small-district'

it('E41: a letter queued when the office files a minute later is withdrawn, the others arrive', async () => {
  const district = await makeDistrict('2024-11-14 14:40')
  await district.playTo('2024-11-14 14:50')
  // The day's quota is down to the reserve for emergencies, so nothing leaves yet.
  const run = await district.tick('2024-11-14 15:00', { quota: 20 })
  expect(JSON.parse(String(run.result))).toMatchObject({ outcome: 'done', sent: 0 })
  const queued = (state: string): string[] =>
    district
      .page('总台账', '发件情况')
      .filter((row) => row['事由'] === '报送提醒' && row['状态'] === state)
      .map((row) => row['收件人'] ?? '')
      .sort()
  const people = ['何思源', '叶知秋', '宋和畅', '苏见山', '赵启飞', '白予川']
  expect(queued('待发')).toEqual(people.toSorted())

  await district.fileWeek('2024-11-18', '2024-11-14 15:01', ['区人大办'])
  await district.playTo('2024-11-14 15:10')
  expect(queued('已撤回')).toEqual(['何思源'])
  const reached = (await district.letters()).map(({ to }) => to)
  expect(reached).not.toContain('p006@anlan.local')
  expect(reached.toSorted()).toEqual(
    ['p003', 'p008', 'p010', 'p011', 'p012'].map((id) => `${id}@anlan.local`),
  )
})

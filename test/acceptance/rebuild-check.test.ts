import { expect, it } from 'vitest'
import type { Faults } from '../../src/local/contract'
import { tickWith } from './in-the-ledger'
import { playedWeek, playWeek } from './played-week'
import { renameHeading, typeOver } from './retype'
import { makeDistrict, nothingPlanned, type SmallDistrict } from './small-district'

const plan = '周计划填报'

type Check = {
  differences: {
    book: string
    tab: string
    row: number
    column: number
    shown: string
    rebuilt: string
  }[]
  pages: number
  unread: string[]
}

const rebuildCheck = async ({ workspace }: SmallDistrict, faults: Faults = {}): Promise<Check> => {
  const run = await workspace.call('rebuildCheck', [], faults)
  expect(run.error).toBeUndefined()
  return JSON.parse(String(run.result)) as Check
}

it('after each step of a week the pages are what the events say; a cell altered by hand is found', async () => {
  const district = await makeDistrict('2024-11-13 09:00')
  let looked = 0
  await playWeek(district, '2024-11-18 11:00', {
    look: async () => {
      const { differences, pages, unread } = await rebuildCheck(district)
      expect(differences).toEqual([])
      expect(unread).toEqual([])
      expect(pages).toBeGreaterThan(30)
      looked += 1
    },
  })
  expect(looked).toBeGreaterThan(5)
  expect(district.page('区委办', plan).map((row) => row['状态'])).toContain('已通知')

  const role = 'lianxi@anlan.local'
  const { sheetId, rowKeys, rows } = district.view('区人大办', '一周安排表')
  const row = rows.findIndex((cells) => cells[0] === '江岳')
  const { store } = district.workspace
  const edit = { kind: 'set' as const, rowKey: rowKeys[row] ?? '', column: 8, value: '改过的安排' }
  store.type(district.book('区人大办'), sheetId, [edit], role)
  typeOver(district, '区委办', plan, ['编号', 'QWB-0001'], { 状态: '已结' })

  const { differences } = await rebuildCheck(district)
  expect(differences).toHaveLength(2)
  expect(differences).toContainEqual(
    expect.objectContaining({
      book: district.book('区人大办'),
      tab: '一周安排表',
      row: row + 1,
      shown: '改过的安排',
    }),
  )
  expect(differences).toContainEqual(
    expect.objectContaining({ tab: plan, shown: '已结', rebuilt: '已印发' }),
  )
})

it('a tab that cannot be read, and a desk that cannot be opened, are no differences', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.type('区委办', plan, [nothingPlanned(playedWeek, '罗景澜')], '2024-11-12 10:00')
  await district.type('区人大办', plan, [nothingPlanned(playedWeek, '邓清棠')], '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:20')
  renameHeading(district, '区委办', plan, '活动内容', '干什么')
  const unreadable = [district.book('区人大办')]
  await district.type(
    '区人大办',
    plan,
    [{ 编号: 'QRDB-0001', 活动内容: '视察' }],
    '2024-11-12 11:00',
  )
  await tickWith(district, '2024-11-12 11:00', { unreadable })
  await tickWith(district, '2024-11-12 11:10', { unreadable })
  const told = district.page('总台账', '问题').map((row) => row['类别'])
  expect(told).toEqual(expect.arrayContaining(['表头或公式', '未读到']))

  expect(await rebuildCheck(district, { unreadable })).toMatchObject({
    differences: [],
    unread: unreadable,
  })
  // It can be opened again, but no run has read it yet.
  expect((await rebuildCheck(district)).differences).toEqual([])

  renameHeading(district, '区委办', plan, '干什么', '活动内容')
  await district.playTo('2024-11-12 11:40')
  expect(await rebuildCheck(district)).toMatchObject({ differences: [], unread: [] })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fill } from '../../../src/local/fill/fill'
import type { Typing } from '../../../src/local/fill/typing'
import { fakeDescription, fakeWorkspace } from './fake-workspace'

const head = ['编号', '周次', '领导姓名', '日期', '时段', '活动内容', '状态']
const line = ['WP-1', '2024-11-18', '龚立言', '2024-11-20', '上午', '会见来宾', '已报']

describe('a file', () => {
  const file = (...rows: Record<string, string>[]): Typing => ({
    at: 5,
    desk: '区政协办',
    tab: '周计划填报',
    by: '谭疏影',
    rows: rows.map((cells) => ({ cells })),
    fromFile: true,
  })
  const first = { 周次: '2024-11-18', 领导姓名: '龚立言', 日期: '周三', 活动内容: '调研' }
  const second = { 周次: '2024-11-18', 日期: '周四', 活动内容: '座谈' }
  const lines = (workspace: ReturnType<typeof fakeWorkspace>) =>
    workspace.rows('周计划填报').map((row) => row.slice(2, 6).join())

  test('filled twice does not double its rows, and it is said which', async () => {
    const made = fakeWorkspace({ 周计划填报: [head] })
    await fill(made.workspace, file(first, second, second), fakeDescription())
    const before = lines(made)
    expect(before).toHaveLength(4)
    const again = await fill(made.workspace, file(first, second, second), fakeDescription())
    expect(again).toMatchObject({ added: 0, same: [1, 2, 3] })
    expect(lines(made)).toEqual(before)
    const changed = { ...first, 活动内容: '调研产业园' }
    const more = await fill(made.workspace, file(first, changed), fakeDescription())
    expect(more).toMatchObject({ added: 1, same: [1] })
  })

  test('a line that takes another leader from above is another line', async () => {
    const made = fakeWorkspace({ 周计划填报: [head] })
    await fill(made.workspace, file(first, second), fakeDescription())
    const other = { ...first, 领导姓名: '江岳' }
    const outcome = await fill(made.workspace, file(other, second), fakeDescription())
    expect(outcome).toMatchObject({ added: 2, same: [] })
  })

  test('without its week a line of a week that is given back is no such line', async () => {
    const blank = { 领导姓名: '龚立言', 活动内容: '无统一安排' }
    const standing = ['WP-1', '', '龚立言', '', '', '无统一安排']
    for (const [state, added] of [
      ['已印发', 1],
      ['草稿', 0],
    ] as const) {
      const made = fakeWorkspace({ 周计划填报: [head, [...standing, state]] })
      expect(await fill(made.workspace, file(blank), fakeDescription())).toMatchObject({ added })
    }
  })

  test('columns nobody knows are left out and named together; none known is another tab', async () => {
    const made = fakeWorkspace({ 周计划填报: [head] })
    const odd = { ...first, 序号: '1', 车辆: '绝密★车' }
    const outcome = await fill(made.workspace, file(odd), fakeDescription())
    expect(outcome).toMatchObject({ added: 1, unknown: ['序号', '车辆'], refused: [] })
    expect(readFileSync(join(made.dir, 'fills.jsonl'), 'utf8')).not.toContain('绝密')
    const none = fill(made.workspace, file({ 序号: '1', 车辆: '甲' }), fakeDescription())
    await expect(none).rejects.toThrow('没有序号、车辆这些列')
  })

  test.each(['清空', '（清空）', '(清空)'])('%s empties a cell of the row found', async (word) => {
    const made = fakeWorkspace({ 周计划填报: [head, line] })
    await fill(made.workspace, file({ 编号: 'WP-1', 活动内容: word }), fakeDescription())
    expect(made.rows('周计划填报')[1]?.[5]).toBe('')
  })
})

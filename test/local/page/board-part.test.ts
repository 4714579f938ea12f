import { expect, test } from 'vitest'
import { boardFigures, readBoard } from '../../../src/local/board'
import type { ChartView, TabView } from '../../../src/local/contract'
import { createApp } from '../../../src/local/page/create-app'
import { pageSource } from '../../../src/local/page/page-source'
import { type Block, dashboard } from '../../../src/wording/pages/dashboard'
import { weekTab } from './fixture-tabs'
import { fixtureWorkspace } from './fixture-workspace'

const heads = ['编号', '任务', '牵头', '完成时限', '灯', '状态', '备注']

const blocks: Block[] = [
  {
    title: '交办8项、办结3项、按期办结率66.67%（按已办结计）',
    headings: ['指标', '数值', '统计哪些行'],
    rows: [
      ['交办', '8', '任务交办，中止的除外'],
      ['逾期', '1', '未办结、已过时限的'],
    ],
  },
  {
    title: '各单位（周计划为2024年11月18日—11月24日）',
    headings: ['单位', '红', '黄', '绿', '灰', '周计划', '缺报领导'],
    rows: [
      ['区委办', '1', '0', '2', '3', '未报', '陆明屿'],
      ['发改局', '0', '0', '0', '0', '不报', ''],
    ],
  },
  {
    title: '逾期任务',
    headings: heads,
    rows: [
      [
        '安区督〔2024〕5号',
        '进一步规范公文运转',
        '赵启飞',
        '2024年11月29日',
        '逾期3天',
        '办理中',
        '原时限2024年11月22日',
      ],
    ],
  },
  { title: '临近时限', headings: heads, rows: [] },
]

const fixture = fixtureWorkspace()

function workspaceShowing(rows: string[][], charts: ChartView[] = []) {
  const tab: TabView = { ...weekTab(), name: '总览', rows, charts }
  const view = (book: string) => (book === 'board' ? [tab] : fixture.store.view(book))
  return fixtureWorkspace({ store: { ...fixture.store, view } })
}

const shown = workspaceShowing(dashboard('安澜区联席总览（2024年11月20日）', blocks))

async function overviewOf(workspace: typeof shown): Promise<string> {
  const response = await createApp(pageSource(workspace)).request('/')
  return response.text()
}

test('the directors’ page is read block by block, an empty block without rows', () => {
  const board = readBoard(shown.store)
  expect(board?.title).toBe('安澜区联席总览（2024年11月20日）')
  expect(board?.blocks.map(({ title, rows }) => [title, rows.length])).toEqual([
    [blocks[0]?.title, 2],
    [blocks[1]?.title, 2],
    ['逾期任务', 1],
    ['临近时限', 0],
  ])
  expect(board?.blocks[1]?.rows[0]).toMatchObject({ 单位: '区委办', 红: '1', 缺报领导: '陆明屿' })
  expect(boardFigures(board)).toBe(blocks[0]?.title)
})

test('the overview begins with the figures, the lights of each office and what is overdue', async () => {
  const text = await overviewOf(shown)
  const board = text.slice(text.indexOf('class="board"'), text.indexOf('id="weeks"'))
  expect(text.indexOf('class="board"')).toBeGreaterThan(0)
  expect(board).toContain('交办8项、办结3项、按期办结率66.67%（按已办结计）')
  expect(board).toMatch(/figure-alarm" title="未办结、已过时限的"><dt>逾期<\/dt><dd>1/)
  expect(board).toMatch(/区委办<\/th>.*?dot-red.*?dot-green.*?dot-grey.*?缺 陆明屿/s)
  expect(board).toContain('进一步规范公文运转')
  expect(board).toContain('原时限2024年11月22日')
  expect(board).toContain('临近时限：无')
})

test('a workspace whose directors’ page was not written yet shows its weeks first', async () => {
  const text = await overviewOf(workspaceShowing([]))
  expect(readBoard(workspaceShowing([]).store)).toBeUndefined()
  expect(text).not.toContain('class="board"')
  expect(text).toContain('id="weeks"')
})

test('the charts stand below the figures, each once for a wide page and once for a phone', async () => {
  const chart: ChartView = {
    kind: 'lines',
    title: '任务（近12周）',
    says: '每周任务数',
    top: 2,
    bottom: 14,
    column: 0,
    width: 585,
    height: 240,
    labels: ['11月18日'],
    series: [{ name: '交办累计', color: '#3f6f8f', values: [8] }],
  }
  const rows = dashboard('安澜区联席总览（2024年11月20日）', blocks)
  const text = await overviewOf(workspaceShowing(rows, [chart]))
  const board = text.slice(text.indexOf('class="board"'), text.indexOf('id="weeks"'))
  expect(board.match(/aria-label="每周任务数。11月18日：交办累计8"/g)).toHaveLength(2)
  expect(board.match(/<svg width="\d+"/g)).toEqual(['<svg width="540"', '<svg width="330"'])
  expect(board.indexOf('class="figures"')).toBeLessThan(board.indexOf('<svg'))
  expect(board.indexOf('<svg')).toBeLessThan(board.indexOf('class="board-lists"'))
})

import { expect, test } from 'vitest'
import type { ChartView, TabView } from '../../../src/local/contract'
import { createApp } from '../../../src/local/page/create-app'
import { pageSource } from '../../../src/local/page/page-source'
import { planTab } from './fixture-tabs'
import { fixtureWorkspace } from './fixture-workspace'

const filed: ChartView = {
  kind: 'stacked columns',
  title: '周计划报送',
  says: '每周按时、未报的单位数',
  top: 1,
  bottom: 3,
  column: 0,
  width: 500,
  height: 200,
  labels: ['11月18日', '11月25日', ''],
  series: [
    { name: '按时', color: '#3d9a63', values: [5, 4, undefined] },
    { name: '未报', color: '#c0392b', values: [0, 2, undefined] },
  ],
}

/** The sheet of a tab on which this chart stands, one row of text below its blank ones. */
async function sheetWith(chart: ChartView, covered = ''): Promise<string> {
  const rows = [['甲'], [''], [covered], ['乙']]
  const tab: TabView = { ...planTab(), rows, looks: [[], [], [], []], charts: [chart] }
  const { store } = fixtureWorkspace()
  const workspace = fixtureWorkspace({ store: { ...store, view: () => [tab] } })
  const response = await createApp(pageSource(workspace)).request('/book/desk0/102')
  expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self';")
  const text = await response.text()
  return text.slice(text.indexOf('class="sheet-box"'), text.indexOf('class="tab-bar"'))
}

const columns = (text: string) => text.match(/<path[^>]*fill="#3d9a63"/g)?.length ?? 0
const withValues = (...values: (number | undefined)[]): ChartView => ({
  ...filed,
  series: filed.series.slice(0, 1).map((each) => ({ ...each, values })),
})

test('a chart is one still picture in our colours that says its newest figures', async () => {
  const text = await sheetWith(filed)
  expect(text).toContain('role="img" aria-label="每周按时、未报的单位数。11月25日：按时4，未报2"')
  expect(text).toMatch(/<svg width="500" height="200"[^>]*viewBox="0 0 500 200"/)
  for (const part of ['周计划报送', '11月18日', '#3d9a63', '#c0392b']) expect(text).toContain(part)
  expect(text).not.toMatch(/<script|<animate|@keyframes|\son\w+=/)
})

test('every week has its column, and a blank one has none', async () => {
  const [one, two] = [withValues(7, undefined, undefined), withValues(7, 8, undefined)]
  expect(columns(await sheetWith(two)) - columns(await sheetWith(one))).toBe(1)
})

test('the picture’s attributes are closed where they ought to be', async () => {
  const text = await sheetWith(filed)
  const tags = text.slice(text.indexOf('<svg'), text.indexOf('</svg>')).match(/<[^>]+>/g) ?? []
  expect(tags.length).toBeGreaterThan(10)
  const plain = tags.filter((tag) => !tag.startsWith('<!'))
  for (const tag of plain) expect(tag).toMatch(/^<\/?[\w:]+(\s+[\w:-]+="[^"]*")*\s*\/?>$/)
})

test('a chart without any figure says so instead of showing an empty frame', async () => {
  const text = await sheetWith(withValues(undefined, undefined))
  expect(text).toContain('周计划报送：还没有数字')
  expect(text).not.toContain('<svg')
})

test('names that hold marks of HTML stay text in the picture and in what is read out', async () => {
  const series = filed.series.map((each) => ({ ...each, name: '"><script>x</script>' }))
  const text = await sheetWith({ ...filed, title: '<b>甲', labels: ['<i>', '&', '"'], series })
  expect(text).toContain('&lt;b&gt;甲')
  expect(text).not.toMatch(/<script|<i>|<b>/)
})

test('a chart stands in the place of its blank rows, and above a table whose text it would cover', async () => {
  const numbers = (text: string) =>
    [...text.matchAll(/<th scope="row" class="row-number">(\d)/g)].map(([, n]) => n)
  const inside = await sheetWith(filed)
  expect(numbers(inside)).toEqual(['1', '2', '4'])
  expect(inside.indexOf('<svg')).toBeGreaterThan(inside.indexOf('<table'))
  const above = await sheetWith(filed, '丙')
  expect(numbers(above)).toEqual(['1', '2', '3', '4'])
  expect(above.indexOf('<svg')).toBeLessThan(above.indexOf('<table'))
})

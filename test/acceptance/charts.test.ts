import { expect, test } from 'vitest'
import { createApp } from '../../src/local/page/create-app'
import { pageSource } from '../../src/local/page/page-source'
import { desks, makeDistrict, type SmallDistrict } from './small-district'

const first = '2024-11-18'
const second = '2024-11-25'

/** Two weeks: the first with one late office, the second with one that never filed. */
const twoWeeks = async (district: SmallDistrict) => {
  await district.type(
    '总台账',
    '任务交办',
    [
      { 任务内容: '规范公文运转', 牵头: '许明远', 交办日期: '2024-11-15', 完成时限: '2024-11-20' },
      { 任务内容: '信息互通', 牵头: '何思源', 交办日期: '2024-11-18' },
    ],
    '2024-11-15 09:30',
    '周衡',
  )
  await district.fileWeek(first, '2024-11-15 10:00', desks.slice(1))
  await district.fileWeek(first, '2024-11-15 15:00', desks.slice(0, 1))
  await district.fileWeek(second, '2024-11-22 10:00', desks.slice(1))
  await district.playTo('2024-11-22 12:10')
}

const charts = ({ view }: SmallDistrict) =>
  view('总览', '总览').charts.map(({ labels, series }) => ({
    labels: labels.filter((label) => label !== ''),
    series: series.map(({ name, values }) => [name, values.slice(0, 3)]),
  }))

test('走势 counts each week in words that stay in their rows, and the charts of 总览 draw it', async () => {
  const district = await makeDistrict('2024-11-15 09:00', undefined, twoWeeks)
  const trend = district.sheet('总览', '走势')
  expect(trend.slice(1)).toEqual([
    ['周次（周一）', '截止日', '应报', '按时', '补报', '未报', '交办累计', '办结累计', '逾期任务'],
    ['11月18日', '2024年11月15日', '6', '5', '1', '0', '1', '0', '0'],
    ['11月25日', '2024年11月22日', '6', '5', '0', '1', '2', '0', '1'],
  ])
  expect(charts(district)).toEqual([
    {
      labels: ['11月18日', '11月25日'],
      series: [
        ['按时', [5, 5, undefined]],
        ['补报', [1, 0, undefined]],
        ['未报', [0, 1, undefined]],
      ],
    },
    {
      labels: ['11月18日', '11月25日'],
      series: [
        ['交办累计', [1, 2, undefined]],
        ['办结累计', [0, 0, undefined]],
        ['逾期任务', [0, 1, undefined]],
      ],
    },
  ])
})

test('the charts cover no text and the page shows them with their newest figures in words', async () => {
  const district = await makeDistrict('2024-11-15 09:00', undefined, twoWeeks)
  const { charts: drawn, rows } = district.view('总览', '总览')
  expect(drawn).toHaveLength(2)
  for (const { top, bottom } of drawn) expect(rows.slice(top, bottom).flat().join('')).toBe('')
  expect(rows[Math.max(...drawn.map(({ bottom }) => bottom))]?.[0]).toMatch(/^■ 交办2项/)
  const app = createApp(pageSource(district.workspace))
  const overview = await (await app.request('/')).text()
  expect(overview).toContain('数字见“走势”。11月25日：按时5，补报0，未报1"')
  expect(overview).toContain('11月25日：交办累计2，办结累计0，逾期任务1"')
  const { sheetId } = district.view('总览', '总览')
  const sheet = await (await app.request(`/book/${district.book('总览')}/${sheetId}`)).text()
  expect(sheet.match(/<svg/g)).toHaveLength(2)
  expect(sheet).toContain('class="chart-row"')
})

test('a chart that somebody removed stands again after the nightly repair, and one repair is enough', async () => {
  const district = await makeDistrict('2024-11-15 09:00', undefined, twoWeeks)
  const { store } = district.workspace
  const before = charts(district)
  const gone = district.view('总览', '总览').sheetId * 100
  store.looks(district.book('总览'), [{ deleteEmbeddedObject: { objectId: gone } }])
  expect(charts(district)).toHaveLength(1)
  await district.playTo('2024-11-23 08:00')
  expect(charts(district)).toEqual(before)
  const repaired = () =>
    store
      .runs(2000)
      .flatMap(({ trace }) => trace)
      .filter(({ kind, ss }) => kind === 'api.ss.batchUpdate' && ss === district.book('总览'))
      .length
  const once = repaired()
  await district.playTo('2024-11-24 08:00')
  expect([once > 0, repaired()]).toEqual([true, once])
})

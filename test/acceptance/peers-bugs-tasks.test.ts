import { expect, it } from 'vitest'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'

const desk = '区政府办'
const liaison = 'p008@anlan.local'
const slices = '承办任务'

const numberOf = (n: number): string => `安区督〔2024〕${n}号`

/** So many tasks led by one office, with this deadline, received on the day they were given. */
const withTasks = async (count: number, due: string): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-15 09:00')
  const rows = Array.from({ length: count }, (_, i) => ({
    任务内容: `第${i + 1}件事`,
    牵头: desk,
    督办专员: '林堯安',
    交办日期: '2024-11-15',
    ...(due === '' ? {} : { 完成时限: due }),
  }))
  await district.type('总台账', '任务交办', rows, '2024-11-15 10:00', '周衡')
  await district.playTo('2024-11-15 10:10')
  const received = rows.map((_, i) => ({ 编号: numberOf(i + 1), 签收: '是' }))
  await district.type(desk, slices, received, '2024-11-15 11:00')
  return district
}

/** The tasks that a text, or the rows of a page, speak of, by their numbers. */
const tasksIn = (shown: string | string[][]): number[] => {
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown)
  const found = [...text.matchAll(/安区督〔2024〕(\d+)号/g)].map(([, n]) => Number(n))
  return [...new Set(found)].toSorted((a, b) => a - b)
}

const digest = async (district: SmallDistrict, day: string): Promise<string> => {
  await district.playTo(`${day} 08:30`)
  const mails = (await district.letters()).filter(
    ({ to, subject, at }) =>
      to.includes(liaison) &&
      subject.includes('今日提醒') &&
      new Date(Date.parse(at) + 8 * 3_600_000).toISOString().startsWith(day),
  )
  expect(mails.length).toBeLessThanOrEqual(1)
  return mails[0]?.text ?? ''
}

it('peers 1: tasks over in one go leave every list, neighbours included, and no other does', async () => {
  const district = await withTasks(8, '2024-11-20')
  const done = [1, 2, 3].map((n) => ({ 编号: numberOf(n), 完成: '是', 完成说明: '已办' }))
  await district.type(desk, slices, done, '2024-11-21 10:00')
  await district.playTo('2024-11-21 10:10')
  expect(tasksIn(district.sheet(desk, '本办待办'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])

  const passed = [1, 2, 3].map((n) => ({
    编号: `${numberOf(n)}核验1`,
    决定: '通过',
    签批人: '林堯安',
  }))
  const stopped = [5, 6].map((n) => ({ 编号: numberOf(n), 中止: '是' }))
  await district.type('总台账', '待审核事项', passed, '2024-11-22 10:00', '林堯安')
  await district.type('总台账', '任务交办', stopped, '2024-11-22 10:00', '周衡')
  await district.playTo('2024-11-22 10:10')
  const asks = district.page(desk, '本办待办').filter((row) => row['类别'] !== '办理答复')
  expect(tasksIn(JSON.stringify(asks))).toEqual([4, 7, 8])
  expect(tasksIn(district.sheet('总览', '总览'))).toEqual([4, 7, 8])
  expect(tasksIn(await digest(district, '2024-11-25'))).toEqual([4, 7, 8])
  // The rows themselves stay, each with what became of it.
  const states = district.page(desk, slices).map((row) => row['状态'])
  expect(states.filter((state) => state === '办结销号')).toHaveLength(3)
  expect(states.filter((state) => state === '中止')).toHaveLength(2)
})

it('peers 1: lines erased in one go are forgotten, neighbours included, and no other is', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const tab = '周计划填报'
  const rows = [1, 2, 3, 4, 5, 6].map((n) => ({
    周次: '2024-11-18',
    领导姓名: '程波',
    日期: `${17 + n}日 上午9点`,
    活动内容: `第${n}场`,
  }))
  await district.type(desk, tab, rows, '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:10')
  const said = () =>
    district
      .page(desk, '本办待办')
      .flatMap((row) => (row['类别'] === '系统识别为' ? (row['填报位置'] ?? '').slice(-1) : []))
  expect(said()).toEqual(['1', '2', '3', '4', '5', '6'])
  const erased: Row[] = [1, 2, 4, 5].map((n) => ({ 编号: `QZFB-000${n}`, 删除: '是' }))
  await district.type(desk, tab, erased, '2024-11-12 11:00')
  await district.playTo('2024-11-12 11:10')
  expect(said()).toEqual(['3', '6'])
  expect(district.page(desk, tab).map((row) => row['活动内容'])).toEqual(['第3场', '第6场'])
})

it('peers 3: a task is mailed on the morning of its day, the day after, on Mondays, and when a step is taken', async () => {
  const district = await withTasks(1, '2024-11-21')
  /** The line of the task, under the heading it stands below. */
  const heads = async (day: string) => {
    const lines = (await digest(district, day)).split('\n')
    const at = lines.findIndex((text) => text.includes(numberOf(1)))
    const head = lines.slice(0, Math.max(0, at)).findLast((text) => /（\d+）$/.test(text))
    return at < 0 ? [] : [head, lines[at]]
  }
  const line = (why: string) => `· ${numberOf(1)} 第1件事（时限：2024年11月21日；${why}）`
  expect(await heads('2024-11-21')).toEqual(['今天到期（1）', line('今天到期')])
  for (const [day, overdue] of [
    ['2024-11-22', 1],
    ['2024-11-25', 4],
    ['2024-11-26', 5],
  ] as const) {
    expect(await heads(day)).toEqual(['已逾期（1）', line(`逾期${overdue}天`)])
  }
  // Nothing about it is new: it stands at the desk, and the mail would only repeat itself.
  expect(await heads('2024-11-27')).toEqual([])
  expect(tasksIn(district.sheet(desk, '本办待办'))).toEqual([1])
})

it('peers 12: a task without a deadline is shown with no year, no number and no 逾期 anywhere', async () => {
  const district = await withTasks(2, '')
  const mail = await digest(district, '2024-11-25')
  expect(mail).toContain('未定时限（2）')
  const said = await district.workspace.call('explain', [JSON.stringify({ what: numberOf(1) })])
  const shown: Record<string, string> = {
    mail,
    explained: String(said.result),
    todo: JSON.stringify(district.sheet(desk, '本办待办')),
    slice: JSON.stringify(district.sheet(desk, slices).slice(2)),
    master: JSON.stringify(district.sheet('总台账', '任务交办').slice(2)),
    dashboard: JSON.stringify(
      district.sheet('总览', '总览').filter((row) => tasksIn([row]).length > 0),
    ),
  }
  for (const [place, text] of Object.entries(shown)) {
    expect([
      place,
      /1970|1969|1899|1900|243\d\d|NaN|null|undefined|Invalid|逾期\d/.exec(text),
    ]).toEqual([place, null])
    expect([place, text.includes('未定时限') || text.includes('没有时限')]).toEqual([place, true])
  }
  const figures = district.page('总览', '数据')
  const value = (name: string) => figures.find((row) => row['指标'] === name)?.['数值']
  expect(['逾期', '未定时限'].map(value)).toEqual(['0', '2'])
})

import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import type { Paper, PaperTable } from '../../src/domain/paper'
import { papersOfRun } from '../../src/jobs/papers'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { fullLeaders, fullPaper, fullWeek } from '../fakes/full-week'
import { control, when } from '../fakes/paper-district'
import { paperRun } from '../fakes/paper-run'

const week = fullWeek()
const byLeader = 'weekly-plan.leaders.2024-11-18'
const byEvent = 'weekly-plan.events.2024-11-18'

const tableOf = (paper: Paper): PaperTable => {
  const table = paper.parts.find((part) => part.is === 'table')
  if (!table) throw new Error('no table')
  return table
}

const textsOf = (paper: Paper): string[][] =>
  tableOf(paper).rows.map(({ cells }) =>
    cells.map(({ lines }) =>
      lines.map(({ lead, text }) => (lead ? `${lead} ${text}` : text)).join('\n'),
    ),
  )

const rowOf = (paper: Paper, name: string): string[] =>
  textsOf(paper).find((row) => row[1] === name) ?? []

const headOf = (paper: Paper): string[] =>
  tableOf(paper).head.flatMap(({ cells }) =>
    cells.map(({ lines }) => lines.map(({ text }) => text).join('')),
  )

const said = (paper: Paper): string => JSON.stringify(paper.parts)

describe('the week by leader', () => {
  test('stands on A3 landscape with the seven days, what has no time yet, and remarks', () => {
    const paper = fullPaper(byLeader, week)
    expect(paper).toMatchObject({ format: 'A3 landscape', onePage: true })
    expect(headOf(paper)).toEqual([
      '序号',
      '姓名',
      '职务',
      '周一（11月18日）',
      '周二（11月19日）',
      '周三（11月20日）',
      '周四（11月21日）',
      '周五（11月22日）',
      '周六（11月23日）',
      '周日（11月24日）',
      '时间待定',
      '备注',
    ])
  })

  test('names all leaders in order of protocol under the lines of their bodies', () => {
    const rows = textsOf(fullPaper(byLeader, week))
    expect(rows.filter((row) => row.length > 1).map((row) => row[1])).toEqual(
      fullLeaders.map(({ name }) => name),
    )
    expect(rows.filter((row) => row.length === 1).flat()).toEqual([
      '区委常委',
      '区人大',
      '区政府',
      '区政协',
      '法检两长',
    ])
  })

  test('says an engagement as papers do, a changed one with the words it was issued with', () => {
    const row = rowOf(fullPaper(byLeader, week), '江岳')
    expect(row[3]).toBe('9:00–10:30 全区安全生产大会（主持，区会议中心）')
    expect(row[4]).toBe(
      '〔调整〕10:00–11:30 调研重点项目建设进展情况（高新产业园）\n原：9:30–11:00 调研重点项目建设进展情况（高新产业园）',
    )
  })

  test('puts what has no day under 时间待定, and what was typed for a quiet week over its days', () => {
    const paper = fullPaper(byLeader, week)
    expect(rowOf(paper, '陆明屿')[10]).toBe('赴市参加专题培训')
    expect(rowOf(paper, '曹砺之')[3]).toBe('机关日常工作')
  })

  test('narrows Saturday and Sunday where nobody has anything then', () => {
    const { columns } = tableOf(fullPaper(byLeader, week))
    expect(columns[8]).toBeLessThan((columns[3] ?? 0) / 2)
    expect(columns[8]).toBe(columns[9])
  })

  test('says version and that it is inner paper, by whom and when, and to whom it goes', () => {
    const { parts } = fullPaper(byLeader, week)
    expect(parts[0]).toEqual({
      is: 'sides',
      left: '第1版（审定后调整1处，截至2024年11月18日9:10）',
      right: '内部资料　注意保存',
    })
    expect(parts[1]).toEqual({
      is: 'title',
      text: '安澜区区级领导周工作计划表',
      beneath: '（2024年11月18日—11月24日）',
      note: '第47周',
    })
    expect(parts.slice(-2)).toEqual([
      {
        is: 'sides',
        left: '汇总：区委办公室（林堯安）　审定：周衡　2024年11月15日17:00',
        right: '安排如有变动，以安排调整通知为准。',
      },
      { is: 'text', text: '发：区委办、区人大办、区政府办（3份）', as: 'small' },
    ])
  })

  test('says of a version a leader signed on paper that it was recorded, and by whom', () => {
    const signed = fullWeek()
    const key = 'weekly-plan|2024-11-18'
    const version = signed.state.versions.get(key)
    if (!version) throw new Error('no version')
    const paper = { how: '纸质签批', by: 'P002', on: day('2024-11-15') } as const
    signed.state.versions.set(key, { ...version, approver: 'L01', paper })
    expect(said(fullPaper(byLeader, signed))).toContain('审定：江岳（纸质签批，林堯安代录）')
  })

  test('has no clash, no 编号 and no 未列入报送范围; a leader out of scope is not on it', () => {
    const narrow = fullWeek()
    const at = when('2024-11-18 09:30')
    narrow.put(control, house.district.leader, 'L25', { body: '其他' }, at)
    const paper = fullPaper(byLeader, narrow)
    expect(said(paper)).not.toMatch(/冲突|未列入报送范围|QWB-|QZF-/)
    expect(rowOf(paper, fullLeaders[24]?.name ?? '')).toEqual([])
  })

  test('the working copy of the coordinator has a column for clashes', () => {
    expect(headOf(fullPaper(`${byLeader}.control`, week)).at(-1)).toBe('冲突')
  })
})

describe('the week by event', () => {
  test('stands on A4 landscape, one event one row with all who go, how they take part said', () => {
    const paper = fullPaper(byEvent, week)
    expect(paper.format).toBe('A4 landscape')
    expect(headOf(paper)).toEqual([
      '日期（星期）',
      '时间',
      '内容',
      '地点',
      '出席（参加）领导',
      '承办单位',
      '备注',
    ])
    const [first = []] = textsOf(paper)
    expect(first.slice(0, 4)).toEqual([
      '11月18日\n（周一）',
      '9:00–10:30',
      '全区安全生产大会',
      '区会议中心',
    ])
    expect(first[4]).toMatch(/^江岳（主持）、程波、陆明屿、/)
    expect(first[4]?.split('、')).toHaveLength(24)
    expect(first[5]).toBe('区应急局')
  })

  test('goes by day and hour, what has no day comes last', () => {
    const rows = textsOf(fullPaper(byEvent, week))
    const dates = rows.filter((row) => row.length === 7).map(([date]) => date)
    expect(dates).toEqual([
      '11月18日\n（周一）',
      '11月19日\n（周二）',
      '11月20日\n（周三）',
      '11月21日\n（周四）',
      '11月22日\n（周五）',
      '时间待定',
    ])
    expect(said(fullPaper(byEvent, week))).toContain('机关日常工作：曹砺之')
  })
})

describe('who may read a printed week', () => {
  test('what an office keeps is 另有公务 on the sheet for all, and whole on its own', () => {
    for (const form of [byLeader, byEvent]) {
      const all = said(fullPaper(form, week))
      const own = said(fullPaper(`${form}.QZF`, week))
      const other = said(fullPaper(`${form}.QWB`, week))
      expect(all).toContain('另有公务')
      expect(other).toContain('另有公务')
      expect(own).not.toContain('另有公务')
    }
    expect(rowOf(fullPaper(byLeader, week), '程波')[4]).toBe('9:30–11:00 另有公务')
  })

  test('a week that was not given back is printed for the coordinator alone, as a draft', () => {
    const early = fullWeek({ issued: false })
    const at = when('2024-11-15 12:10')
    const run = paperRun(early, at, early.judge(at))
    const keys = papersOfRun(run).offers.map(({ key }) => key)
    expect(keys.filter((key) => key.startsWith('weekly-plan.'))).toEqual([
      `${byLeader}.control`,
      `${byEvent}.control`,
    ])
    const { paper } = papersOfRun(run, `${byLeader}.control`)
    expect(paper?.parts[0]).toMatchObject({
      left: '第1版',
      right: expect.stringContaining('拟稿（未审定）'),
    })
    expect(JSON.stringify(paper?.parts)).not.toContain('审定：')
  })
})

test('安排调整通知 says what was arranged and what is now, why, and under which number', () => {
  const changed = fullWeek()
  const moved = { on: '2024-11-22', reason: '主办单位改期' }
  changed.put('d-QWB', weeklyPlan, 'QWB-L03-3', moved, when('2024-11-18 10:00'))
  changed.put('d-QZF', weeklyPlan, 'QZF-L02-1', moved, when('2024-11-18 10:00'))
  for (const at of ['10:00', '10:10', '10:20', '10:30']) changed.judge(when(`2024-11-18 ${at}`))
  const at = when('2024-11-18 10:40')
  const run = paperRun(changed, at, changed.judge(at))
  const keys = papersOfRun(run).offers.map(({ key }) => key)
  const own = keys.filter((key) => key.startsWith('notice.'))
  const papers = own.flatMap((key) => papersOfRun(run, key).paper ?? [])
  const rows = papers.flatMap(textsOf)
  expect(rows).toContainEqual([
    '陆明屿',
    '11月21日（周四） 9:00–11:30 走访联系企业，听取意见建议（城东街道）',
    '11月22日（周五） 9:00–11:30 走访联系企业，听取意见建议（城东街道）',
    '主办单位改期',
  ])
  expect(said(papers.at(-1) ?? fullPaper(byLeader, week))).toMatch(/第\d号/)
  // What an office keeps is told without its words, its place and its reason.
  expect(rows.filter(([name]) => name === '程波')).toEqual([
    ['程波', '11月19日（周二） 9:30–11:00 另有公务', '11月22日（周五） 9:30–11:00 另有公务', ''],
  ])
})

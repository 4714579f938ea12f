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

const given = {
  任务内容: '规范公文运转',
  牵头: '赵启飞',
  督办专员: '林堯安',
  交办日期: '2024-11-18',
  完成时限: '2024-11-22',
  任务来源: '联席会议',
  来源名称与日期: '2024年11月15日主任联席会议第五项',
  交办领导: '江岳',
  优先级: '加急',
  协办单位: '区委办',
}

const overdue = async (at: string, ...more: Record<string, string>[]): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-26 09:00')
  await district.type('总台账', '任务交办', [given, ...more], '2024-11-26 09:10', '周衡')
  const word = { 编号: number(1), 签收: '是', 最新进展: '已起草初稿', 进展日期: '11月21日' }
  await district.type(
    '区政府办',
    '承办任务',
    [{ ...word, 存在问题: '意见未齐' }],
    '2024-11-26 09:20',
  )
  await district.playTo(at)
  return district
}

const number = (n: number): string => `安区督〔2024〕${n}号`

const allOf = ({ parts }: Paper): string =>
  parts
    .flatMap((part) => {
      if (part.is === 'table') return []
      if (part.is === 'tail') return part.lines
      if (part.is === 'sides') return [`${part.left}|${part.right}`]
      return part.is === 'box' ? [part.label] : 'text' in part ? [part.text] : []
    })
    .join('\n')

const sign = async (district: SmallDistrict, row: string, typed: string, at: string) =>
  district.type(
    '总台账',
    '待审核事项',
    [{ 编号: row, 决定: '签发', 签批人: '林堯安', 文号: typed }],
    at,
    '林堯安',
  )

it('a 督办单 is a draft without a number until a person issues it, then it carries it and its facts stay', async () => {
  const district = await overdue('2024-11-27 08:40')
  const slip = `${number(1)}督办单1`
  const draft = await paperOf(district, `draft.${slip}`)
  expect(draft).toMatchObject({ format: 'A4 portrait', onePage: true })
  expect(allOf(draft)).toContain('拟稿（未编号、未签发）')
  expect(textsOf(draft).slice(0, 6)).toEqual([
    '督办事项|规范公文运转',
    '交办依据|联席会议，2024年11月15日主任联席会议第五项；江岳2024年11月18日交办',
    '牵头单位|区政府办（赵启飞）|协办单位|区委办',
    '完成时限|2024年11月22日',
    '目前进展|已起草初稿（2024年11月21日）',
    '逾　　期|5天（3个工作日），截至2024年11月27日',
  ])
  expect(textsOf(draft).map((row) => row.split('|')[0])).toContain('办理情况')
  // Nobody knows by when but whoever issues it: the days asked for are blanks.
  expect(allOf(draft)).toContain('于　　月　　日前完成')

  await sign(district, slip, '7', '2024-11-27 09:00')
  await district.playTo('2024-11-29 08:40')
  const issued = await paperOf(district, `draft.${slip}`)
  expect(allOf(issued)).not.toContain('拟稿')
  expect(allOf(issued)).toContain('加急|安委办督〔2024〕7号')
  expect(allOf(issued)).toContain('2024年11月27日')
  expect(textsOf(issued)).toContain('逾　　期|5天（3个工作日），截至2024年11月27日')
})

it('a 专报 says its facts with their days and leaves 意见建议 to a person', async () => {
  const district = await overdue('2024-11-27 08:40')
  await sign(district, `${number(1)}督办单1`, '', '2024-11-27 09:00')
  await district.playTo('2024-11-29 08:40')
  const report = allOf(await paperOf(district, `draft.${number(1)}专报1`))
  expect(report).toContain('11月27日已发督办通知单（安委办督〔2024〕1号）')
  expect(report).toContain('已逾期7天（5个工作日）')
  expect(report).toContain('承办单位反映：意见未齐')
  expect(report).toMatch(/四、意见建议\n（由拟稿人填写）\n以上情况，请阅示。/u)
  expect(report).toContain('报：江岳同志、程波同志。')
})

it('a number that was given before is not given again, one left out is told at 问题', async () => {
  const second = { ...given, 任务内容: '规范会议管理' }
  const district = await overdue('2024-11-27 08:40', second)
  await sign(district, `${number(1)}督办单1`, '4', '2024-11-27 09:00')
  await sign(district, `${number(2)}督办单1`, '安委办督[2024]4号', '2024-11-27 09:20')
  await district.playTo('2024-11-27 09:40')
  const stateOf = (row: string) =>
    district.page('总台账', '待审核事项').find((each) => each['编号'] === row)?.['状态']
  expect(stateOf(`${number(1)}督办单1`)).toBe('已签发')
  expect(stateOf(`${number(2)}督办单1`)).toBe(
    `未采用：文号安委办督〔2024〕4号已用于${number(1)}，请改填`,
  )
  await sign(district, `${number(2)}督办单1`, '6', '2024-11-27 10:00')
  await district.playTo('2024-11-27 10:20')
  expect(stateOf(`${number(2)}督办单1`)).toBe('已签发')
  const told = district.page('总台账', '问题').filter((row) => row['类别'] === '文号')
  expect(told.map((row) => row['说明'])).toEqual(['安委办督〔2024〕5号空缺，请核对文号登记簿'])
})

it('about a peer whoever decides is asked to talk: no 督办单, no number, no table of delay', async () => {
  const peer = { ...given, 任务内容: '共享建议办理台账', 牵头: '区人大办' }
  const district = await overdue('2024-11-27 08:40', peer)
  const rows = district.page('总台账', '待审核事项').map((row) => row['编号'])
  expect(rows).toContain(`${number(2)}沟通提示1`)
  expect(rows).not.toContain(`${number(2)}督办单1`)
  const hint = await paperOf(district, `draft.${number(2)}沟通提示1`)
  expect(hint.parts.some((part) => part.is === 'table')).toBe(false)
  expect(allOf(hint)).toContain('周衡同志：')
  expect(allOf(hint)).toContain('请与区人大办沟通。')
  await sign(district, `${number(2)}沟通提示1`, '', '2024-11-27 09:00')
  await district.playTo('2024-11-27 09:20')
  const told = (await district.letters()).filter(({ subject }) => subject.startsWith('沟通提示'))
  expect(told.map(({ to }) => /p\d+/.exec(to)?.[0])).toEqual(['p001'])
  const own = district.page('区人大办', '承办任务')[0]?.['督办意见']
  expect(own).toBe('')
})

it('the column 关系 says who is a peer, whatever the kind of the office', async () => {
  const district = await overdue('2024-11-26 09:40')
  await district.type(
    '总台账',
    '单位',
    [{ 编号: 'QZFB', 关系: '同级' }],
    '2024-11-26 10:00',
    '周衡',
  )
  await district.playTo('2024-11-27 08:40')
  expect(district.page('总台账', '待审核事项').map((row) => row['编号'])).toEqual([
    `${number(1)}沟通提示1`,
  ])
})

it('a task is handed out on paper without a word of delay', async () => {
  const district = await overdue('2024-11-27 08:40')
  const handout = await paperOf(district, `handout.${number(1)}`)
  expect(textsOf(handout)[0]).toBe('交办事项|规范公文运转')
  expect(textsOf(handout).join('\n')).not.toMatch(/逾期|目前进展/)
  expect(textsOf(handout).map((row) => row.split('|')[0])).toContain('办理情况')
})

import { beforeAll, expect, test } from 'vitest'
import { rebuildCheck } from '../../src/jobs/rebuild-check'
import { deskLooks } from '../../src/jobs/tab-looks'
import { fieldVisit } from '../fakes/field-visit'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { paperDigest, paperDistrict } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

const week = '2024-11-18'
const title = '2024年11月18日—11月24日'
const first = '安区访〔2024〕1号'

const visit = (visitor: string, more: Row = {}): Row => ({
  走访领导: visitor,
  走访日期: '20日 上午9点-10点',
  去向: '青坪村',
  走访事项: `${visitor}走访`,
  ...more,
})

let district: MemoryDistrict

const row = (book: string, tab: string, id: string): Row =>
  district.page(book, tab).find((each) => each['编号'] === id) ?? {}

/** Lines of 本办待办 of one kind, what each is about and where it is to be seen to. */
const todo = (book: string, kind: string): string[] =>
  district
    .page(book, '本办待办')
    .flatMap((each) => (each['类别'] === kind ? `${each['事项']} ${each['填报位置']}` : []))

/** The last digest of a person. */
const digestOf = (person: string): string =>
  district
    .mailTo(person)
    .filter(({ subject }) => subject.startsWith('今日提醒'))
    .at(-1)?.text ?? ''

// The one declaration stands in the list, and nothing else in the house knows of it.
beforeAll(() => {
  district = memoryDistrict(registryWith(fieldVisit), '2024-11-11 09:00')
  const due = { 牵头: '区政府办', 完成时限: '11月14日' }
  district.type('区委办', fieldVisit.title, {}, visit('江岳', due))
  district.type('区委办', fieldVisit.title, {}, { 走访领导: '罗景澜', 走访事项: '不走访' })
  district.type('区政府办', fieldVisit.title, {}, visit('程波', { 牵头: '何思源' }))
  district.tick('2024-11-12 10:00')
  for (const desk of ['区委办', '区政府办'])
    district.type(desk, '重点走访报送', { 周次: week }, { 报送: '是', 报送人: '值班员' })
  district.tick('2024-11-12 10:10')
  district.tick('2024-11-13 08:30')
})

test('its tab stands among those of a desk, with the tabs it needs beside it', () => {
  const registry = registryWith(fieldVisit)
  const office = paperDistrict().district().offices[0]
  const looks = office ? deskLooks(registry, paperDistrict().district(), office) : []
  const tabs = looks.map(({ name }) => name)
  expect(tabs.filter((name) => name.includes('走访'))).toEqual([
    '重点走访报送',
    '重点走访',
    '承办重点走访',
  ])
  expect(looks.find(({ name }) => name === '承办重点走访')?.columns.map((c) => c.heading)).toEqual(
    expect.arrayContaining(['走访事项', '签收', '签收人', '完成时限', '申请延期至', '已完成节点']),
  )
})

test('its rows are numbered district-wide, and say how they stand as a line and as a task', () => {
  expect(row('区委办', '重点走访', first)).toMatchObject({
    进度: '已报；待签收',
    灯: '黄（还有1个工作日）',
  })
  expect(row('区政府办', '重点走访', '安区访〔2024〕3号')['进度']).toBe('已报；待签收')
  expect(district.page('区委办', '重点走访报送')).toMatchObject([{ 周次: week, 状态: '已报' }])
})

test('a line that says nothing is planned is no task', () => {
  expect(row('区委办', '重点走访', '安区访〔2024〕2号')).toMatchObject({ 进度: '已报', 灯: '' })
  expect(district.page('总览', '数据').find((each) => each['指标'] === '交办')?.['数值']).toBe('2')
})

test('本办待办 shows the weekly duty, the clash and the task, beside those of the house', () => {
  expect(todo('区委办', '已办')).toEqual(['1项 '])
  expect(todo('区委办', '待报')).toEqual([`${title}周计划 报送`])
  expect(todo('区人大办', '待报')).toEqual([`${title}周计划 报送`, `${title}重点走访 重点走访报送`])
  for (const desk of ['区委办', '区政府办'])
    expect(todo(desk, '冲突').map((text) => text.split('：')[1])).toEqual([
      '同一地点同一时间（重叠60分钟） 重点走访',
    ])
  // Near its day, it stands under the more pressing heading.
  expect(todo('区政府办', '临近')).toEqual([`江岳走访 承办重点走访 ${first}`])
  expect(todo('区委办', '待签收')).toEqual([])
})

test('the slice stands at the desk that leads, and 本办待办 names its tab', () => {
  expect(row('区政府办', '承办重点走访', first)).toMatchObject({
    走访事项: '江岳走访',
    角色: '牵头',
    完成时限: '2024-11-14',
  })
  expect(todo('区政府办', '临近')).toEqual([`江岳走访 承办重点走访 ${first}`])
})

test('the digest has its task and, on the day of the cut-off, its duty', () => {
  expect(digestOf('p008')).toContain(`临近时限（1）\n· ${first} 江岳走访`)
  district.tick('2024-11-15 08:30')
  const friday = digestOf('p006')
  // One heading for the duties of both registers.
  expect(friday).toContain('今天到期（2）')
  expect(friday).toContain(`${title}周计划今天截止（2024年11月15日 12:00）：邓清棠`)
  expect(friday).toContain(`${title}重点走访今天截止（2024年11月15日 12:00）：邓清棠`)
  expect(digestOf('p008')).toContain(`已逾期（1）\n· ${first} 江岳走访`)
})

test('报送情况 keeps the lines of both registers apart', () => {
  const lines = district.page('总台账', '报送情况').filter((each) => each['单位'] === '区委办')
  expect(lines.map((each) => [each['编号'], each['状态']])).toEqual([
    [`${week}-QWB`, '未报'],
    [`field-visit-${week}-QWB`, '重点走访：已报'],
  ])
  const reason = { 退回原因: '请补时间' }
  district.type('总台账', '报送情况', { 编号: `field-visit-${week}-QWB` }, reason)
  district.tick('2024-11-15 09:00')
  expect(todo('区委办', '退回补正')).toEqual([`${title}重点走访 重点走访报送`])
  expect(todo('区委办', '待报')).toEqual([`${title}周计划 报送`])
})

test('the dashboard has its figures, its weeks and its tasks', () => {
  district.tick('2024-11-15 12:00')
  const value = (name: string) =>
    district.page('总览', '数据').find((each) => each['指标'] === name)?.['数值']
  expect(['重点走访应报', '重点走访按时', '重点走访未报'].map(value)).toEqual(['6', '1', '5'])
  expect(['周计划应报', '周计划按时', '逾期'].map(value)).toEqual(['6', '0', '1'])
  const page = district.sheet('总览', '总览')
  const at = (text: string) => page.findIndex(([cell]) => cell === text)
  expect(page[at(`■ 各单位（重点走访为${title}）`) + 2]).toEqual([
    '区委办',
    '未报',
    ...['', '', '', '', ''],
  ])
  expect(page[at('■ 近12周报送：重点走访') + 2]?.slice(0, 5)).toEqual([title, '6', '1', '0', '5'])
  expect(page[at('■ 逾期任务') + 2]?.slice(0, 3)).toEqual([first, '江岳走访', '区政府办'])
})

test('what the lead reports done waits at 审核 of the register, and is struck off there', () => {
  const done = { 签收: '是', 完成: '是', 完成说明: '已走访' }
  district.type('区政府办', '承办重点走访', { 编号: first }, done)
  district.tick('2024-11-15 14:00')
  expect(row('总台账', '重点走访待审核事项', `${first}核验1`)).toMatchObject({ 状态: '待审核' })
  expect(district.page('总台账', '待审核事项')).toEqual([])
  const yes = { 决定: '通过', 签批人: '林堯安' }
  district.type('总台账', '重点走访待审核事项', { 编号: `${first}核验1` }, yes)
  district.tick('2024-11-15 14:10')
  expect(row('区委办', '重点走访', first)['进度']).toContain('办结销号')
})

test('its steps are judged one by one, at the desk, in the digest and on the dashboard', () => {
  const third = '安区访〔2024〕3号'
  const said = { 分几步: '11月15日 联系青坪村；11月22日 走访' }
  district.type('区政府办', '重点走访', { 编号: third }, said)
  district.tick('2024-11-18 08:30')
  expect(row('区人大办', '承办重点走访', third)).toMatchObject({
    节点: '1.联系青坪村（2024年11月15日）；2.走访（11月22日）',
    完成时限: '2024-11-22',
  })
  expect(row('区政府办', '重点走访', third)['灯']).toBe('红（节点“联系青坪村”逾期3天）')
  expect(todo('区人大办', '逾期')).toEqual([`程波走访 承办重点走访 ${third}`])
  expect(digestOf('p006')).toContain('节点“联系青坪村”逾期3天')
  expect(district.page('总览', '数据').find((each) => each['指标'] === '逾期')?.['数值']).toBe('1')
  district.type('区人大办', '承办重点走访', { 编号: third }, { 签收: '是', 已完成节点: '1' })
  district.tick('2024-11-18 09:00')
  expect(row('区政府办', '重点走访', third)['灯']).toBe('绿（节点“走访”还有4个工作日）')
})

test('workbooks and events alone give every page again', () => {
  const { ports } = district.world
  const { differences, pages } = rebuildCheck(ports, registryWith(fieldVisit), paperDigest)
  expect(differences).toEqual([])
  expect(pages).toBeGreaterThan(40)
})

test('its settings stand in 参数表 with the house’s values, less those of what it does not claim', () => {
  const keys = district
    .page('总台账', '参数表')
    .flatMap((each) =>
      each['参数代号']?.startsWith('visit.') ? `${each['参数代号']} ${each['值']}` : [],
    )
  expect(keys).toEqual(
    expect.arrayContaining([
      'visit.cutoff 周五 12:00',
      'visit.yellow 3',
      `visit.firstWeek ${week}`,
    ]),
  )
  expect(keys.join(' ')).not.toContain('approve')
})

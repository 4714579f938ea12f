import { beforeEach, expect, test } from 'vitest'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'
const what = '建设滨河公园'

let district: MemoryDistrict

const row = (book: string, tab: string, no = id): Row =>
  district.page(book, tab).find((each) => each['编号'] === no) ?? {}

const light = (): string => row('总台账', '任务交办')['灯'] ?? ''

const report = (cells: Row): void => district.type('区政府办', '承办任务', { 编号: id }, cells)

const master = (cells: Row): void => district.type('总台账', '任务交办', { 编号: id }, cells)

const decide = (ask: string, decision: string): void =>
  district.type('总台账', '待审核事项', { 编号: id + ask }, { 决定: decision, 签批人: '林堯安' })

/** Lines of 本办待办 of one kind: what each says and by when. */
const todo = (book: string, kind: string): string[] =>
  district
    .page(book, '本办待办')
    .flatMap((each) => (each['类别'] === kind ? `${each['说明']} ${each['期限']}`.trim() : []))

const digest = (person: string): string =>
  district
    .mailTo(person)
    .filter(({ subject }) => subject.startsWith('今日提醒'))
    .map(({ text }) => text)
    .pop() ?? ''

/** How many letters tell a person that something is overdue. */
const letters = (person: string): number =>
  district.mailTo(person).filter(({ text }) => text.includes('逾期')).length

beforeEach(() => {
  district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const steps = '11月20日 方案；12月10日 招标；12月31日 开工'
  const given = { 牵头: '赵启飞', 完成时限: '2025-01-10', 督办专员: '林堯安', 反馈周期: '只报办结' }
  district.type('总台账', '任务交办', {}, { 任务内容: what, ...given, 节点: steps })
  district.tick('2024-11-12 10:00')
  report({ 签收: '是' })
  district.tick('2024-11-12 10:10')
})

test('a task is judged by its earliest open step, and its slice lists them all', () => {
  expect(row('区政府办', '承办任务')).toMatchObject({
    节点: '1.方案（2024年11月20日）；2.招标（12月10日）；3.开工（12月31日）',
    完成时限: '2025-01-10',
    灯: '绿（节点“方案”还有6个工作日）',
  })
  district.tick('2024-11-18 08:30')
  expect(light()).toBe('黄（节点“方案”还有2个工作日）')
  expect(todo('区政府办', '临近')).toEqual(['节点“方案”还有2个工作日 2024年11月20日'])
  expect(digest('p008')).toContain(`${id} ${what}（时限：2024年11月20日；节点“方案”还有2个工作日）`)

  report({ 已完成节点: '方案' })
  district.tick('2024-11-18 10:00')
  expect(light()).toBe('绿（节点“招标”还有16个工作日）')
  expect(row('区政府办', '承办任务')['节点']).toContain('1.方案（2024年11月20日，已完成）；2.招标')
})

test('an item is as late as its latest step: light, todo, digest, letters and dashboard agree', () => {
  district.tick('2024-11-25 08:30')
  expect(light()).toBe('红（节点“方案”逾期5天）')
  expect(row('总台账', '任务交办')).toMatchObject({ 现时限: '2025-01-10', 逾期天数: '5' })
  expect(todo('区政府办', '逾期')).toEqual(['节点“方案”逾期5天 2024年11月20日'])
  expect(digest('p008')).toContain('已逾期（1）')
  // Brought once while nothing about it changes.
  expect(letters('p008')).toBe(1)
  district.tick('2024-11-26 08:30')
  expect(letters('p008')).toBe(1)
  const page = district.sheet('总览', '总览')
  const at = page.findIndex(([cell]) => cell === '■ 逾期任务')
  expect(page[at + 2]?.slice(0, 5)).toEqual([
    id,
    what,
    '赵启飞',
    '2024年11月20日',
    '节点“方案”逾期6天',
  ])
  // The draft says which step is late.
  expect(row('总台账', '待审核事项', `${id}督办单1`)['申请内容']).toContain(
    '节点“方案”的时限为2024年11月20日，截至2024年11月26日已逾期6天',
  )

  // The next step has a deadline of its own, which is told anew.
  report({ 已完成节点: '1' })
  district.tick('2024-11-26 10:00')
  expect(light()).toBe('绿（节点“招标”还有10个工作日）')
  expect(row('总台账', '待审核事项', `${id}督办单1`)['状态']).toBe('已失效')
  district.tick('2024-12-11 08:30')
  expect(light()).toBe('红（节点“招标”逾期1天）')
  expect(letters('p008')).toBe(2)
})

test('what is finished can have no open step', () => {
  report({ 已完成节点: '方案、招标', 完成: '是', 完成说明: '已办完' })
  district.tick('2024-11-20 10:00')
  expect(row('总台账', '任务交办')['状态']).toBe('办理中')
  expect(todo('区政府办', '待更正')).toEqual([
    '完成未采用：还有节点没有完成（开工），请先填“已完成节点”',
  ])

  // Once the last step is named the report counts, as it stands.
  report({ 已完成节点: '全部' })
  district.tick('2024-11-20 10:10')
  expect(todo('区政府办', '待更正')).toEqual([])
  expect(row('总台账', '任务交办')['状态']).toBe('待核验')

  // A step that is added while it waits takes the report back; nobody can strike it off.
  master({ 节点: '11月20日 方案；12月10日 招标；12月31日 开工；1月5日 验收' })
  decide('核验1', '通过')
  district.tick('2024-11-20 10:20')
  expect(row('总台账', '任务交办')['状态']).toBe('办理中')
  expect(row('总台账', '待审核事项', `${id}核验1`)['状态']).toBe('已失效')

  report({ 已完成节点: '1-4' })
  district.tick('2024-11-20 10:30')
  decide('核验2', '通过')
  district.tick('2024-11-20 10:40')
  expect(row('总台账', '任务交办')['状态']).toBe('办结销号')
})

test('a later day within the deadline is asked for the step, beyond it for the whole', () => {
  report({ 申请延期至: '11月28日', 延期原因: '等规划意见' })
  district.tick('2024-11-18 10:00')
  expect(row('总台账', '待审核事项', `${id}延期1`)['申请内容']).toBe(
    '申请将节点“方案”延期至2024年11月28日：等规划意见',
  )
  decide('延期1', '同意')
  district.tick('2024-11-18 10:10')
  expect(light()).toBe('绿（节点“方案”还有8个工作日）')
  expect(row('区政府办', '承办任务')).toMatchObject({ 完成时限: '2025-01-10', 原时限: '' })

  report({ 申请延期至: '2025年2月20日', 延期原因: '春节停工' })
  district.tick('2024-11-18 10:20')
  expect(row('总台账', '待审核事项', `${id}延期2`)['申请内容']).toBe(
    '申请延期至2025年2月20日：春节停工',
  )
  decide('延期2', '同意')
  district.tick('2024-11-18 10:30')
  expect(row('区政府办', '承办任务')).toMatchObject({
    完成时限: '2025-02-20',
    原时限: '2025-01-10',
  })
  expect(light()).toBe('绿（节点“方案”还有8个工作日）')
})

test('steps alone set the deadline: that of the last, which follows it', () => {
  const given = { 任务内容: '清理台账', 牵头: '区政府办', 督办专员: '林堯安' }
  district.type('总台账', '任务交办', {}, { ...given, 节点: '11.20 摸底；12.20 整改' })
  district.tick('2024-11-12 11:00')
  const second = (): Row => row('总台账', '任务交办', '安区督〔2024〕2号')
  expect(second()['现时限']).toBe('2024-12-20')
  district.type(
    '总台账',
    '任务交办',
    { 编号: second()['编号'] ?? '' },
    { 节点: '11.20 摸底；1.15 整改' },
  )
  district.tick('2024-11-12 11:10')
  expect(second()).toMatchObject({ 现时限: '2025-01-15', 原时限: '2024-12-20' })
})

test('what cannot be read is told where it stands, and changes nothing', () => {
  report({ 已完成节点: '方案' })
  district.tick('2024-11-12 11:00')
  master({ 节点: '11月20日 方案；招标' })
  report({ 已完成节点: '方案、验收' })
  district.tick('2024-11-12 11:10')
  expect(row('区政府办', '承办任务')['节点']).toContain(
    '1.方案（2024年11月20日，已完成）；2.招标（12月10日）',
  )
  expect(todo('区政府办', '待更正')).toEqual([
    '已完成节点：节点中没有“验收”，请填写节点的名称或序号：1.方案（2024年11月20日，已完成）；2.招标（12月10日）；3.开工（12月31日）',
  ])
  const told = district.sheet('总台账', '问题').flat().join('\n')
  expect(told).toContain('节点“招标”没有日期，请写成“12月10日 方案”，几个节点用“；”隔开')

  master({ 节点: '11月20日 方案；2025年3月1日 验收' })
  district.tick('2024-11-12 11:20')
  expect(district.sheet('总台账', '问题').flat().join('\n')).toContain(
    '节点“验收”（2025年3月1日）晚于完成时限2025年1月10日，请改节点的日期，或者改完成时限',
  )
})

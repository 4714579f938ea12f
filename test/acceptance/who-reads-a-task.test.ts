import { expect, it } from 'vitest'
import { exported } from './exported'
import { pasteRow } from './retype'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'
import { taskNumber, withTwoPosts } from './two-posts'

const id = taskNumber(1)
const given: Row = {
  任务内容: '清点青坪仓库',
  牵头: '赵启飞',
  督办专员: '林堯安',
  交办日期: '2024-11-18',
  完成时限: '2024-12-31',
}

const assigned = async (more: Row = {}): Promise<SmallDistrict> => {
  const district = await withTwoPosts('2024-11-18 09:00')
  await district.type('总台账', '任务交办', [{ ...given, ...more }], '2024-11-18 09:30', '周衡')
  await district.playTo('2024-11-18 09:40')
  return district
}

const slice = (district: SmallDistrict, desk: string): Row =>
  district.page(desk, '承办任务').find((row) => row['编号'] === id) ?? {}

const shown = (district: SmallDistrict, desk: string): string =>
  JSON.stringify(district.workspace.store.view(district.book(desk)).map(({ rows }) => rows))

const report = (district: SmallDistrict, desk: string, cells: Row, at: string) =>
  district.type(desk, '承办任务', [{ 编号: id, ...cells }], at)

it('a desk that types the number of a task it never had reads nothing of it, then or later', async () => {
  const district = await assigned()
  pasteRow(district, '区法院', '承办任务', { 编号: id, 签收: '是' })
  pasteRow(district, '区政协办', '承办任务', { 编号: id, 最新进展: '想知道' })
  await report(
    district,
    '区政府办',
    { 签收: '是', 申请延期至: '2025-01-10', 延期原因: '下雪' },
    '2024-11-18 10:00',
  )
  await district.playTo('2024-11-18 10:10')
  const decision = { 编号: `${id}延期1`, 决定: '不同意', 意见: '抓紧运走砂石' }
  await district.type('督办台', '待审核事项', [decision], '2024-11-18 11:00', '林堯安')
  await district.playTo('2024-11-18 11:20')
  expect(slice(district, '区政府办')['督办意见']).toContain('抓紧运走砂石')
  for (const desk of ['区法院', '区政协办']) {
    expect(shown(district, desk)).not.toMatch(/青坪仓库|抓紧运走砂石|12月31日|2024-12-31/)
    expect(slice(district, desk)['状态']).toBe('本办没有这项任务')
  }
})

it('a desk that handed a task on keeps what it was told, and is told no more', async () => {
  const district = await assigned()
  const objection = { 异议理由: '不属本办职责', 建议单位: '区政协办' }
  await report(district, '区政府办', objection, '2024-11-18 10:00')
  await district.playTo('2024-11-18 10:10')
  const moved = { 编号: `${id}异议1`, 决定: '转交', 签批人: '周衡', 意见: '由政协办承办' }
  await district.type('总台账', '待审核事项', [moved], '2024-11-18 11:00', '周衡')
  await district.playTo('2024-11-18 11:10')
  const asks = { 签收: '是', 申请延期至: '2025-01-10', 延期原因: '下雪' }
  await report(district, '区政协办', asks, '2024-11-19 10:00')
  await district.playTo('2024-11-19 10:10')
  const decision = { 编号: `${id}延期1`, 决定: '同意', 意见: '抓紧运走砂石' }
  await district.type('督办台', '待审核事项', [decision], '2024-11-19 11:00', '林堯安')
  await district.playTo('2024-11-19 11:10')
  const renamed = { 编号: id, 任务内容: '清点赤岭新仓', 催办记录: '电话催了赤岭' }
  await district.type('总台账', '任务交办', [renamed], '2024-11-19 11:20', '周衡')
  await district.playTo('2024-11-19 11:30')
  expect(slice(district, '区政协办')).toMatchObject({ 任务内容: '清点赤岭新仓', 角色: '牵头' })
  expect(slice(district, '区政协办')['督办意见']).toContain('抓紧运走砂石')
  const left = slice(district, '区政府办')
  expect(left).toMatchObject({ 任务内容: '清点青坪仓库', 状态: '已转交区政协办' })
  expect(left['督办意见']).toContain('由区政府办转交区政协办')
  expect(shown(district, '区政府办')).not.toMatch(/抓紧运走砂石|赤岭|2025-01-10|1月10日/)
})

it('an office that no longer helps keeps its line, and is told no more', async () => {
  const district = await assigned({ 协办单位: '区法院' })
  await report(district, '区法院', { 签收: '是' }, '2024-11-18 10:00')
  const without = { 编号: id, 协办单位: '区检察院' }
  await district.type('总台账', '任务交办', [without], '2024-11-18 11:00', '周衡')
  await district.playTo('2024-11-18 11:10')
  const urged = { 编号: id, 任务内容: '清点赤岭新仓', 催办记录: '电话催了赤岭' }
  await district.type('总台账', '任务交办', [urged], '2024-11-19 11:00', '周衡')
  await district.playTo('2024-11-19 11:10')
  expect(slice(district, '区法院')).toMatchObject({ 任务内容: '清点青坪仓库', 状态: '已不再协办' })
  expect(shown(district, '区法院')).not.toContain('赤岭')
  expect(slice(district, '区检察院')['任务内容']).toBe('清点赤岭新仓')
})

it('what one 督办台 decided is not read at another by typing its number', async () => {
  const district = await assigned()
  const asks = { 签收: '是', 申请延期至: '2025-01-10', 延期原因: '下雪' }
  await report(district, '区政府办', asks, '2024-11-18 10:00')
  await district.playTo('2024-11-18 10:10')
  const decision = { 编号: `${id}延期1`, 决定: '不同意', 意见: '抓紧运走砂石' }
  await district.type('督办台', '待审核事项', [decision], '2024-11-18 11:00', '林堯安')
  await district.playTo('2024-11-18 11:10')
  pasteRow(district, '书记督办台', '待审核事项', { 编号: `${id}延期1` })
  await district.playTo('2024-11-18 11:30')
  expect(shown(district, '督办台')).toContain('青坪仓库')
  expect(shown(district, '书记督办台')).not.toMatch(/青坪仓库|下雪|抓紧运走砂石/)
})

it('the reason of a return that is warned stays out of mail', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.fileWeek('2024-11-18', '2024-11-14 10:00')
  await district.playTo('2024-11-14 10:10')
  const back = { 编号: '2024-11-18-QRDB', 退回原因: '请删去赤岭行车路线' }
  await district.type('总台账', '报送情况', [back], '2024-11-14 11:00', '周衡')
  await district.playTo('2024-11-15 09:00')
  const mail = await district.letters()
  expect(mail.some(({ subject }) => subject.includes('已退回补正'))).toBe(true)
  expect(JSON.stringify(mail)).not.toContain('赤岭')
  expect(JSON.stringify(district.page('区人大办', '本办待办'))).toContain('赤岭行车路线')
})

it('a warned text of a task is read where the task is, and on no page, export, answer or letter beside', async () => {
  const warned = { 任务内容: '整理内部资料赤岭卷', 节点: '11月19日 赤岭方案；12月31日 归档' }
  const district = await assigned({ ...warned, 完成时限: '2024-11-19' })
  await district.type(
    '总台账',
    '任务交办',
    [{ 编号: id, 催办记录: '邮件催赤岭卷，13912345678' }],
    '2024-11-20 10:00',
    '周衡',
  )
  await report(district, '区政府办', { 最新进展: '赤岭卷由警卫送来' }, '2024-11-20 11:00')
  await district.playTo('2024-12-02 10:00')
  expect(slice(district, '区政府办')['任务内容']).toContain('赤岭')
  expect(shown(district, '总台账')).toContain('赤岭')
  expect(shown(district, '总览')).toContain(id)
  expect(shown(district, '总览')).not.toContain('赤岭')
  expect(JSON.stringify(await exported(district, '总览'))).not.toContain('赤岭')
  for (const what of [id, '红', '逾期', '交办', '按期办结率']) {
    const answer = await district.workspace.call('explain', [JSON.stringify({ what })])
    expect(answer.outcome).toBe('done')
    expect(JSON.stringify(answer)).not.toContain('赤岭')
  }
  const mail = await district.letters()
  expect(mail.map(({ text }) => text).join()).toContain(`${id} 内容见表（`)
  expect(JSON.stringify(mail)).not.toMatch(/赤岭|13912345678/)
})

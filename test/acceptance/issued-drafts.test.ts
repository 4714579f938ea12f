import { expect, test } from 'vitest'
import { type Changes, makeDistrict, type Row, type SmallDistrict } from './small-district'

const id = '安区督〔2024〕1号'
const slip = `${id}督办单1`
const report = `${id}专报1`

const given: Row = {
  任务内容: '规范公文运转',
  牵头: '赵启飞',
  督办专员: '林堯安',
  交办日期: '2024-11-18',
  完成时限: '2024-11-22',
}

const withPost: Changes = (file) => ({
  ...file,
  offices: [
    ...file.offices,
    {
      id: 'DBT',
      name: '督办台',
      short: '督办台',
      kind: '督办台',
      desk: true,
      phone: '',
      order: 20,
      head: 'P002',
    },
  ],
})

const overdue = async (at: string, more: Row = {}, changes?: Changes): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-26 09:00', changes)
  await district.type('总台账', '任务交办', [{ ...given, ...more }], '2024-11-26 09:10', '周衡')
  const word = { 编号: id, 签收: '是', 最新进展: '已起草初稿', 进展日期: '11月21日' }
  await district.type('区政府办', '承办任务', [word], '2024-11-26 09:20')
  await district.playTo(at)
  return district
}

const lines = (district: SmallDistrict, desk: string): string[][] =>
  district.page(desk, '待审核事项').map((row) => [row['编号'] ?? '', row['状态'] ?? ''])

const told = async (district: SmallDistrict, subject: string): Promise<string[]> =>
  (await district.letters())
    .filter((mail) => mail.subject.startsWith(subject))
    .map(({ to }) => /p\d+/.exec(to)?.[0] ?? to)
    .sort()

const decide = (district: SmallDistrict, row: string, word: string, at: string) =>
  district.type('总台账', '待审核事项', [{ 编号: row, 决定: word, 签批人: '林堯安' }], at, '林堯安')

test('three working days overdue a 督办单 is drawn up, nobody gets it before a person issues it', async () => {
  const district = await overdue('2024-11-27 08:20')
  expect(lines(district, '总台账')).toEqual([])
  await district.playTo('2024-11-27 08:30')
  expect(lines(district, '总台账')).toEqual([[slip, '待签发']])
  expect(district.page('总台账', '待审核事项')[0]).toMatchObject({
    事项: '督办单',
    申请内容: `督办单（拟稿，未编号、未签发）：区政府办：${id}“规范公文运转”由赵启飞牵头，完成时限为2024年11月22日，截至2024年11月27日已逾期5天。最新进展：已起草初稿（11月21日）。请抓紧办理，在“承办任务”填报进展和预计办结时间；已办结的，填写完成情况。督办专员：林堯安。`,
  })
  const mine = (await district.letters()).filter(({ to }) => to.includes('p002@'))
  expect(mine.at(-1)?.text).toMatch(/规范公文运转（时限：2024年11月22日；逾期5天）：督办单待签发/)
  await district.playTo('2024-11-28 09:00')
  expect(await told(district, '督办单')).toEqual([])
  const shown = district.page('总台账', '待审核事项')[0]?.['申请内容'] ?? ''
  expect(shown).toContain('截至2024年11月28日已逾期6天')
  await decide(district, slip, '签发', '2024-11-28 09:30')
  await district.playTo('2024-11-28 09:40')
  expect(lines(district, '总台账')).toEqual([[slip, '已签发']])
  expect(await told(district, '督办单')).toEqual(['p001', 'p007', 'p008'])
  const mail = (await district.letters()).find(({ subject }) => subject.startsWith('督办单'))
  const issued = shown.replace('拟稿，未编号、未签发', '安委办督〔2024〕1号')
  expect(issued).not.toBe(shown)
  expect(mail?.text).toContain(`${issued}签发人：林堯安。`)
  expect(mail?.subject).toContain('安委办督〔2024〕1号')
  expect(district.page('区政府办', '承办任务')[0]?.['督办意见']).toBe(issued)
})

test('five working days overdue a 专报 is drawn up; issued, it reaches the principals’ liaisons, once', async () => {
  const district = await overdue('2024-11-29 08:40')
  expect(lines(district, '总台账')).toEqual([
    [slip, '待签发'],
    [report, '待签发'],
  ])
  await decide(district, slip, '不发', '2024-11-29 09:00')
  await decide(district, report, '同意', '2024-11-29 09:00')
  await district.playTo('2024-12-03 09:00')
  expect(lines(district, '总台账')).toEqual([
    [slip, '不发'],
    [report, '已签发'],
  ])
  expect(await told(district, '督办单')).toEqual([])
  expect(await told(district, '专报')).toEqual(['p003', 'p008'])
  expect(district.page('区政府办', '承办任务')[0]?.['督办意见']).toBe('')
})

test('reported done before its issue the draft lapses, and nobody can issue it any more', async () => {
  const district = await overdue('2024-11-27 08:40')
  await district.type('区政府办', '承办任务', [{ 编号: id, 完成: '是' }], '2024-11-27 09:00')
  await decide(district, slip, '签发', '2024-11-27 09:00')
  await district.playTo('2024-11-28 09:00')
  expect(lines(district, '总台账')).toContainEqual([slip, '已失效'])
  expect(await told(district, '督办单')).toEqual([])
})

test('a new deadline makes the draft lapse; passed again, a second one is drawn up', async () => {
  const district = await overdue('2024-11-27 08:40')
  await district.type(
    '总台账',
    '任务交办',
    [{ 编号: id, 完成时限: '2024-11-29' }],
    '2024-11-27 09:00',
  )
  await district.playTo('2024-12-04 08:40')
  expect(lines(district, '总台账')).toEqual([
    [`${id}督办单2`, '待签发'],
    [slip, '已失效'],
  ])
})

test('at a 督办台 its holder issues unnamed; what is kept inside stays out of the slip', async () => {
  const inside = { 任务内容: '整理内部资料，注意保存' }
  const district = await overdue('2024-11-27 08:40', inside, withPost)
  expect(lines(district, '总台账')).toEqual([])
  expect(lines(district, '督办台')).toEqual([[slip, '待签发']])
  const row = district.page('督办台', '本办待办').find((each) => each['类别'] === '待签发')
  expect(row?.['说明']).toBe('督办单已拟好（逾期5天），请阅后签发')
  await district.type('督办台', '待审核事项', [{ 编号: slip, 决定: '同意' }], '2024-11-27 09:00')
  await district.playTo('2024-11-27 09:10')
  expect(lines(district, '督办台')).toEqual([[slip, '已签发']])
  const mails = (await district.letters()).filter(({ subject }) => subject.startsWith('督办单'))
  expect(mails.length).toBe(3)
  for (const { subject, text, html } of mails) {
    expect(text).toContain('“内容见表”')
    expect(`${subject}${text}${html}`).not.toMatch(/内部资料|注意保存/)
  }
})

test('task.escalate moves the days', async () => {
  const district = await makeDistrict('2024-11-25 09:00', (file) => ({
    ...file,
    settings: [
      ...file.settings,
      { key: 'task.escalate', value: '1、2、3', from: '2024-01-01', source: '', note: '' },
    ],
  }))
  await district.type('总台账', '任务交办', [given], '2024-11-25 09:10', '周衡')
  // Each step is taken at the hour of the digest.
  await district.playTo('2024-11-26 08:20')
  expect(lines(district, '总台账')).toEqual([])
  await district.playTo('2024-11-26 08:30')
  expect(lines(district, '总台账')).toEqual([[slip, '待签发']])
  await district.playTo('2024-11-27 08:30')
  expect(lines(district, '总台账').map(([row]) => row)).toEqual(
    expect.arrayContaining([slip, report]),
  )
})

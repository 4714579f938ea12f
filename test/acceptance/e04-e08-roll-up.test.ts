import { expect, test } from 'vitest'
import { makeDistrict, type Row } from './small-district'

const leads = ['许明远', '郑开元', '何思源', '孟广华', '赵启飞', '周衡', '许明远', '区人大办']

const minutes = (due: (n: number) => string): Row[] =>
  leads.map((牵头, i) => ({
    任务内容: `议定事项${i + 1}`,
    牵头,
    督办专员: '林堯安',
    交办日期: '2024-11-15',
    ...(due(i + 1) ? { 完成时限: due(i + 1) } : {}),
  }))

test('E4: the digest of 25 November lists seven items under 未定时限 and counts none overdue', async () => {
  const district = await makeDistrict('2024-11-22 09:00')
  const rows = minutes((n) => (n === 8 ? '2025-03-31' : ''))
  await district.type('总台账', '任务交办', rows, '2024-11-22 10:00', '周衡')
  await district.playTo('2024-11-25 08:40')
  const mails = (await district.letters()).filter((mail) => mail.subject.startsWith('今日提醒'))
  const digest = mails.findLast((mail) => mail.to.includes('p001@'))
  expect(digest?.text).toContain('未定时限（7）')
  expect(digest?.text).not.toContain('已逾期')
  const sheet = district.sheet('总览', '总览')
  expect(sheet.find((row) => row[0] === '逾期')?.[1]).toBe('0')
  expect(sheet.find((row) => row[0] === '未定时限')?.[1]).toBe('7')
})

test('E8: eight items of which three are done in time head the roll-up, 未定时限 apart', async () => {
  const district = await makeDistrict('2024-11-18 09:00')
  const rows = minutes((n) => (n <= 3 ? '2024-11-29' : ''))
  await district.type('总台账', '任务交办', rows, '2024-11-18 09:30', '周衡')
  const desks = ['区委办', '区人大办', '区人大办']
  for (const [i, desk] of desks.entries()) {
    const id = `安区督〔2024〕${i + 1}号`
    await district.type(
      desk,
      '承办任务',
      [{ 编号: id, 签收: '是', 完成: '是' }],
      '2024-11-18 10:00',
    )
  }
  const decided = [1, 2, 3].map((n) => ({
    编号: `安区督〔2024〕${n}号核验1`,
    决定: '通过',
    签批人: '林堯安',
  }))
  await district.type('总台账', '待审核事项', decided, '2024-11-18 11:00')
  await district.playTo('2024-11-18 11:20')
  const sheet = district.sheet('总览', '总览').map((row) => row[0])
  expect(sheet).toContain('■ 交办8项、办结3项、按期办结率100%（按已办结计）')
  const unset = district.sheet('总览', '数据').find((row) => row[0] === '未定时限')
  expect(unset?.[1]).toBe('5')
  const said = await district.workspace.call('explain', [JSON.stringify({ what: '办结' })])
  const counted = [1, 2, 3].map((n) => `安区督〔2024〕${n}号`).join('、')
  expect(JSON.parse(String(said.result))).toMatchObject({
    sentences: expect.arrayContaining([counted]) as string[],
  })
})

test('what waits for a commissioner stands at the 督办台, whose holder decides unnamed', async () => {
  const district = await makeDistrict('2024-11-18 09:00', (file) => ({
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
  }))
  const rows = minutes(() => '2024-11-29').slice(4, 5)
  await district.type('总台账', '任务交办', rows, '2024-11-18 09:30', '周衡')
  const id = '安区督〔2024〕1号'
  const wish = { 编号: id, 签收: '是', 申请延期至: '2024-12-13', 延期原因: '征求意见面广' }
  await district.type('区政府办', '承办任务', [wish], '2024-11-18 10:00')
  await district.playTo('2024-11-18 10:10')
  expect(district.page('总台账', '待审核事项')).toEqual([])
  expect(district.page('督办台', '本办待办')[0]).toMatchObject({ 类别: '待审核' })
  await district.type(
    '督办台',
    '待审核事项',
    [{ 编号: `${id}延期1`, 决定: '同意' }],
    '2024-11-18 11:00',
  )
  await district.playTo('2024-11-18 11:10')
  const [slice] = district.page('区政府办', '承办任务')
  expect(slice).toMatchObject({ 完成时限: '2024-12-13', 原时限: '2024-11-29' })
})

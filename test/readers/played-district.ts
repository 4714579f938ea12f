import { pasteRow, renameHeading, typeOver } from '../acceptance/retype'
import type { Row, SmallDistrict } from '../acceptance/small-district'
import { taskNumber, withTwoPosts } from '../acceptance/two-posts'
import type { DrawnDistrict, DrawnLine, DrawnTask } from './random-district'
import {
  aboutTask,
  asChanged,
  asIssued,
  holders,
  holdersAtLast,
  leadsFirst,
  movedTo,
  nobody,
  otherPost,
  overwritten,
  ownDesk,
  postOf,
  type Reach,
} from './who-reads'

const week = '2024-11-18'
const plan = '周计划填报'

/** A district being played, and the table of who may read which token now. */
export type Played = { district: SmallDistrict; reach: Map<string, Reach>; refused: Set<string> }

/** All offices have handed in; a tick has read them. */
const past = async (district: SmallDistrict): Promise<void> => {
  await district.fileWeek(week, '2024-11-14 09:00')
  await district.playTo('2024-11-14 09:00')
}

/** Tokens, one for each text that is typed. */
const tokensOf = (reach: Map<string, Reach>) => {
  let n = 0
  return (who: Reach): string => {
    n += 1
    const token = `q${n}z`
    reach.set(token, who)
    return token
  }
}

type Make = ReturnType<typeof tokensOf>

const warn = (isWarned: boolean, text: string): string => (isWarned ? `内部资料${text}` : text)

const lineCells = (line: DrawnLine, make: Make): Row => {
  const open = () => make(asIssued(line))
  const own = () => make(ownDesk(line))
  return {
    周次: week,
    领导姓名: line.leader,
    日期: `11月${line.day}日`,
    时段: line.part,
    ...(line.hours ? { 开始: line.part === '上午' ? '09:00' : '15:00' } : {}),
    活动内容: warn(line.warned === '活动内容', open()),
    地点: warn(line.warned === '地点', open()),
    承办单位: warn(line.warned === '承办单位', open()),
    '参加人员/单位': `区政府办、区委办${warn(line.warned === '参加人员/单位', open())}`,
    需协调事项: own(),
    职务: own(),
    联络员: `${own()}${line.mobile ? ' 13912345678' : ''}`,
    填报人: own(),
    知悉范围: line.audience,
    涉敏确认: line.confirmed && line.warned !== '' ? '是' : '',
  }
}

const taskCells = (task: DrawnTask, make: Make): Row => {
  // An office that is proposed is shown what the task is (domain 3.3: both desks show it).
  const proposed = (heading: string) =>
    task.story === 'moved' && heading === '任务内容' ? [movedTo] : []
  const text = (heading: string) =>
    warn(
      task.warned === heading,
      make(aboutTask(task, [...holders(task), ...proposed(heading)], task.warned === '')),
    )
  return {
    任务内容: text('任务内容'),
    牵头: task.lead,
    协办单位: task.helper,
    督办专员: task.commissioner,
    交办日期: '2024-11-13',
    完成时限: task.due,
    来源名称与日期: text('来源名称与日期'),
    目标成果: text('目标成果'),
    交办领导: text('交办领导'),
    经办人: text('经办人'),
    批准依据: text('批准依据'),
    节点: `12月10日 ${text('节点')}；12月20日 归档`,
    催办记录: `邮件${text('催办记录')}`,
  }
}

/** What each line says once it is changed; '' where its office leaves it. */
const changedCells = (line: DrawnLine, make: Make, broken: string, refused: Set<string>): Row => {
  const token = () => make(asChanged(line, broken))
  const secret = () => {
    const text = make(nobody)
    refused.add(text)
    return `机密★1年${text}`
  }
  const cells: Record<DrawnLine['change'], () => Row> = {
    none: () => ({}),
    narrow: () => ({ 知悉范围: '本办' }),
    'narrow and cancel': () => ({ 知悉范围: '本办', 落实情况: '取消' }),
    'narrow, cancel, reason': () => ({ 知悉范围: '本办', 落实情况: '取消', 调整原因: token() }),
    'narrow, day broken': () => ({ 知悉范围: '本办', 日期: '某日', 活动内容: token() }),
    'narrow, leader broken': () => ({ 知悉范围: '本办', 领导姓名: '某某某' }),
    'narrow, secret refused': () => ({ 知悉范围: '本办', 地点: secret() }),
    'unknown audience': () => ({ 知悉范围: '区领导', 地点: token() }),
    'cancel, reason': () => ({ 落实情况: '取消', 调整原因: token() }),
    'move, reason': () => ({ 日期: line.day === 18 ? '11月19日' : '11月18日', 调整原因: token() }),
    'other words': () => ({ 活动内容: token(), 地点: token() }),
    'warned reason': () => ({ 落实情况: '取消', 调整原因: `警卫${token()}` }),
    'secret refused': () => ({ 地点: secret() }),
    'secret as audience': () => ({ 知悉范围: '机密' }),
    widen: () => ({ 知悉范围: '四办' }),
  }
  return cells[line.change]()
}

const numberAt = (n: number): string => taskNumber(n + 1)

/** What those who have a task report, and what is asked for. */
const report = ({ district }: Played, task: DrawnTask, id: string, make: Make): void => {
  const lead = leadsFirst(task)
  const own = (everywhere: boolean) => make(aboutTask(task, [lead], everywhere))
  if (task.story === 'none') return
  typeOver(district, lead, '承办任务', ['编号', id], {
    签收: '是',
    最新进展: warn(task.warnedReport, own(!task.warnedReport)),
    存在问题: own(false),
    下一步: own(false),
    ...(task.story === 'delay' ? { 申请延期至: '2025-01-10', 延期原因: own(false) } : {}),
    ...(task.story === 'moved'
      ? { 异议理由: make(aboutTask(task, [...holders(task), movedTo], true)), 建议单位: movedTo }
      : {}),
  })
  if (task.helper !== '')
    typeOver(district, task.helper, '承办任务', ['编号', id], {
      最新进展: make(aboutTask(task, [...holders(task), movedTo], false)),
    })
}

/** What is decided, and what is typed at desks that have nothing to do with it. */
const decide = (played: Played, task: DrawnTask, id: string, make: Make): void => {
  const { district } = played
  const opinion = (desks: string[]) => make(aboutTask(task, desks, true))
  if (task.story === 'delay') {
    const row = { 决定: '同意', 意见: opinion(holders(task)) }
    typeOver(district, postOf(task), '待审核事项', ['编号', `${id}延期1`], row)
    pasteRow(district, otherPost(task), '待审核事项', { 编号: `${id}延期1` })
  }
  if (task.story === 'moved') {
    const desks = [...holders(task), movedTo]
    const row = { 决定: '转交', 签批人: '周衡', 意见: opinion(desks) }
    typeOver(district, '总台账', '待审核事项', ['编号', `${id}异议1`], row)
  }
  if (task.story === 'helper dropped')
    typeOver(district, '总台账', '任务交办', ['编号', id], { 协办单位: '' })
  const strangers = ['区委办', '区人大办', '区法院', '区检察院'].filter(
    (desk) => ![...holders(task), ...holdersAtLast(task)].includes(desk),
  )
  for (const desk of strangers)
    pasteRow(district, desk, '承办任务', {
      编号: id,
      最新进展: make({ books: [desk], everywhere: false }),
    })
}

/** Lets a district live through its week; `check` is asked whenever a tick has written. */
export const playDistrict = async (
  drawn: DrawnDistrict,
  check: (played: Played) => Promise<void>,
): Promise<Played> => {
  const district = await withTwoPosts('2024-11-11 09:00', past)
  const played: Played = { district, reach: new Map(), refused: new Set() }
  const make = tokensOf(played.reach)
  const lines = drawn.lines.map((line) => ({ line, cells: lineCells(line, make) }))
  for (const { line, cells } of lines) pasteRow(district, line.desk, plan, cells)
  const tasks = drawn.tasks.map((task, n) => {
    const from = played.reach.size
    pasteRow(district, '总台账', '任务交办', taskCells(task, make))
    return { task, id: numberAt(n), own: [...played.reach.keys()].slice(from) }
  })
  await district.tick('2024-11-14 10:00')
  for (const { task, id } of tasks) report(played, task, id, make)
  await district.tick('2024-11-14 10:20')
  await district.tick('2024-11-15 12:00')
  const version = district.page('总台账', '审定').at(0)?.['编号'] ?? ''
  const approved = { 审定: '同意', 审定人: '周衡' }
  typeOver(district, '总台账', '审定', ['编号', version], approved)
  await district.tick('2024-11-15 12:10')
  await district.tick('2024-11-15 17:00')
  await check(played)

  for (const { line, cells } of lines) {
    const broken = drawn.broken[line.desk] ?? ''
    const news = changedCells(line, make, broken, played.refused)
    const what = cells['活动内容'] ?? ''
    if (Object.keys(news).length > 0) typeOver(district, line.desk, plan, ['活动内容', what], news)
    for (const heading of ['活动内容', '地点', '承办单位', '参加人员/单位']) {
      const token = /q\d+z/.exec(cells[heading] ?? '')?.[0]
      // A warned text that is written over was never confirmed.
      const isGone = overwritten(line, broken).includes(heading) && heading === line.warned
      if (token && !isGone) played.reach.set(token, asChanged(line, broken))
    }
  }
  for (const [desk, heading] of Object.entries(drawn.broken))
    if (heading !== '') renameHeading(district, desk, plan, heading, `旧${heading}`)
  for (const { task, id, own } of tasks) {
    decide(played, task, id, make)
    if (task.story !== 'moved') continue
    for (const token of own) {
      const known = played.reach.get(token)
      if (known) played.reach.set(token, { ...known, books: [...known.books, movedTo] })
    }
  }
  await district.tick('2024-11-15 17:10')
  await check(played)
  for (const { task, id, own } of tasks) {
    // What was warned is written over: the rest of its row is open from now on.
    const opened = task.warned === '任务内容' ? own.slice(1) : []
    for (const token of opened) {
      const known = played.reach.get(token)
      if (known) played.reach.set(token, { ...known, everywhere: true })
    }
    const news = make(
      aboutTask(task, holdersAtLast(task), task.warned === '' || task.warned === '任务内容'),
    )
    typeOver(district, '总台账', '任务交办', ['编号', id], { 任务内容: news })
  }
  await district.tick('2024-11-15 17:20')
  await district.tick('2024-11-18 09:00')
  await check(played)
  return played
}

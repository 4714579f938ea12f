import type { Dice } from './dice'
import type { PlanLine } from './plan-lines'

/** How an office writes its plans: into the columns, or as its Word table used to have them. */
export type Habit = 'columns' | 'word'

/** The cells of 周计划填报 for a line as an office of that habit types it. */
export function writtenLine(
  line: PlanLine,
  previous: PlanLine | undefined,
  monday: string,
  habit: Habit,
  by: string,
  dice: Dice,
): Record<string, string> {
  const [what, kind, manner, place, company] = line.matter
  const below = habit === 'word' && previous?.leader.id === line.leader.id
  const sameDay = below && line.day !== '' && previous?.day === line.day && line.part !== '全天'
  const cells: Record<string, string> = {
    周次: monday,
    领导姓名: below ? '' : line.leader.name,
    职务: below ? '' : line.leader.title,
    ...(line.day === '' ? {} : writtenTime(line, sameDay ? 'columns' : habit, dice)),
    ...(sameDay ? { 日期: '' } : {}),
    活动内容: what,
    类别: kind,
    参与方式: manner,
    地点: place,
    '参加人员/单位': company,
    承办单位: hostOf(company),
    需协调事项: line.needs,
    知悉范围: line.audience,
    涉敏确认: what.includes('内部资料') && dice.chance(0.5) ? '是' : '',
    填报人: by,
  }
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))
}

/** Whether a line stands in the columns as it is meant, so that later typings can find it by them. */
export function isPlain(cells: Record<string, string>): boolean {
  return /^\d{4}-/.test(cells['日期'] ?? '') && cells['领导姓名'] !== undefined
}

function writtenTime(line: PlanLine, habit: Habit, dice: Dice): Record<string, string> {
  const { part, from, to } = line
  const plain = { 日期: line.day, 时段: part, 开始: from, 结束: to }
  if (habit === 'columns') {
    return dice.chance(0.85) ? plain : { ...plain, 日期: chineseDay(line.day) }
  }
  const date = Number(line.day.slice(8))
  if (from !== '' && dice.chance(0.35))
    return { 日期: `${date}日 ${part}${clock(from)}-${clock(to)}` }
  const day = dice.pick([line.day, chineseDay(line.day), shortDay(line.day), weekday(line.day)])
  return {
    日期: day,
    时段: part,
    开始: dice.chance(0.3) ? from.replace(':', '：') : from,
    结束: to,
  }
}

function clock(time: string): string {
  const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3)]
  const spoken = hours > 12 ? hours - 12 : hours
  return minutes === '00'
    ? `${spoken}点`
    : minutes === '30'
      ? `${spoken}点半`
      : `${spoken}点${minutes}分`
}

function chineseDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`
}

function weekday(day: string): string {
  const sundayFirst = '日一二三四五六'
  return `周${sundayFirst[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`
}

function hostOf(company: string): string {
  return company.split('、').find((name) => /[局办]$/.test(name)) ?? ''
}

import { dayAfter } from './days'
import type { Dice } from './dice'
import type { PlanLine } from './plan-lines'
import type { Plot } from './plot'
import type { Matter } from './sample-matters'

const journeys: readonly [Matter, ...Matter[]] = [
  ['赴省城参加产业招商推介会', '外出', '带队', '省城', '区委办、发改局'],
  ['赴外地考察产业园区建设', '外出', '带队', '外地', '区政府办、发改局'],
]

const visits: readonly [Matter, ...Matter[]] = [
  ['会见省级媒体采访组', '接待', '陪同', '安澜宾馆三号厅', '区接待办'],
  ['陪同市级督导组实地查看', '接待', '陪同', '滨江广场', '区委办、区接待办'],
  ['与挂职干部谈话', '其他', '安排', '区委谈话室', '组织部'],
]

/** Rooms that every office of the district may book. */
const halls = ['区会议中心201会议室', '安澜宾馆会见厅', '区行政中心多功能厅'] as const

/** The lines of a week with the clashes that office life brings, for the coordinator to settle. */
export function addClashes(
  lines: readonly PlanLine[],
  plot: Plot,
  monday: string,
  dice: Dice,
): PlanLine[] {
  const away = plot.principalsAway ? bothAway(lines, dayAfter(monday, 3)) : [...lines]
  const met = inOnePlace(away, dice)
  return [...met, ...visitBeside(met, dice)]
}

function inOnePlace(lines: readonly PlanLine[], dice: Dice): PlanLine[] {
  const pairs = lines.flatMap((one) =>
    lines
      .filter(
        (other) =>
          isOrdinary(one) &&
          isOrdinary(other) &&
          one.day === other.day &&
          one.part === other.part &&
          one.matter[0] !== other.matter[0] &&
          one.leader.office < other.leader.office,
      )
      .map((other) => [one, other] as const),
  )
  const indoors = pairs.filter(([one, other]) => isMeeting(one) && isMeeting(other))
  const among = indoors.length > 0 ? indoors : pairs
  const [first, second] = among[dice.below(Math.max(1, among.length))] ?? []
  if (!first || !second) return [...lines]
  const hall = dice.pick(halls)
  return lines.map((line) => {
    if (line !== first && line !== second) return line
    const [what, kind, manner, , company] = line.matter
    const [from, to] = line === first ? ['15:00', '16:30'] : ['15:30', '17:00']
    return { ...line, from, to, matter: [what, kind, manner, hall, company] }
  })
}

function visitBeside(lines: readonly PlanLine[], dice: Dice): PlanLine[] {
  const busy = lines.filter((line) => isOrdinary(line) && line.from !== '')
  const beside = busy[dice.below(Math.max(1, busy.length))]
  if (!beside) return []
  return [{ ...beside, from: beside.from, to: '17:30', matter: dice.pick(visits), needs: '' }]
}

function bothAway(lines: readonly PlanLine[], day: string): PlanLine[] {
  const principals = [...new Set(lines.map(({ leader }) => leader))].filter(
    ({ principal }) => principal,
  )
  const staying = lines.filter((line) => !(line.leader.principal && line.day === day))
  const away = principals.map((leader, index): PlanLine => {
    const matter = journeys[index % journeys.length] ?? journeys[0]
    return { leader, day, part: '全天', from: '', to: '', matter, audience: '', needs: '' }
  })
  return [...staying, ...away]
}

function isMeeting({ matter }: PlanLine): boolean {
  return matter[1] === '会议' || matter[1] === '接待'
}

function isOrdinary({ part, audience, matter }: PlanLine): boolean {
  return part === '下午' && audience === '' && matter[1] !== '学习' && matter[2] !== '参加'
}

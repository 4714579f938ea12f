import type { District } from '../district/district'
import { addClashes } from './add-clashes'
import { dayAfter } from './days'
import { type Dice, diceOf } from './dice'
import { jointMeetings } from './joint-meetings'
import { plotOf, scopedLeaders, weekIndex } from './plot'
import { fillings, governmentMatters, type Matter, matters } from './sample-matters'
import { specialMatters } from './special-matters'
import { isFestival, isWorkDay } from './work-days'

type Leader = District['leaders'][number]

export type Part = '上午' | '下午' | '晚上' | '全天'

/** One line of a leader's week as it is meant, before anybody writes it in a habit of theirs. */
export type PlanLine = {
  leader: Leader
  /** '' for a leader with nothing planned. */
  day: string
  part: Part
  /** HH:mm, or '' when only the half-day is known. */
  from: string
  to: string
  matter: Matter
  /** 本办 for what only the own office may read. */
  audience: '' | '本办'
  needs: string
}

/** The weekdays (Monday = 0) and half-days a line of the sample may fall on. */
const halves: readonly [Slot, ...Slot[]] = [
  [0, '上午'],
  [0, '下午'],
  [1, '上午'],
  [1, '下午'],
  [2, '上午'],
  [2, '下午'],
  [3, '上午'],
  [3, '下午'],
  [4, '上午'],
  [4, '下午'],
  [5, '上午'],
  [2, '晚上'],
]

type Slot = readonly [number, Part]

const times: Record<Part, readonly [readonly [string, string], ...(readonly [string, string])[]]> =
  {
    上午: [
      ['09:00', '10:30'],
      ['09:30', '11:30'],
      ['08:30', '11:00'],
      ['10:00', '11:30'],
    ],
    下午: [
      ['14:30', '16:00'],
      ['15:00', '17:00'],
      ['14:30', '17:30'],
      ['15:30', '17:00'],
    ],
    晚上: [
      ['19:00', '20:30'],
      ['18:30', '20:00'],
    ],
    全天: [['09:00', '17:00']],
  }

const requests = [
  '请区政府办协调发改局派员参加',
  '请区接待办安排会场',
  '请区委办协调媒体报道',
  '请教体局提供情况材料',
  '需派中巴车一辆',
] as const

/** The plans of a week for every leader in scope, the same for the same seed. */
export function planLines(monday: string, district: District, seed: string): PlanLine[] {
  const dice = diceOf(`${seed} plan ${monday}`)
  const booked = new Set<string>()
  const lines = scopedLeaders(district).flatMap((leader) => {
    const own = [...together(leader, monday), ...alone(leader, monday, dice, booked)]
    // A Saturday may hold something, a day of a public holiday does not.
    const free = own.length === 0 || (dice.chance(0.06) && !leader.principal)
    return free ? [nothing(leader)] : own
  })
  return addClashes(lines, plotOf(monday, district, seed), monday, dice)
}

function nothing(leader: Leader): PlanLine {
  const matter = ['无统一安排', '', '', '', ''] as const
  return { leader, day: '', part: '全天', from: '', to: '', matter, audience: '', needs: '' }
}

function together(leader: Leader, monday: string): PlanLine[] {
  return jointMeetings
    .filter(({ every, rest, attends }) => weekIndex(monday) % every === rest && attends(leader))
    .filter(({ weekday }) => isWorkDay(dayAfter(monday, weekday)))
    .map(({ matter, weekday, part }) => ({
      leader,
      day: dayAfter(monday, weekday),
      part,
      from: part === '上午' ? '09:00' : '14:30',
      to: part === '上午' ? '11:30' : '17:00',
      matter,
      audience: '',
      needs: '',
    }))
}

function alone(leader: Leader, monday: string, dice: Dice, booked: Set<string>): PlanLine[] {
  const usual = leader.office === 'QZFB' ? governmentMatters : matters[leader.body]
  const special = specialMatters(leader.title)
  const taken = new Set(together(leader, monday).map(({ day, part }) => day + part))
  const lines: PlanLine[] = []
  const wanted = Math.max(2, 3 + dice.below(4) - taken.size)
  for (let tries = 0; lines.length < wanted && tries < 60; tries++) {
    const own = special && dice.chance(0.6) ? dice.pick(special) : usual[dice.below(usual.length)]
    const matter = filled(own, dice)
    const [weekday, part] = dice.pick(halves)
    const day = dayAfter(monday, weekday)
    const place = `${day}${part}${matter[3]}`
    const free = weekday === 5 ? !isFestival(day) : isWorkDay(day)
    if (!free || taken.has(day + part) || booked.has(matter[0]) || booked.has(place)) continue
    taken.add(day + part)
    booked.add(matter[0]).add(place)
    lines.push(lineOf(leader, day, part, matter, dice))
  }
  return lines.sort((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1))
}

function lineOf(leader: Leader, day: string, part: Part, matter: Matter, dice: Dice): PlanLine {
  const [from, to] = dice.chance(0.75) ? dice.pick(times[part]) : ['', '']
  return {
    leader,
    day,
    part,
    from,
    to,
    matter,
    audience: dice.chance(0.06) ? '本办' : '',
    needs: dice.chance(0.12) ? dice.pick(requests) : '',
  }
}

function filled(matter: Matter | undefined, dice: Dice): Matter {
  const [what, kind, manner, place, company] = matter ?? ['机关日常工作', '其他', '安排', '', '']
  const names = Object.entries(fillings).map(([mark, from]) => [mark, dice.pick(from)] as const)
  const fill = (text: string) =>
    names.reduce((filling, [mark, name]) => filling.replaceAll(mark, name), text)
  return [fill(what), kind, manner, fill(place), fill(company)]
}

import { mayApprove } from './approvers'
import { clashKey } from './clash-watch'
import { sayMonthDay } from './day'
import { contactsOf, officeOf, type Person } from './district'
import { type Maker, range } from './letter'
import { concernedBy } from './liaison'
import { ids, type Matter } from './matter'
import { dayOf } from './moment'
import { clashWord, personReader } from './readers'
import { calledOf } from './register'
import { waits } from './version'
import { versionKey } from './version-text'
import { isSentBack, type WeekJudged, type Weekly, weekMark } from './weekly'

/** Who coordinates or operates. */
export const coordinatorsOf = ({ district }: Maker): Person[] =>
  district.people.filter(({ roles }) => roles.some((role) => role === '统筹' || role === '操作'))

/** The row of the newest version of a week. */
export const versionRow = ({ registers }: Weekly, monday: string): string =>
  `version|${weekMark(registers, monday)}`

/** A version that waits for whoever may approve it, or was sent back to who coordinates. */
const versionMatters = (maker: Maker, weekly: Weekly, judged: WeekJudged): Matter[] => {
  const { district, state, now } = maker
  const { plan } = weekly.registers
  const word = plan.approval?.settings
  const { week, approved, decided } = judged
  const version = state.versions.get(versionKey(plan, week.monday))
  if (!waits(version) || approved || now >= week.rests) return []
  const facts = { week: range(week.monday), plan: calledOf(plan), version: version.n }
  const common = {
    row: versionRow(weekly, week.monday),
    late: 0,
    desks: [],
    about: { is: 'letter' as const },
    decides: true as const,
  }
  if (isSentBack(decided))
    return [
      {
        ...common,
        state: `back${version.n}`,
        rank: 'returned',
        persons: ids(coordinatorsOf(maker)),
        line: { say: 'digest.sentBack', with: facts },
      },
    ]
  const approvers = district.people.filter(
    ({ id }) => word !== undefined && mayApprove(district, word, id, week.monday),
  )
  return [
    {
      ...common,
      state: String(version.n),
      rank: 'decide',
      persons: ids(approvers),
      line: { say: 'digest.approve', with: facts },
    },
  ]
}

/** Which offices have handed nothing in after the cut-off, for who coordinates. */
export const missingMatters = (maker: Maker, weekly: Weekly, judged: WeekJudged): Matter[] => {
  const { district, now } = maker
  const { week, duties } = judged
  const absent = duties.filter((duty) => !duty.complete && week.putUp <= now && now < week.closes)
  if (absent.length === 0) return []
  const offices = absent.map(({ office }) => officeOf(district, office)?.short ?? '').join('、')
  return [
    {
      row: `missing|${weekMark(weekly.registers, week.monday)}`,
      state: offices,
      rank: 'overdue',
      late: 0,
      persons: ids(coordinatorsOf(maker)),
      desks: [],
      line: {
        say: 'digest.missing',
        with: { week: range(week.monday), plan: calledOf(weekly.registers.plan), offices },
      },
      about: { is: 'letter' },
    },
  ]
}

/** The row of the clashes of a week, as who coordinates is told of them. */
const clashesRow = ({ registers }: Weekly, monday: string): string =>
  `clashes|${weekMark(registers, monday)}`

/** The clashes of a week for who coordinates: how many there are; a new batch is another matter. */
export const allClashes = (maker: Maker, weekly: Weekly, judged: WeekJudged): Matter[] => {
  const { now, state } = maker
  const { plan } = weekly.registers
  const { week } = judged
  const open = judged.clashes.filter(
    ({ severity, day }) => severity === 'warn' && day >= dayOf(now),
  )
  if (open.length === 0) return []
  const batches = open.map((clash) => state.clashes.get(clashKey(plan, clash))?.batch ?? 0)
  return [
    {
      row: clashesRow(weekly, week.monday),
      state: String(Math.max(...batches)),
      rank: 'new',
      late: 0,
      persons: ids(coordinatorsOf(maker)),
      desks: [],
      line: { say: 'digest.clashes', with: { week: range(week.monday), count: open.length } },
      about: { is: 'letter' },
    },
  ]
}

/** The row of one clash. */
export const clashRow = ({ registers }: Weekly, monday: string, key: string): string =>
  `clash|${weekMark(registers, monday)}|${key}`

/** Each clash that is still ahead, at the desks of those it is between. */
export const clashMatters = (maker: Maker, weekly: Weekly, judged: WeekJudged): Matter[] => {
  const { district, now, state } = maker
  const { plan } = weekly.registers
  const { week } = judged
  return judged.clashes
    .filter(({ day }) => day >= dayOf(now))
    .flatMap((clash): Matter[] => {
      const batch = state.clashes.get(clashKey(plan, clash))?.batch ?? 0
      const common = {
        row: clashRow(weekly, week.monday, clash.key),
        state: '',
        rank: 'new' as const,
        late: 0,
        about: { is: 'clash' as const, registers: weekly.registers, clash },
      }
      const told = concernedBy(district, clash, dayOf(now)).map((person): Matter => {
        const reader = personReader(district, plan.approval?.settings, person, week.monday)
        return {
          ...common,
          persons: [person.id],
          desks: [],
          line: {
            say: 'digest.clash',
            with: { day: sayMonthDay(clash.day), kind: clashWord(reader, clash) },
          },
          once: true,
          formerly: `clash|${weekMark(weekly.registers, week.monday)}|${batch}`,
        }
      })
      const line = { say: 'digest.clash', with: { day: sayMonthDay(clash.day), kind: '冲突' } }
      return [{ ...common, persons: [], desks: clash.offices, line }, ...told]
    })
}

/** What a notice told of that is still ahead stands at the desks it was for. */
export const noticeMatters = (maker: Maker, weekly: Weekly, judged: WeekJudged): Matter[] => {
  const { district, state, now } = maker
  const { registers } = weekly
  const { week } = judged
  const start = `${versionKey(registers.plan, week.monday)}|`
  const on = registers.plan.submission?.day ?? ''
  const today = dayOf(now)
  return [...state.notices]
    .filter(([key]) => key.startsWith(start))
    .flatMap(([, notice]) => {
      const days = notice.items.flatMap(({ before, after }) =>
        [before, after].flatMap((values) => values?.[on] ?? []),
      )
      if (now >= week.ends || (days.length > 0 && days.every((day) => day < today))) return []
      const mark = `notice|${weekMark(registers, notice.week)}|${notice.n}`
      const touched = notice.touched.filter((office) => office !== notice.office)
      return touched.map(
        (office): Matter => ({
          row: `${mark}|${office}`,
          state: '',
          rank: 'new',
          late: 0,
          persons: ids(contactsOf(district, office)),
          desks: [office],
          line: {
            say: 'digest.notice',
            with: {
              week: range(notice.week),
              n: notice.n,
              office: officeOf(district, notice.office)?.short ?? '',
              count: notice.items.length,
            },
          },
          about: { is: 'notice', registers, notice },
          once: true,
          formerly: mark,
        }),
      )
    })
}

/** What a week brings beside what its offices owe. */
export const weekMatters = (maker: Maker, weekly: Weekly, judged: WeekJudged): Matter[] => [
  ...versionMatters(maker, weekly, judged),
  ...missingMatters(maker, weekly, judged),
  ...allClashes(maker, weekly, judged),
  ...clashMatters(maker, weekly, judged),
  ...noticeMatters(maker, weekly, judged),
]

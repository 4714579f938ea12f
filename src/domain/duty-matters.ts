import { addDays } from './day'
import { contactsOf, officeOf, type Person } from './district'
import { type Duty, dutyKey } from './duty'
import { chasedFor, type Maker, range } from './letter'
import { type DutyMatter, ids, type Matter, type Rank } from './matter'
import { dayOf, type Moment, sayMoment } from './moment'
import { officeTimeLater } from './office-hours'
import { openText } from './readers'
import { calledOf } from './register'
import { versionKey } from './version-text'
import { isOpen } from './week'
import { coordinatorsOf } from './week-matters'
import { type WeekJudged, type Weekly, weekMark } from './weekly'
import { nextWorkingDay } from './working-days'

/** Half a day of office time, in minutes: so much at least lies before the day a return is due (default). */
const halfDay = 210

/**
 * By when what was sent back is to be handed in again: at the cut-off, or half a day of office time after
 * the return where that is later; never after the week itself has begun.
 */
export const mendBy = (
  { district, state }: Maker,
  { registers }: Pick<Weekly, 'registers'>,
  duty: Duty,
): Moment => {
  const { cutoff, closes, monday } = duty.week
  const at = state.returns.get(dutyKey(registers.plan, monday, duty.office))?.at ?? 0
  return Math.min(closes, Math.max(cutoff, officeTimeLater(district, at, halfDay)))
}

const ranksOf: Record<DutyMatter, Rank> = {
  late: 'overdue',
  due: 'today',
  returned: 'returned',
  open: 'near',
  missed: 'done',
  done: 'done',
}

/** How the plan of a week stands with its office. */
const standing = (duty: Duty, now: Moment): DutyMatter => {
  const { week } = duty
  if (duty.complete) return 'done'
  if (!isOpen(week, now)) return 'missed'
  if (duty.attempt > 1) return 'returned'
  if (now >= week.putUp) return 'late'
  return dayOf(week.cutoff) === dayOf(now) ? 'due' : 'open'
}

const headsOf = (maker: Maker, duty: Duty): Person[] => {
  const head = officeOf(maker.district, duty.office)?.head ?? ''
  return maker.district.people.filter(({ id }) => id === head)
}

/** The row of the plan of an office for a week. */
export const dutyRow = ({ registers }: Weekly, duty: Pick<Duty, 'week' | 'office'>): string =>
  `duty|${weekMark(registers, duty.week.monday)}|${duty.office}`

/** The state of a return: each attempt is told by itself. */
export const dutyState = (state: DutyMatter, duty: Duty): string =>
  state === 'returned' ? `${state}${duty.attempt}` : state

/** What the week of an office asks for: of its liaisons, and of its head once it is late. */
const dutyMatter = (maker: Maker, weekly: Weekly, duty: Duty): Matter[] => {
  const { district, now } = maker
  if (duty.week.opens > now) return []
  const { registers } = weekly
  const state = standing(duty, now)
  const unsaid = duty.missing.length === 0 ? 'Unsaid' : ''
  const facts = {
    week: range(duty.week.monday),
    plan: calledOf(registers.plan),
    cutoff: sayMoment(duty.week.cutoff),
    leaders: duty.missing.map(({ label }) => label).join('、'),
    tab: registers.handIn.title,
    reason: openText(duty.returned),
    until: sayMoment(mendBy(maker, weekly, duty)),
    office: officeOf(district, duty.office)?.short ?? '',
  }
  const chased = chasedFor(district, duty, dayOf(now))
  const common = {
    row: dutyRow(weekly, duty),
    state: dutyState(state, duty),
    rank: ranksOf[state],
    late: 0,
    about: { is: 'duty' as const, duty, registers, state },
  }
  const own = (persons: Person[], say: string): Matter => ({
    ...common,
    persons: ids(persons),
    desks: [duty.office],
    line: { say, with: facts },
  })
  if (state === 'done' || state === 'open') return [own([], 'digest.due')]
  if (state === 'returned') return [own(chased, 'digest.returned')]
  // Its head is told that a plan is missing, never of one that was filed in time and sent back.
  const heads = headsOf(maker, duty).filter(
    (head) => !chased.includes(head) && !coordinatorsOf(maker).includes(head),
  )
  const above = (say: string): Matter => ({
    ...common,
    rank: 'overdue',
    persons: ids(heads),
    desks: [],
    line: { say, with: facts },
    once: true,
    formerly: `overdue|${weekMark(registers, duty.week.monday)}`,
  })
  if (state === 'missed') {
    const said = own([], 'digest.missed')
    const told = duty.attempt === 1 && duty.filing === undefined ? [above('digest.missed')] : []
    return [said, ...told]
  }
  const lines = [own(chased, `digest.${state}${unsaid}`)]
  return state === 'late' ? [...lines, above('digest.lateAbove')] : lines
}

/** Changes after issue that lack their reason, at the office that made them. */
const unexplainedMatters = (maker: Maker, { registers }: Weekly, judged: WeekJudged): Matter[] => {
  const { district, now } = maker
  const { week, unexplained } = judged
  // A week that is over stays at the desk; nobody is written to about it every day.
  const isRunning = dayOf(now) < addDays(week.monday, 7)
  return unexplained.map((each) => ({
    row: `reason|${weekMark(registers, week.monday)}|${each.id}`,
    state: each.told === true ? 'told' : '',
    rank: 'mend',
    late: 0,
    persons: isRunning ? ids(contactsOf(district, each.office)) : [],
    desks: [each.office],
    line: {
      say: 'digest.reason',
      with: { week: range(week.monday), kind: each.kind, no: each.id },
    },
    about: {
      is: 'unexplained',
      registers,
      id: each.id,
      leader: each.leader,
      kind: each.kind,
      told: each.told === true,
    },
  }))
}

/** On the first working day of a week: what one's own leaders have on, as counts. */
const ownWeek = (maker: Maker, { registers }: Weekly, { week }: WeekJudged): Matter[] => {
  const { district, state, now } = maker
  const today = dayOf(now)
  const { plan } = registers
  const begins = nextWorkingDay(district.calendar, week.monday)
  const version = state.versions.get(versionKey(plan, week.monday))
  if (today !== begins || today > week.sunday || !version || version.issued === 0) return []
  const nothing = plan.submission?.nothing ?? []
  const what = plan.submission?.what ?? ''
  return district.offices.flatMap((office): Matter[] => {
    const own = [...state.lines].flatMap(([key, line]) =>
      key.startsWith(`${versionKey(plan, week.monday)}|`) && line.office === office.id
        ? [line]
        : [],
    )
    const lines = own.filter(({ values }) => !nothing.includes(values[what] ?? ''))
    const changed = lines.filter(({ mark }) => mark !== undefined).length
    if (lines.length === 0) return []
    return [
      {
        row: `week|${weekMark(registers, week.monday)}|${office.id}`,
        state: '',
        rank: 'new',
        late: 0,
        persons: ids(contactsOf(district, office.id)),
        desks: [],
        line: {
          say: 'digest.week',
          with: { week: range(week.monday), count: lines.length, changed },
        },
        about: { is: 'letter' },
        once: true,
      },
    ]
  })
}

/** What the plans of a week ask of the offices that hand them in. */
export const dutyMatters = (maker: Maker, weekly: Weekly, judged: WeekJudged): Matter[] => [
  ...(maker.now < judged.week.ends
    ? judged.duties.flatMap((duty) => dutyMatter(maker, weekly, duty))
    : []),
  ...unexplainedMatters(maker, weekly, judged),
  ...ownWeek(maker, weekly, judged),
]

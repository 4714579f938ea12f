import { mayApprove, needsApproval } from './approvers'
import { addDays } from './day'
import { contactsOf, officeOf, shortName } from './district'
import type { Duty } from './duty'
import { dutyRow, dutyState, mendBy } from './duty-matters'
import { chasedFor, type Due, type Maker, oneOf, placeOf, range } from './letter'
import { type DutyMatter, matterKey } from './matter'
import { dayOf, type Moment, sayMoment } from './moment'
import type { Notice } from './published'
import { openText, readersOf } from './readers'
import { calledOf, type Register, sheetOf } from './register'
import { waits } from './version'
import { versionKey } from './version-text'
import { versionRow } from './week-matters'
import { isSentBack, type WeekJudged, type Weekly, weekMark } from './weekly'
import { nextWorkingDay } from './working-days'

type Chasing = { kind: 'remind' | 'returned'; mark: string; state: DutyMatter }

/** One letter an office: to liaison A of its first leader who is missing, or B while A is away. */
const chase = (maker: Maker, weekly: Weekly, duty: Duty, { kind, mark, state }: Chasing): Due[] => {
  const { district, control, now } = maker
  const { registers } = weekly
  const { week } = duty
  const facts = {
    week: range(week.monday),
    plan: calledOf(registers.plan),
    cutoff: sayMoment(week.cutoff),
    until: sayMoment(mendBy(maker, weekly, duty)),
    office: officeOf(district, duty.office)?.short ?? '',
    reason: openText(duty.returned),
  }
  const lines = duty.missing.map(({ label }) => ({ say: 'missing', with: { leader: label } }))
  const opening = kind === 'remind' && duty.said ? 'remind.partly' : `${kind}.opening`
  const sort = `${kind}|${weekMark(registers, week.monday)}${mark}`
  return oneOf(maker, chasedFor(district, duty, dayOf(now)), sort).map((person) => ({
    key: `${person.id}|${sort}`,
    kind,
    person: person.id,
    about: week.monday,
    leaves: 'asks',
    tells: [
      matterKey({
        row: dutyRow(weekly, duty),
        state: kind === 'remind' ? kind : dutyState(state, duty),
      }),
    ],
    content: {
      subject: { say: `${kind}.subject`, with: facts },
      opening: { say: opening, with: facts },
      groups: [{ head: 'missing', lines }],
      ...placeOf(district, control, person),
    },
  }))
}

/** Reminds the offices that have not filed, each alone, until the cut-off; a return is told at once. */
export const remind = (maker: Maker, weekly: Weekly, { week, duties }: WeekJudged): Due[] => {
  const open = duties.filter((duty) => !duty.complete && maker.now < week.closes)
  const back = open.filter((duty) => duty.attempt > 1)
  const near = maker.now >= week.remind && maker.now < week.cutoff
  const first = near ? open.filter((duty) => duty.attempt === 1) : []
  return [
    ...back.flatMap((duty) =>
      chase(maker, weekly, duty, {
        kind: 'returned',
        mark: `|${duty.attempt}`,
        state: 'returned',
      }),
    ),
    ...first.flatMap((duty) =>
      chase(maker, weekly, duty, { kind: 'remind', mark: '', state: 'open' }),
    ),
  ]
}

const hour = 60 * 60_000

/** When a person was written to last about another version of a week. */
const lastAsked = ({ state }: Maker, mark: string, person: string, key: string): Moment =>
  Math.max(
    0,
    ...[...state.letters.values()]
      .filter((each) => each.person === person && each.kind === 'approve' && each.key !== key)
      .filter(
        (each) =>
          (each.state === 'sent' || each.state === 'shown') &&
          each.key.startsWith(`${person}|approve|${mark}|`),
      )
      .map(({ at }) => at),
  )

/**
 * Tells those who may approve that a version waits for them: one letter a version, at most one an hour;
 * one that voids an approved version, or still waits an hour before feedback, at once (domain 2.10).
 * A version that is voided is withdrawn.
 */
export const approve = (maker: Maker, weekly: Weekly, judged: WeekJudged): Due[] => {
  const { district, control, state, now } = maker
  const plan = weekly.registers.plan
  const word = plan.approval?.settings ?? ''
  const { week } = judged
  const version = state.versions.get(versionKey(plan, week.monday))
  if (!waits(version) || now >= week.rests || judged.approved) return []
  if (isSentBack(judged.decided)) return []
  if (!needsApproval(district, word, week.monday)) return []
  const facts = {
    week: range(week.monday),
    plan: calledOf(plan),
    title: plan.submission?.title ?? plan.title,
    version: version.n,
    missing: version.missing.map((id) => shortName(district, id)).join('、') || '无',
  }
  const mark = weekMark(weekly.registers, week.monday)
  const isPressing = version.voids === true || (now >= week.feedback - hour && now <= week.feedback)
  return district.people
    .filter((person) => mayApprove(district, word, person.id, week.monday))
    .map(
      (person): Due => ({
        key: `${person.id}|approve|${mark}|${version.n}`,
        kind: 'approve',
        person: person.id,
        about: week.monday,
        leaves: isPressing ? 'atOnce' : 'asks',
        tells: [matterKey({ row: versionRow(weekly, week.monday), state: String(version.n) })],
        ...(isPressing ||
        now - lastAsked(maker, mark, person.id, `${person.id}|approve|${mark}|${version.n}`) >= hour
          ? {}
          : { hold: true as const }),
        content: {
          subject: { say: 'approve.subject', with: facts },
          opening: { say: 'approve.opening', with: facts },
          groups: [],
          ...placeOf(district, control, person),
        },
      }),
    )
}

/** Tells the readers that a week was given back, one letter an office: number, counts and link. */
export const issued = (maker: Maker, weekly: Weekly, judged: WeekJudged): Due[] => {
  const { district, control, state } = maker
  const plan = weekly.registers.plan
  const { week } = judged
  const version = state.versions.get(versionKey(plan, week.monday))
  if (!version || version.issued === 0) return []
  const facts = {
    week: range(week.monday),
    plan: calledOf(plan),
    title: plan.submission?.title ?? plan.title,
    sheet: sheetOf(plan),
    version: version.issued,
    offices: version.holds.length,
    clashes: judged.clashes.length,
  }
  const mark = `issued|${weekMark(weekly.registers, week.monday)}|${version.issued}`
  return readersOf(district, plan.approval?.settings, week.monday)
    .flatMap((office) => oneOf(maker, contactsOf(district, office), mark))
    .map((person) => ({
      key: `${person.id}|${mark}`,
      kind: 'issued',
      person: person.id,
      about: week.monday,
      leaves: 'informs',
      keeps: true,
      tells: [mark],
      content: {
        subject: { say: 'issued.subject', with: facts },
        opening: { say: 'issued.opening', with: facts },
        groups: [],
        ...placeOf(district, control, person),
      },
    }))
}

/** Whether a notice is about today or the next working day: it may not wait (domain 2.4). */
const isUrgent = ({ district, now }: Maker, plan: Register, { items }: Notice): boolean => {
  const today = dayOf(now)
  const next = nextWorkingDay(district.calendar, addDays(today, 1))
  const days = items.flatMap(({ before, after }) =>
    [before, after].flatMap((values) => values?.[plan.submission?.day ?? ''] ?? []),
  )
  return days.some((day) => day >= today && day <= next)
}

/** Tells the offices a change touches. */
export const noticed = (maker: Maker, weekly: Weekly, judged: WeekJudged): Due[] => {
  const { district, control, state } = maker
  const start = `${versionKey(weekly.registers.plan, judged.week.monday)}|`
  const notices = [...state.notices].filter(([key]) => key.startsWith(start))
  return notices.flatMap(([, notice]) => {
    const owing = notice.items.some((item) => item.owing)
    const mark = `notice|${weekMark(weekly.registers, notice.week)}|${notice.n}`
    // The office that made the change knows of it.
    const touched = notice.touched.filter((office) => office !== notice.office)
    return touched.flatMap((office) =>
      oneOf(maker, contactsOf(district, office), mark).map((person): Due => {
        const facts = {
          week: range(notice.week),
          sheet: sheetOf(weekly.registers.plan),
          n: notice.n,
          office: officeOf(district, notice.office)?.short ?? '',
          count: notice.items.length,
        }
        return {
          key: `${person.id}|${mark}`,
          kind: 'notice',
          person: person.id,
          about: notice.week,
          leaves: 'informs',
          tells: [`${mark}|${office}`],
          ...(isUrgent(maker, weekly.registers.plan, notice) ? { urgent: true as const } : {}),
          content: {
            subject: { say: 'notice.subject', with: facts },
            opening: { say: owing ? 'notice.owing' : 'notice.opening', with: facts },
            groups: [],
            ...placeOf(district, control, person),
          },
        }
      }),
    )
  })
}

import { mayApprove, needsApproval } from './approvers'
import { addDays } from './day'
import { contactsOf, officeOf, shortName } from './district'
import type { Duty } from './duty'
import { chasedFor, type Due, type Maker, placeOf, range } from './letter'
import { dayOf, sayMoment } from './moment'
import type { Notice } from './published'
import { openText, readersOf } from './readers'
import { calledOf, type Register, sheetOf } from './register'
import { waits } from './version'
import { versionKey } from './version-text'
import { isSentBack, type WeekJudged, type Weekly, type WeeklyRegisters, weekMark } from './weekly'
import { nextWorkingDay } from './working-days'

const chase = (
  { district, control, now }: Maker,
  registers: WeeklyRegisters,
  duty: Duty,
  kind: 'remind' | 'returned',
  mark: string,
): Due[] => {
  const { week } = duty
  const facts = {
    week: range(week.monday),
    plan: calledOf(registers.plan),
    cutoff: sayMoment(week.cutoff),
    office: officeOf(district, duty.office)?.short ?? '',
    reason: openText(duty.returned),
  }
  const lines = duty.missing.map(({ label }) => ({ say: 'missing', with: { leader: label } }))
  const opening = kind === 'remind' && duty.said ? 'remind.partly' : `${kind}.opening`
  return chasedFor(district, duty, dayOf(now)).map((person) => ({
    key: `${person.id}|${kind}|${weekMark(registers, week.monday)}${mark}`,
    kind,
    person: person.id,
    about: week.monday,
    content: {
      subject: { say: `${kind}.subject`, with: facts },
      opening: { say: opening, with: facts },
      groups: [{ head: 'missing', lines }],
      ...placeOf(district, control, person),
    },
  }))
}

/** Reminds those who have not filed, each alone, until the cut-off; a return is told at once. */
export const remind = (
  maker: Maker,
  { registers }: Weekly,
  { week, duties }: WeekJudged,
): Due[] => {
  const open = duties.filter((duty) => !duty.complete && maker.now < week.closes)
  const back = open.filter((duty) => duty.attempt > 1)
  const near = maker.now >= week.remind && maker.now < week.cutoff
  const first = near ? open.filter((duty) => duty.attempt === 1) : []
  return [
    ...back.flatMap((duty) => chase(maker, registers, duty, 'returned', `|${duty.attempt}`)),
    ...first.flatMap((duty) => chase(maker, registers, duty, 'remind', '')),
  ]
}

/** After the cut-off the head of an office is told once that its week is missing. */
export const overdue = (
  { district, control, now }: Maker,
  { registers }: Weekly,
  judged: WeekJudged,
): Due[] => {
  const { week } = judged
  if (now < week.putUp || now >= week.closes) return []
  return judged.duties
    .filter((duty) => !duty.complete)
    .flatMap((duty) => {
      const office = officeOf(district, duty.office)
      const head = district.people.find((person) => person.id === office?.head)
      if (!head) return []
      const facts = {
        week: range(week.monday),
        plan: calledOf(registers.plan),
        cutoff: sayMoment(week.cutoff),
        office: office?.short ?? '',
      }
      const lines = duty.missing.map((leader) => ({
        say: 'missing',
        with: { leader: leader.label },
      }))
      return [
        {
          key: `${head.id}|overdue|${weekMark(registers, week.monday)}`,
          kind: 'overdue',
          person: head.id,
          about: week.monday,
          content: {
            subject: { say: 'overdue.subject', with: facts },
            opening: { say: 'overdue.opening', with: facts },
            groups: [{ head: 'missing', lines }],
            ...placeOf(district, control, head),
          },
        },
      ]
    })
}

/** Tells those who may approve that a version waits for them; a version that is voided is withdrawn. */
export const approve = (
  { district, control, state, now }: Maker,
  weekly: Weekly,
  judged: WeekJudged,
): Due[] => {
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
  return district.people
    .filter((person) => mayApprove(district, word, person.id, week.monday))
    .map((person) => ({
      key: `${person.id}|approve|${weekMark(weekly.registers, week.monday)}|${version.n}`,
      kind: 'approve',
      person: person.id,
      about: week.monday,
      content: {
        subject: { say: 'approve.subject', with: facts },
        opening: { say: 'approve.opening', with: facts },
        groups: [],
        ...placeOf(district, control, person),
      },
    }))
}

/** Tells the readers that a week was given back: number, counts and link. */
export const issued = (
  { district, control, state }: Maker,
  weekly: Weekly,
  judged: WeekJudged,
): Due[] => {
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
  return readersOf(district, plan.approval?.settings, week.monday)
    .flatMap((office) => contactsOf(district, office))
    .map((person) => ({
      key: `${person.id}|issued|${weekMark(weekly.registers, week.monday)}|${version.issued}`,
      kind: 'issued',
      person: person.id,
      about: week.monday,
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
    return notice.touched.flatMap((office) =>
      contactsOf(district, office).map((person) => {
        const facts = {
          week: range(notice.week),
          sheet: sheetOf(weekly.registers.plan),
          n: notice.n,
          office: officeOf(district, notice.office)?.short ?? '',
          count: notice.items.length,
        }
        return {
          key: `${person.id}|notice|${weekMark(weekly.registers, notice.week)}|${notice.n}`,
          kind: 'notice',
          person: person.id,
          about: notice.week,
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

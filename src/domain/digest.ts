import { mayApprove } from './approvers'
import { coverGroup } from './cover-group'
import { addDays, type Day } from './day'
import { contactsOf, isAway, officeOf, type Person } from './district'
import {
  chasedFor,
  type Due,
  type LetterGroup,
  type Maker,
  placeOf,
  range,
  type Saying,
} from './letter'
import { dayOf, momentAt, sayMoment } from './moment'
import { openText } from './readers'
import { calledOf } from './register'
import { type TaskList, taskGroups } from './task-letters'
import { waits } from './version'
import { versionKey } from './version-text'
import { isSentBack, type Weekly } from './weekly'
import { isWorkingDay, nextWorkingDay } from './working-days'

const names = (leaders: { label: string }[]): string => leaders.map((one) => one.label).join('、')

const dutyGroups = (maker: Maker, weekly: Weekly, person: Person): LetterGroup[] => {
  const { district, now } = maker
  const today = dayOf(now)
  const open = weekly.weeks.filter(({ week }) => week.opens <= now && now < week.closes)
  const late: Saying[] = []
  const due: Saying[] = []
  const back: Saying[] = []
  const reasons: Saying[] = []
  for (const { week, duties } of open) {
    for (const duty of duties.filter((each) => !each.complete)) {
      const head = officeOf(district, duty.office)?.head
      const mine = chasedFor(district, duty, today).includes(person)
      const facts = {
        week: range(week.monday),
        plan: calledOf(weekly.registers.plan),
        cutoff: sayMoment(week.cutoff),
        leaders: names(duty.missing),
        tab: weekly.registers.handIn.title,
      }
      // Everything is in, and only the word that it is has not been given.
      const unsaid = duty.missing.length === 0 ? 'Unsaid' : ''
      if (mine && duty.attempt > 1)
        back.push({ say: 'digest.returned', with: { ...facts, reason: openText(duty.returned) } })
      else if (now >= week.putUp && (mine || head === person.id))
        late.push({ say: `digest.late${unsaid}`, with: facts })
      else if (mine && dayOf(week.cutoff) === today)
        due.push({ say: `digest.due${unsaid}`, with: facts })
    }
  }
  // A week that is over stays at the desk; nobody is written to about it every day.
  const running = weekly.weeks.filter(({ week }) => dayOf(now) < addDays(week.monday, 7))
  for (const { week, unexplained } of running) {
    const own = unexplained.filter((each) => each.office === person.office)
    if (own.length > 0 && contactsOf(district, person.office).includes(person)) {
      reasons.push({ say: 'digest.reason', with: { week: range(week.monday), count: own.length } })
    }
  }
  return [
    { head: 'late', lines: late },
    { head: 'returned', lines: back },
    { head: 'due', lines: due },
    { head: 'reason', lines: reasons },
  ]
}

/** On the first working day of a week: what one's own leaders have on, as counts. */
const weekGroup = (
  { district, state, now }: Maker,
  weekly: Weekly,
  person: Person,
): LetterGroup => {
  const today = dayOf(now)
  const plan = weekly.registers.plan
  const lines = weekly.weeks
    .filter(({ week }) => nextWorkingDay(district.calendar, week.monday) === today)
    .filter(({ week }) => today <= week.sunday)
    .flatMap(({ week }) => {
      const version = state.versions.get(versionKey(plan, week.monday))
      if (!version || version.issued === 0 || !contactsOf(district, person.office).includes(person))
        return []
      const own = [...state.lines].filter(
        ([key, line]) =>
          key.startsWith(`${versionKey(plan, week.monday)}|`) && line.office === person.office,
      )
      const changed = own.filter(([, line]) => line.mark !== undefined).length
      return own.length === 0
        ? []
        : [{ say: 'digest.week', with: { week: range(week.monday), count: own.length, changed } }]
    })
  return { head: 'week', lines }
}

const coordinatorGroups = (
  { district, state, now }: Maker,
  weekly: Weekly,
  person: Person,
): LetterGroup[] => {
  const coordinates = person.roles.some((role) => role === '统筹' || role === '操作')
  const word = weekly.registers.plan.approval?.settings
  const approves = (on: Day) => word !== undefined && mayApprove(district, word, person.id, on)
  const plan = calledOf(weekly.registers.plan)
  const waiting: Saying[] = []
  const back: Saying[] = []
  const missing: Saying[] = []
  const clashes: Saying[] = []
  for (const { week, duties, clashes: found, approved, decided } of weekly.weeks) {
    const version = state.versions.get(versionKey(weekly.registers.plan, week.monday))
    const open = waits(version) && !approved && now < week.rests ? version : undefined
    const facts = { week: range(week.monday), plan, version: open?.n ?? 0 }
    const sentBack = isSentBack(decided)
    if (open && !sentBack && approves(week.monday))
      waiting.push({ say: 'digest.approve', with: facts })
    if (open && sentBack && coordinates) back.push({ say: 'digest.sentBack', with: facts })
    const absent = duties.filter((duty) => !duty.complete && week.putUp <= now && now < week.closes)
    if (coordinates && absent.length > 0) {
      const offices = absent.map((duty) => officeOf(district, duty.office)?.short ?? '').join('、')
      missing.push({ say: 'digest.missing', with: { week: range(week.monday), plan, offices } })
    }
    const warn = found.filter((clash) => clash.severity === 'warn' && clash.day >= dayOf(now))
    if (coordinates && warn.length > 0) {
      clashes.push({
        say: 'digest.clashes',
        with: { week: range(week.monday), count: warn.length },
      })
    }
  }
  return [
    { head: 'approve', lines: waiting },
    { head: 'returned', lines: back },
    { head: 'missingOffices', lines: missing },
    { head: 'clashes', lines: clashes },
  ]
}

/** What of the machine ledger cannot be read, to whoever operates: which rows stands at 问题. */
const operatorGroup = ({ state }: Maker, person: Person): LetterGroup => {
  const count = [...state.faults.values()].filter((fault) => fault.inLedger).length
  const isTold = count > 0 && person.roles.includes('操作')
  return { head: 'damaged', lines: isTold ? [{ say: 'digest.damaged', with: { count } }] : [] }
}

const lateness = ({ with: facts }: Saying): number => Number(facts.late ?? 0)

/** Of several registers the lines of one kind stand under one heading, most delayed first. */
const joined = (groups: LetterGroup[]): LetterGroup[] =>
  [...new Set(groups.map(({ head }) => head))].map((head) => ({
    head,
    lines: groups
      .filter((group) => group.head === head)
      .flatMap(({ lines }) => lines)
      .sort((a, b) => lateness(b) - lateness(a)),
  }))

/** 今日提醒: one a person and working day, when there is something to say; nothing due, no mail. */
export const digests = (maker: Maker, weekly: Weekly[], lists: TaskList[]): Due[] => {
  const { district, control, now } = maker
  const today = dayOf(now)
  const at = momentAt(today, district.settings.time('digest.time', today))
  if (now < at || !isWorkingDay(district.calendar, today)) return []
  const words = weekly.flatMap(({ registers }) => registers.plan.submission?.settings ?? [])
  return district.people.flatMap((person) => {
    if (isAway(district, person.id, today)) return []
    const groups = joined([
      operatorGroup(maker, person),
      ...lists.flatMap(({ register, tasks }) => taskGroups(maker, register, tasks, person)),
      ...weekly.flatMap((each) => [
        ...dutyGroups(maker, each, person),
        ...coordinatorGroups(maker, each, person),
        weekGroup(maker, each, person),
      ]),
      coverGroup(maker, words, person),
    ]).filter((group) => group.lines.length > 0)
    if (groups.length === 0) return []
    const count = groups.reduce((sum, group) => sum + group.lines.length, 0)
    const facts = { day: today, count, name: person.name }
    return [
      {
        key: `${person.id}|digest|${today}`,
        kind: 'digest',
        person: person.id,
        about: today,
        content: {
          subject: { say: 'digest.subject', with: facts },
          opening: { say: 'digest.opening', with: facts },
          groups,
          ...placeOf(district, control, person),
        },
      },
    ]
  })
}

import { addDays, type Day, day, mondayOf, weekTitle } from '../domain/day'
import { deskName, inScope, shortName } from '../domain/district'
import { dutiesOf, type FiledAs, filedAs } from '../domain/duty'
import { dayOf } from '../domain/moment'
import type { LetterState } from '../domain/outbox-letter'
import type { Register } from '../domain/register'
import { versionKey } from '../domain/version-text'
import { firstWeek, isOpen, type WeekTimes, weekTimes } from '../domain/week'
import { isSentBack, type WeekJudged, type Weekly } from '../domain/weekly'
import type { Digest, Ports } from '../ports'
import { sayMailReason } from '../wording/mail/mail-reason'
import { sayLetterKind } from '../wording/pages/control-pages'
import { knownLedgers } from './ledger'
import { lookAt } from './open-run'
import type { Registry } from './registry'
import { weeklyRegisters } from './registry'
import type { Run } from './run'
import { sentLetters } from './sent-letters'
import { standingOf } from './standing'

/** Between which days cut-offs lie; with `letters` every letter that ever went out is named too. */
export type DescribeRange = { from?: string; to?: string; letters?: true }

const tabOf = (kind: 'desk' | 'control', register: Register) => ({
  kind,
  tab: register.title,
  register: register.id,
  headings: Object.entries(register.fields).map(([key, field]) => ({
    key,
    heading: field.heading,
    aliases: field.aliases,
    script: field.computed && field.open !== true,
    ...(field.inherits ? { inherits: true } : {}),
  })),
})

/** A tab for each kind of workbook it stands in; post desks are desks. */
const tabsOf = (register: Register) => {
  const kinds = new Set([register.home, ...(register.posts ? (['desk'] as const) : [])])
  return [...kinds].map((kind) => tabOf(kind, register))
}

const stateOf = (
  run: Run,
  weekly: Weekly,
  week: WeekTimes,
  judged: WeekJudged | undefined,
): string => {
  const { at, state } = run.journal
  const version = state.versions.get(versionKey(weekly.registers.plan, week.monday))
  if (at < week.opens) return '未到'
  if (at >= week.rests || state.closed.has(versionKey(weekly.registers.plan, week.monday)))
    return '已结'
  if (version && version.issued > 0) return '已印发'
  if (version) return isSentBack(judged?.decided) ? '已退回' : '待审定'
  return judged && isOpen(week, at) ? '填报中' : '未反馈'
}

const weekOf = (run: Run, weekly: Weekly, week: WeekTimes) => {
  const judged = weekly.weeks.find((each) => each.week.monday === week.monday)
  const { state } = run.journal
  const plan = weekly.registers.plan
  const title = weekTitle(week.monday)
  const start = `${versionKey(plan, week.monday)}|`
  const { handIn } = weekly.registers
  const closed = state.closed.has(versionKey(plan, week.monday))
  const past = closed ? dutiesOf(state, plan, handIn, run.district, week, [], run.journal.at) : []
  const duties = judged?.duties ?? past
  const count = (as: FiledAs) => duties.filter((duty) => filedAs(duty) === as)
  const absent = run.journal.at >= week.putUp ? count('未报') : []
  const told = [...state.clashes.values()].filter((clash) => clash.week === week.monday)
  const short = (id: string) => shortName(run.district, id)
  return {
    monday: week.monday,
    title: title.title,
    number: title.number,
    opens: week.opens,
    cutoff: week.cutoff,
    remind: week.remind,
    feedback: week.feedback,
    closes: week.closes,
    ...(week.mark ? { mark: week.mark } : {}),
    state: stateOf(run, weekly, week, judged),
    version: state.versions.get(versionKey(plan, week.monday))?.n ?? 0,
    duties: duties.length,
    filed: duties.length - count('未报').length,
    late: count('补报').length,
    missing: absent.map((duty) => short(duty.office)),
    clashes: judged?.clashes.length ?? told.length,
    notices: [...state.notices.keys()].filter((key) => key.startsWith(start)).length,
  }
}

const mondays = (today: Day, range: DescribeRange): Day[] => {
  const first = range.from ? addDays(mondayOf(day(range.from)), -7) : addDays(mondayOf(today), -14)
  const last = range.to ? addDays(mondayOf(day(range.to)), 14) : addDays(mondayOf(today), 21)
  const days: Day[] = []
  for (let at = first; at <= last; at = addDays(at, 7)) days.push(at)
  return days
}

/** Letters that failed, of which nobody is sure, or that were not taken yet, with the reason. */
const wrongLetters = ({ journal, district }: Run) =>
  [...journal.state.letters.values()]
    .filter(({ state, reason }) => ['failed', 'uncertain'].includes(state) || reason !== undefined)
    .map(({ key, kind, person, state, at, reason, next }) => ({
      key,
      kind: sayLetterKind(kind),
      person: district.people.find((each) => each.id === person)?.name ?? person,
      state,
      at,
      reason: reason === undefined ? '' : sayMailReason(reason),
      ...(next === undefined ? {} : { next }),
    }))

/** What a workspace has to know of the district: its workbooks, tabs, weeks and counts. Read-only. */
export const describe = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  range: DescribeRange,
) => {
  const now = ports.clock.now()
  const run = lookAt(ports, registry, digest, now)
  const { district, control, journal } = run
  const facts = ports.facts.all()
  const standing = standingOf(facts)
  const count = (state: LetterState) =>
    [...journal.state.letters.values()].filter((letter) => letter.state === state).length
  const on = mondayOf(dayOf(now))
  const word = weeklyRegisters(registry)[0]?.plan.submission?.settings ?? ''
  return {
    district: district.settings.text('district.name'),
    title: `${district.settings.text('district.name')}联席`,
    now,
    timeZone: 'Asia/Shanghai',
    books: [
      { book: control, name: '总台账', kind: 'control' },
      ...(standing.control && facts.dashboard
        ? [{ book: facts.dashboard, name: '总览', kind: 'dashboard' }]
        : []),
      ...district.offices
        .filter((office) => office.desk !== '')
        .map((office) => ({
          book: office.desk,
          name: deskName(office.short),
          kind: 'desk',
          office: office.id,
          short: office.short,
        })),
      ...knownLedgers(facts).map(({ year, book }) => ({
        book,
        name: `机器账${year}`,
        kind: 'ledger',
      })),
    ],
    tabs: registry.all.flatMap(tabsOf),
    offices: district.offices.map(({ id, name, short, desk }) => ({
      id,
      name,
      short,
      desk: desk !== '',
    })),
    leaders: district.leaders.map((leader) => ({
      id: leader.id,
      name: leader.name,
      office: leader.office,
      scoped: inScope(district, leader, word, on),
    })),
    weeks: run.weekly.flatMap((weekly) => {
      const own = weekly.registers.plan.submission?.settings ?? ''
      const first = firstWeek(own, district.settings, on)
      return mondays(dayOf(now), range)
        .filter((monday) => first === undefined || monday >= first)
        .map((monday) => weekTimes(own, monday, district.settings, district.calendar))
        .map((week) => weekOf(run, weekly, week))
    }),
    letters: {
      sent: count('sent'),
      waiting: count('queued'),
      withdrawn: count('withdrawn'),
      uncertain: count('uncertain'),
      failed: count('failed'),
      wrong: wrongLetters(run),
      ...(range.letters ? { out: sentLetters(ports, district) } : {}),
    },
  }
}

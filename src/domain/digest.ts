import { mondayOf } from './day'
import { deskName, isAway, officeOf, type Person } from './district'
import type { Journal } from './event'
import type { Due, LetterContent, Maker } from './letter'
import { placeOf } from './letter'
import { type Matter, matterKey, ofPerson, ranks, type Told, wasToldFormerly } from './matter'
import { dayOf, momentAt } from './moment'
import type { JobRun } from './state'
import { isWorkingDay } from './working-days'

/** The line of the jobs that tells when the digests of a day were queued. */
export const digestJob = '今日提醒'

/** Whether the digests of this day were queued before: all of them go in one run. */
const areQueued = ({ state, now }: Maker, at: number): boolean => {
  const job: JobRun | undefined = state.jobs.get(digestJob)
  if (job !== undefined && job.at >= at) return true
  const today = dayOf(now)
  return [...state.letters.values()].some(({ kind, about }) => kind === 'digest' && about === today)
}

/** When the digests of today leave; undefined where today has none. */
const digestTime = ({ district, now }: Maker): number | undefined => {
  const today = dayOf(now)
  if (!isWorkingDay(district.calendar, today)) return undefined
  return momentAt(today, district.settings.time('digest.time', today))
}

/** Whether today's digest has gone: what arises now is told by no other letter of this day. */
export const isAfterDigest = (maker: Maker): boolean => {
  const at = digestTime(maker)
  return at !== undefined && maker.now >= at && areQueued(maker, at)
}

const ownKey = (person: Person, today: string): string => `${person.id}|digest|${today}`

/** What a person was told by the last digest of this week, by an earlier day; undefined where none went. */
const lastTold = ({ state, now }: Maker, person: Person): readonly string[] | undefined => {
  const today = dayOf(now)
  const [last] = [...state.letters.values()]
    .filter((each) => each.kind === 'digest' && each.person === person.id)
    .filter(({ about }) => about < today && about >= mondayOf(today))
    .filter(({ state: how }) => how !== 'withdrawn' && how !== 'failed')
    .sort((a, b) => (a.about < b.about ? 1 : -1))
  return last?.tells
}

/** Whether a digest would only repeat the last one: nothing new, nothing due today, nothing to decide. */
const onlyRepeats = (maker: Maker, person: Person, lines: readonly Matter[]): boolean => {
  const last = lastTold(maker, person)
  return lines.every(
    (each) =>
      each.rank !== 'today' && each.decides !== true && last?.includes(matterKey(each)) === true,
  )
}

/** Where a person reads on: only a workbook in which something of it stands is opened by a button. */
const placeFor = (
  maker: Maker,
  person: Person,
  lines: readonly Matter[],
  matters: readonly Matter[],
): Pick<LetterContent, 'book' | 'at'> => {
  const place = placeOf(maker.district, maker.control, person)
  if (place.book === '' || place.book === maker.control) return place
  // A row is told to people and shown at desks by matters of their own.
  const rows = new Set(lines.map(({ row }) => row))
  const stands = matters.some(
    ({ row, desks }) =>
      rows.has(row) && desks.some((id) => officeOf(maker.district, id)?.desk === place.book),
  )
  if (stands || lines.some(({ about }) => about.is !== 'task')) return place
  const [first] = lines.flatMap(({ about }) => (about.is === 'task' ? about.task.office : []))
  const office = officeOf(maker.district, first ?? '')
  return { book: '', at: office?.desk ? deskName(office.short) : '总台账' }
}

/**
 * 今日提醒: one a person and working day, all of them queued in the first run after its time; who has
 * nothing then gets none that day, and what only repeats the last one waits until Monday (default).
 */
export const digests = (maker: Maker, matters: readonly Matter[], told: Told): Due[] => {
  const { district, state, now } = maker
  const today = dayOf(now)
  const at = digestTime(maker)
  if (at === undefined || now < at) return []
  const isLate = now > momentAt(today, district.settings.time('mail.until', today))
  const isOver = isLate || areQueued(maker, at)
  return district.people.flatMap((person) => {
    const key = ownKey(person, today)
    const isKnown = state.letters.has(key)
    const isGone = isOver && maker.unreached?.has(person.id) !== true
    if ((isGone && !isKnown) || isAway(district, person.id, today)) return []
    const own = told.get(person.id)
    const lines = ofPerson(matters, person).filter((each) => {
      const before = own?.get(matterKey(each))
      if (before !== undefined && (each.once === true || dayOf(before) === today)) return false
      return each.once !== true || !wasToldFormerly(state, person.id, each.formerly)
    })
    if (lines.length === 0 || (!isKnown && onlyRepeats(maker, person, lines))) return []
    const facts = { day: today, count: lines.length, name: person.name }
    return [
      {
        key,
        kind: 'digest',
        person: person.id,
        about: today,
        tells: lines.map(matterKey),
        content: {
          subject: { say: 'digest.subject', with: facts },
          opening: { say: 'digest.opening', with: facts },
          groups: ranks
            .map((rank) => ({
              head: rank,
              lines: lines.filter((each) => each.rank === rank).map(({ line }) => line),
            }))
            .filter((group) => group.lines.length > 0),
          ...placeFor(maker, person, lines, matters),
        },
      },
    ]
  })
}

/** Notes that the digests of a day are queued: what arises later is a line of the next day's. */
export const noteDigests = (journal: Journal, maker: Maker, due: readonly Due[]): void => {
  const at = digestTime(maker)
  if (at === undefined || maker.now < at || areQueued(maker, at)) return
  const count = due.filter(({ kind }) => kind === 'digest').length
  journal.set('jobs', digestJob, { at: journal.at, result: `${count}封` })
}

import { groupBy } from 'es-toolkit'
import type { District } from '../district/district'
import type { TypedRow, Typing } from '../fill/typing'
import { diceOf } from './dice'
import { type GivenBatch, givenBatches } from './given-tasks'
import type { GivenTask } from './story'
import type { Beat } from './task-beat'
import { storyOf } from './task-story'

const minute = 60_000

/**
 * All that the people of a sample district type about tasks from its first day up to a day, in
 * order of time: what is given, what the desks report, what is decided. The same seed gives the
 * same, and a later day only adds to it.
 */
export function taskTypings(
  firstDay: string,
  until: string,
  district: District,
  seed = 'anlan',
): Typing[] {
  const batches = givenBatches(firstDay, until, district, seed)
  const beats = batches.flatMap(({ tasks }) =>
    tasks.flatMap(({ given }) =>
      storyOf(given, diceOf(`${seed} story ${given.what}`)).map((beat) => ({ beat, given })),
    ),
  )
  const sessions = Object.values(groupBy(beats, ({ beat }) => sessionOf(beat)))
  return [
    ...batches.map((batch) => givingTyping(batch, seed)),
    ...sessions.map((session) => sessionTyping(session, district, seed)),
  ].sort((a, b) => a.at - b.at)
}

/** What one person types on one day into one tab is typed at one moment. */
function sessionOf({ day, desk, tab, by }: Beat): string {
  return [day, desk, tab, by].join(' ')
}

function givingTyping({ day, by, tasks }: GivenBatch, seed: string): Typing {
  const at = momentOf(day, 9 * 60 + 10 + diceOf(`${seed} giving ${day}`).below(9))
  return { at, desk: '总台账', tab: '任务交办', by, rows: tasks.map(({ cells }) => ({ cells })) }
}

type TaskBeat = { beat: Beat; given: GivenTask }

function sessionTyping(session: TaskBeat[], district: District, seed: string): Typing {
  const [first] = session
  if (first === undefined) throw new Error('nobody types nothing')
  const { day, desk, tab, by } = first.beat
  return {
    at: momentOf(day, clockOf(first.beat, seed)),
    ...{ desk, tab, by: by || keeperOf(district, desk) },
    rows: session.map(({ beat, given }) => rowOf(beat, given)),
  }
}

// Rows are found by their text: a district may have numbered tasks of its own in between.
function rowOf({ tab, kind, cells, lead: movedTo }: Beat, { what, lead }: GivenTask): TypedRow {
  const match: Record<string, string> =
    tab === '待审核事项'
      ? { 事项: kind ?? '', 任务内容: `${movedTo ?? lead}：${what}`, 状态: '待审核' }
      : { 任务内容: what }
  return { match, cells, ifThere: true }
}

/** Minutes of the day: desks keep to three moments of a day, decisions come at its end. */
function clockOf({ day, desk, tab, by }: Beat, seed: string): number {
  const shared = diceOf(`${seed} hours ${day}`)
  const moments = [
    9 * 60 + 40 + 10 * shared.below(4),
    14 * 60 + 20 + 10 * shared.below(4),
    15 * 60 + 30 + 10 * shared.below(4),
  ]
  const own = diceOf(`${seed} hour ${day} ${desk} ${by}`)
  if (tab === '待审核事项') return 16 * 60 + 40 + own.below(9)
  if (tab === '任务交办') return 11 * 60 + 20 + own.below(9)
  return (moments[own.below(moments.length)] ?? 0) + own.below(9)
}

// Twenty seconds past the minute, so that nothing else is typed at the same moment.
function momentOf(day: string, minutes: number): number {
  return Date.parse(`${day}T00:00:00+08:00`) + minutes * minute + 20_000
}

/** Who keeps the desk of an office: its first liaison, else its head. */
function keeperOf({ offices, people }: District, short: string): string {
  const office = offices.find((each) => each.short === short)
  const own = people.filter((person) => person.office === office?.id)
  const liaison = own.find(({ roles }) => roles.includes('联络员'))
  return (liaison ?? own[0])?.name ?? short
}

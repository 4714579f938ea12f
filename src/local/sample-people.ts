import type { Workspace } from './contract'
import { describeWorkspace } from './description'
import type { Typing } from './fill/typing'
import { dayAfter } from './sample/days'
import { sampleDistrict } from './sample/sample-district'
import { sampleTypings } from './sample/sample-plans'
import { taskTypings } from './sample/sample-tasks'
import { mondayOfMoment } from './say-moment'

const day = 86_400_000

/** Remembers that invented people work in this workspace, from this first week on. */
export function sampleFacts(firstMonday: string): Record<string, string> {
  return { sample: firstMonday }
}

/** What the people of a sample district type up to a moment; nothing in any other district. */
export async function samplePeople(workspace: Workspace, until: number): Promise<Typing[]> {
  const firstMonday = workspace.store.fact('sample')
  if (firstMonday === undefined) return []
  const district = sampleDistrict(firstMonday)
  const range = { from: dayOf(workspace.now() - 28 * day), to: dayOf(until + 21 * day) }
  const { weeks } = await describeWorkspace(workspace, range)
  const plans = weeks
    .filter((week) => week.monday >= firstMonday)
    .flatMap((week) => sampleTypings(week, district))
  const tasks = taskTypings(dayAfter(firstMonday, -7), dayOf(until), district)
  return [...plans, ...tasks].filter((typing) => typing.at <= until)
}

function dayOf(moment: number): string {
  return new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The first week of a sample district that begins three weeks before a moment. */
export function sampleBegin(moment: number): { begin: number; firstMonday: string } {
  const monday = mondayOfMoment(moment - 21 * day)
  const begin = Date.parse(`${monday}T08:00:00+08:00`)
  return { begin, firstMonday: mondayOfMoment(begin + 7 * day) }
}

import { addDays } from './day'
import { holds, officeOf, type Person } from './district'
import { sayDraft } from './draft-number'
import type { Due, Maker } from './letter'
import { liaisonOf } from './liaison'
import { dayOf } from './moment'
import { sayPaper, signerName } from './paper-decision'
import { openText, textSaid } from './readers'
import type { Register } from './register'
import type { Task } from './task'
import { escalationTarget, ledOf } from './task-deciders'
import { type DraftKind, isDraftKind } from './task-drafts'
import { carriers, factsOf, headOf, taskLetter } from './task-letter'
import type { TaskList } from './task-letters'
import { isTaskKept } from './task-readers'

/** For how many days what a person issued or pressed for is still brought to whoever it is for. */
const broughtFor = 30

/** The liaison (A, or B while A is away) of each principal: leaders have no mailbox of their own. */
const principalsLiaisons = ({ district, now }: Maker): Person[] => {
  const today = dayOf(now)
  return district.leaders
    .filter((leader) => leader.principal && holds(leader, today))
    .flatMap((leader) => liaisonOf(district, leader, today) ?? [])
}

/** A 催办 that says it goes by mail (邮件), brought once to those who carry the task. */
export const urgedByMail = (maker: Maker, { register, feedback }: TaskList, task: Task): Due[] =>
  task.state.urges.flatMap((said, i) => {
    const at = task.state.urgedAt?.[i] ?? 0
    const late = at < task.state.reached || dayOf(maker.now) > addDays(dayOf(at), broughtFor)
    if (!said.includes('邮件') || late) return []
    const by = maker.district.people.find(({ id }) => id === task.commissioner)?.name ?? '督办专员'
    const facts = {
      ...factsOf(task, register),
      tab: feedback.title,
      by,
      said: textSaid(isTaskKept(register, task), said),
    }
    return carriers(maker, task).map(
      (person): Due => ({
        ...taskLetter(maker, person, task, 'urged', String(i + 1), facts),
        leaves: 'asks',
        keeps: true,
        tells: [`urged|${task.id}|${i + 1}`],
      }),
    )
  })

const letterOfDraft: Record<DraftKind, string> = {
  督办单: 'slip',
  专报: 'report',
  沟通提示: 'hint',
}

/** To whom a draft goes: a 沟通提示 only to whoever decides for the side that gave the task. */
const readersOfDraft = (
  maker: Maker,
  register: Register,
  task: Task,
  kind: DraftKind,
): (Person | undefined)[] => {
  const { district } = maker
  if (kind === '专报') return principalsLiaisons(maker)
  if (kind === '沟通提示') return [escalationTarget(district, register, ledOf(task))]
  return [
    ...carriers(maker, task),
    ...headOf(maker, officeOf(district, task.office)),
    ...headOf(maker, district.offices[0]),
  ]
}

/**
 * What a person issued: 督办单 to those who carry the task and above, 专报 to the principals' liaisons,
 * 沟通提示 to whoever decides.
 */
export const issuedDrafts = (maker: Maker, { register }: TaskList, task: Task): Due[] =>
  task.asks.flatMap(({ id, ask }) => {
    const { district } = maker
    const { decided, kind } = ask
    if (!decided?.yes || dayOf(maker.now) > addDays(dayOf(decided.at), broughtFor)) return []
    if (!isDraftKind(kind)) return []
    const people = readersOfDraft(maker, register, task, kind)
    const by = `${signerName(district, decided.by)}${sayPaper(district, decided.paper)}`
    const facts = {
      ...factsOf(task, register),
      no: decided.number ?? id,
      text: openText(sayDraft(ask)),
      by,
    }
    return [...new Set(people)].flatMap((person) =>
      person === undefined
        ? []
        : {
            ...taskLetter(maker, person, task, letterOfDraft[kind], id, facts),
            leaves: kind === '督办单' ? ('asks' as const) : ('informs' as const),
            keeps: true as const,
            tells: [`${letterOfDraft[kind]}|${id}`],
          },
    )
  })

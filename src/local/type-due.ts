import type { Workspace } from './contract'
import type { Typing } from './fill/typing'

/** Types what is to be typed up to this moment and was not typed before; says how much. */
export async function typeDue(
  workspace: Workspace,
  typings: Typing[],
  until: number,
  type: (typing: Typing, facts: Record<string, string>) => Promise<unknown>,
): Promise<number> {
  const due = notYetTyped(workspace, typings).filter((typing) => typing.at <= until)
  for (const typing of due) {
    moveForward(workspace, typing.at)
    const facts = factsAfter(workspace, typing.at)
    await type(typing, facts)
    // What could not be typed is not tried again either.
    for (const [name, value] of Object.entries(facts)) workspace.store.setFact(name, value)
  }
  return due.length
}

/** Typings are counted at their moment, so a play that was cut off goes on with the next one. */
function notYetTyped(workspace: Workspace, typings: Typing[]): Typing[] {
  const [at, done] = typedMark(workspace)
  const later = typings.filter((typing) => typing.at >= at)
  const sameMoment = later.filter((typing) => typing.at === at).length
  return later.slice(Math.min(done, sameMoment))
}

/** What holds once the next typing of this moment is done. */
function factsAfter(workspace: Workspace, at: number): Record<string, string> {
  const [last, done] = typedMark(workspace)
  return { sampleTyped: `${at} ${last === at ? done + 1 : 1}`, lastTyping: String(at) }
}

function typedMark(workspace: Workspace): [at: number, done: number] {
  const [at, done] = (workspace.store.fact('sampleTyped') ?? '').split(' ')
  return [Number(at || '-1'), Number(done ?? '0')]
}

/** Moves a set clock on; a real one moves by itself. */
export function moveForward(workspace: Workspace, at: number): void {
  if (workspace.clock === 'set' && at > workspace.now()) workspace.moveTo(at)
}

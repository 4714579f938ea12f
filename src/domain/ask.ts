import type { State } from './state'
import type { Ask } from './task-state'

/** What was asked for about a task, with the 编号 of each. */
export const asksOf = (state: State, task: string): { id: string; ask: Ask }[] =>
  [...state.asks].filter(([, ask]) => ask.task === task).map(([id, ask]) => ({ id, ask }))

/** Whether something asked for still waits: neither decided nor without its reason. */
export const isOpenAsk = (ask: Ask): boolean => !ask.decided && ask.lapsed === undefined

/** The 编号 of what is asked for. */
export const askId = (task: string, kind: Ask['kind'], n: number): string => `${task}${kind}${n}`

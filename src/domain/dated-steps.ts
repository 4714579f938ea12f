import { type Day, sayDay, sayMonthDay, yearOf } from './day'
import { halfWidth } from './half-width'
import { smallNumber } from './small-number'
import type { DatedStep, TaskState } from './task-state'

/** The deadline that presses: that of the earliest open step, or of the whole where it comes first. */
type Pressing = { due: Day | ''; step: string }

export const openSteps = ({ steps = [] }: TaskState): DatedStep[] =>
  steps.filter(({ done }) => done === '')

/**
 * What a task is judged by: it is as late as its latest step, so its earliest open step comes
 * before the deadline of the whole (default).
 */
export const pressing = (state: TaskState): Pressing => {
  const [first] = openSteps(state).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  if (first === undefined || (state.due !== '' && state.due < first.due))
    return { due: state.due, step: '' }
  return { due: first.due, step: first.name }
}

/** 1.方案（2024年12月10日，已完成）；2.开工（12月31日）; each year is said once. */
export const saySteps = (steps: readonly DatedStep[] = []): string =>
  steps
    .map(({ name, due, done }, i) => {
      const before = steps[i - 1]
      const same = before !== undefined && yearOf(before.due) === yearOf(due)
      const day = same ? sayMonthDay(due) : sayDay(due)
      return `${i + 1}.${name}（${day}${done === '' ? '' : '，已完成'}）`
    })
    .join('；')

/** The steps a cell names as done, those of them it calls by name, and words that name none. */
export type NamedSteps = { done: Set<string>; byName: Set<string>; unknown: string[] }

const filler = /已?(?:全部)?完成(?:了|的)?|节点|[第个项和及与、,，;；。.\s()（）]+/

const circled = (word: string): string =>
  word.replace(/[①-⑳]/g, (mark) => ` ${mark.charCodeAt(0) - 0x245f} `)

const range = (word: string): number[] | undefined => {
  const found = /^(\d{1,2})[-–—~至到](\d{1,2})$/.exec(word)
  const [from, to] = [Number(found?.[1]), Number(found?.[2])]
  return found && from <= to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : undefined
}

/** The steps that a word means: by number, or as part of one name only. */
const meantBy = (word: string, steps: readonly DatedStep[]): string[] => {
  const numbers = range(word) ?? [smallNumber(word) ?? 0]
  const numbered = numbers.flatMap((n) => steps[n - 1]?.name ?? [])
  if (numbered.length === numbers.length) return numbered
  const alike = steps.filter(({ name }) => name.includes(word))
  return alike.length === 1 ? alike.map(({ name }) => name) : []
}

/** Reads 方案、开工, 1、2, ①②, 1-3 or 全部 against the steps of a task. */
export const namedSteps = (typed: string, steps: readonly DatedStep[]): NamedSteps => {
  const none = new Set<string>()
  if (/^\s*已?(?:全部|都|全)(?:节点)?(?:已)?(?:完成)?\s*$/.test(typed))
    return { done: new Set(steps.map(({ name }) => name)), byName: none, unknown: [] }
  const byName = new Set<string>()
  let rest = typed
  // A name may hold a separator, or another name: the longest is looked for first.
  for (const { name } of [...steps].sort((a, b) => b.name.length - a.name.length)) {
    if (!rest.includes(name)) continue
    byName.add(name)
    rest = rest.split(name).join(' ')
  }
  // 初稿未完成 names a step, but not as done.
  if (/[未没尚]/.test(rest)) return { done: none, byName: none, unknown: [typed.trim()] }
  const words = halfWidth(circled(rest)).split(filler).filter(Boolean)
  const meant = words.map((word) => ({ word, names: meantBy(word, steps) }))
  return {
    done: new Set([...byName, ...meant.flatMap(({ names }) => names)]),
    byName,
    unknown: meant.flatMap(({ word, names }) => (names.length === 0 ? [word] : [])),
  }
}

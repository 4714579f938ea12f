import type { Day } from './day'
import { halfWidth } from './half-width'
import { isProblem, type Problem, quote } from './problem'
import type { CellReading } from './read-cell'
import { type DayContext, readDay } from './read-day'

/** A step (节点) as it is written: what, and by when. */
export type WrittenStep = { name: string; due: Day }

const ORDINAL = /^(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}(?:[)、]|\.(?=\s|[^\d\s])))\s*/
const MONTH_AND_DAY = '(?:\\d{4}\\s*[-./年]\\s*)?\\d{1,2}\\s*[-./月]\\s*\\d{1,2}(?!\\d)\\s*[日号]?'
const AT_START = new RegExp(`^${MONTH_AND_DAY}`)
const AT_END = new RegExp(`^(.*?)[\\s:,(]*(${MONTH_AND_DAY})\\s*(?:以?前)?[)\\s]*$`)
const LOOSE = /^[\s:,、—-]*(?:以?前)?[\s:,、—-]*/
const wanted = '请写成“12月10日 方案”，几个节点用“；”隔开'

/** Reads steps in one cell: 12月10日 方案；12月31日 开工; a year left out follows the step before. */
export const readSteps = (typed: string, context: DayContext): CellReading => {
  const pieces = typed
    .split(/[\n；;]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const found: WrittenStep[] = []
  const notes: string[] = []
  let near = context
  for (const piece of pieces) {
    const read = readStep(piece, near)
    if (isProblem(read)) return read
    const { name, due, note } = read
    if (found.some((step) => step.name === name))
      return { problem: `${quote(name)}写了两次，请把两个节点写得不同` }
    found.push({ name, due })
    if (note !== undefined) notes.push(note)
    near = { near: due }
  }
  const value = found.map(({ name, due }) => `${due} ${name}`).join('；')
  return notes.length === 0 ? { value } : { value, note: notes.join('；') }
}

/** The steps that a value of such a cell holds. */
export const stepsIn = (value: string | undefined): WrittenStep[] =>
  (value ?? '')
    .split('；')
    .filter((piece) => piece !== '')
    .map((piece) => ({ due: piece.slice(0, 10) as Day, name: piece.slice(11) }))

type Read = WrittenStep & { note?: string }

const readStep = (piece: string, context: DayContext): Read | Problem => {
  // halfWidth keeps the length, so what is left over can be given as it was typed.
  const skipped = ORDINAL.exec(halfWidth(piece))?.[0].length ?? 0
  const text = piece.slice(skipped)
  const end = AT_START.test(halfWidth(text)) ? null : AT_END.exec(halfWidth(text))
  const day = readDay(end?.[2] ?? text, context)
  if (isProblem(day)) {
    const several = day.problem.includes('不止一天')
    return {
      problem: `${quote(piece)}${several ? '不止一天，一个节点只写一天' : '没有日期'}，${wanted}`,
    }
  }
  const before = end ? text.slice(0, end[1]?.length ?? 0) : day.rest
  if (!end && isGlued(text, before)) return { problem: `${quote(piece)}没有日期，${wanted}` }
  const name = before.replace(LOOSE, '').replace(/[\s:：,，、(（]+$/, '')
  if (name === '') return { problem: `${quote(piece)}没有写明是什么节点，${wanted}` }
  return { name, due: day.day, ...(day.note === undefined ? {} : { note: day.note }) }
}

// 3号楼封顶 begins with no day, 20日 封顶 does.
const isGlued = (text: string, rest: string): boolean =>
  !AT_START.test(halfWidth(text)) &&
  rest !== '' &&
  rest === rest.replace(LOOSE, '') &&
  !/\s$/.test(text.slice(0, text.length - rest.length))

import { halfWidth } from './half-width'
import { readMailbox } from './mailbox'
import { minutesOf, timeFromMinutes } from './moment'
import { findByName, foldName, type Named, whichOf } from './names'
import { isProblem, quote } from './problem'
import { type DayContext, readDay } from './read-day'
import { readSpan } from './read-time'
import { smallNumber } from './small-number'

/** What the value of a setting is read as. */
export type SettingForm =
  | { is: 'text'; blank?: true }
  | { is: 'time' }
  | { is: 'weekTime' }
  | { is: 'spans' }
  | { is: 'day' }
  | { is: 'address' }
  | { is: 'page' }
  | { is: 'number'; least: number; most: number }
  | { is: 'numbers'; count: number; most: number }
  | { is: 'word'; words: readonly string[]; unread?: string }
  | { is: 'offices'; reads?: true }
  | { is: 'people' }
  | { is: 'bodies' }

/** Whom and what a setting can name. */
export type SettingNames = DayContext & {
  people?: readonly Named[]
  offices?: readonly Named[]
  bodies?: readonly string[]
}

/**
 * The value in its one form, or what is wrong in words. Of a setting that decides who may read,
 * `part` is what could be read of it: nobody is let in by the rest.
 */
export type SettingReading = { value?: string; problem?: string; part?: string }

const wanted = (typed: string, form: string): SettingReading => ({
  problem: typed === '' ? `空着，请填${form}` : `${quote(typed)}不能识别，请填${form}`,
})

const partsOf = (typed: string): string[] =>
  typed
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A time of day in a text such as 周五 9：00 or 下午3点, as `HH:mm`; undefined where there is none. */
export const clockTime = (text: string): string | undefined => {
  const [, hours = '', minutes = ''] = /(\d{1,2})[:：](\d{2})(?!\d)/.exec(text) ?? []
  if (hours !== '')
    return Number(hours) > 23 || Number(minutes) > 59
      ? undefined
      : timeFromMinutes(minutesOf(`${hours.padStart(2, '0')}:${minutes}`))
  const span = readSpan(text)
  if (isProblem(span) || span.to !== undefined || span.from === '24:00') return undefined
  return span.from
}

const readTime = (typed: string): SettingReading => {
  const value = clockTime(typed)
  return value === undefined ? wanted(typed, '一个钟点，如 15:00') : { value }
}

const readWeekTime = (typed: string): SettingReading => {
  const day = /[周期]([一二三四五六日天])/.exec(typed)?.[1]?.replace('天', '日')
  const time = clockTime(typed)
  return day === undefined || time === undefined
    ? wanted(typed, '星期和钟点，如 周五 12:00')
    : { value: `周${day} ${time}` }
}

/** A whole number, with or without what it counts; NaN where there is none. */
const wholeNumber = (typed: string): number => {
  const figure = halfWidth(typed)
    .replace(/[\s,]/g, '')
    .replace(/(?:个?工作日|分钟|[天日分封条个])$/, '')
  return /^\d+$/.test(figure) ? Number(figure) : (smallNumber(figure) ?? Number.NaN)
}

/** 09:00-12:00、13:00-17:00: the half-days of a day, in their order and apart. */
const readSpans = (typed: string): SettingReading => {
  const spans = partsOf(typed).map((part) => readSpan(part))
  const value = spans.flatMap((span) =>
    isProblem(span) || span.from === undefined || span.to === undefined
      ? []
      : `${span.from}-${span.to}`,
  )
  const rises = value.every((span, i) => i === 0 || (value[i - 1] ?? '').slice(6) <= span)
  return value.length > 0 && value.length === spans.length && rises
    ? { value: value.join('、') }
    : wanted(typed, '上午、下午的起止，如 09:00-12:00、13:00-17:00')
}

const readNumber = (typed: string, least: number, most: number): SettingReading => {
  const value = wholeNumber(typed)
  return value >= least && value <= most
    ? { value: String(value) }
    : wanted(typed, `${least}至${most}之间的整数`)
}

const readNumbers = (typed: string, count: number, most: number): SettingReading => {
  const days = partsOf(typed).map(wholeNumber)
  const rises = days.every((n, i) => Number.isInteger(n) && n > (days[i - 1] ?? 0) && n <= most)
  return rises && days.length === count
    ? { value: days.join('、') }
    : wanted(typed, `${count}个由小到大的整数，用顿号隔开，如 1、3、5`)
}

const readWord = (typed: string, words: readonly string[], unread?: string): SettingReading => {
  const value = words.find((word) => foldName(word) === foldName(typed))
  if (value !== undefined) return { value }
  const problem = wanted(typed, words.join('或'))
  return unread === undefined ? problem : { ...problem, value: unread }
}

const readList = (
  typed: string,
  list: string,
  find: (one: string) => { value?: string; problem?: string },
): SettingReading => {
  const read = partsOf(typed).map((one) => find(one))
  const known = [...new Set(read.flatMap(({ value }) => value ?? []))].join('、')
  if (read.length === 0) return { ...wanted(typed, `${list}里的名称，用顿号隔开`), part: '' }
  const problem = read.find((each) => each.problem !== undefined)?.problem
  return problem === undefined ? { value: known } : { problem, part: known }
}

const byName =
  (list: readonly Named[], called: string) =>
  (one: string): { value?: string; problem?: string } => {
    const found = findByName(list, one, { titles: true })
    if (found.found === 'one') return { value: found.one.id }
    if (list.some(({ id }) => id === one)) return { value: one }
    return found.found === 'several'
      ? {
          problem: `${quote(one)}在${called}中有${found.several.length}个，请写明是哪一个：${whichOf(list, found.several)}`,
        }
      : { problem: `${quote(one)}不在${called}中` }
  }

const readBodies = (typed: string, bodies: readonly string[]): SettingReading =>
  readList(typed, '领导表的班子', (one) => {
    const value = bodies.find((body) => foldName(body) === foldName(one))
    return value === undefined
      ? { problem: `${quote(one)}不是领导表里的班子，请填：${bodies.join('、')}` }
      : { value }
  })

const readDayValue = (typed: string, context: DayContext): SettingReading => {
  if (typed === '') return { value: '' }
  const read = readDay(typed, context)
  return isProblem(read) ? wanted(typed, '写明年份的日期，如 2024-11-18') : { value: read.day }
}

const readAddress = (typed: string): SettingReading => {
  if (typed === '') return { value: '' }
  const read = readMailbox(typed)
  return 'problem' in read ? { problem: `${read.problem}，或空着` } : read
}

const readPage = (typed: string): SettingReading => {
  const value = typed.replace(/\/+$/, '')
  return value === '' || /^https?:\/\/[^\s/?#"'<>]+(?:\/[^\s?#"'<>]*)?$/i.test(value)
    ? { value }
    : wanted(typed, '网址，如 http://10.1.1.8:4280，或空着')
}

/** Reads the value of a setting as its form wants it; names of offices and people become their 编号. */
export const readSettingValue = (
  form: SettingForm,
  shown: string,
  names: SettingNames = {},
): SettingReading => {
  const typed = shown.trim()
  switch (form.is) {
    case 'text':
      return typed === '' && !form.blank ? wanted(typed, '文字') : { value: typed }
    case 'time':
      return readTime(typed)
    case 'weekTime':
      return readWeekTime(typed)
    case 'spans':
      return readSpans(typed)
    case 'day':
      return readDayValue(typed, names)
    case 'address':
      return readAddress(typed)
    case 'page':
      return readPage(typed)
    case 'number':
      return readNumber(typed, form.least, form.most)
    case 'numbers':
      return readNumbers(typed, form.count, form.most)
    case 'word':
      return readWord(typed, form.words, form.unread)
    case 'offices': {
      const read = readList(typed, '单位表', byName(names.offices ?? [], '单位表'))
      const { part: _, ...bare } = read
      return form.reads ? read : bare
    }
    case 'people': {
      const { part: _, ...bare } = readList(typed, '人员表', byName(names.people ?? [], '人员表'))
      return bare
    }
    case 'bodies': {
      const { part: _, ...bare } = readBodies(typed, names.bodies ?? [])
      return bare
    }
  }
}

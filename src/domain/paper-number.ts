import type { Ask } from './task-state'

/** A number as a person gave it or as the series proposes it; `n` where it belongs to the series. */
export type PaperNumber = { text: string; n: number | undefined }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const plain = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[[(（【]/g, '〔')
    .replace(/[\])）】]/g, '〕')

/** 安委办督〔2024〕3号, of the series 安委办督〔{year}〕{n}号. */
export const numberIn = (series: string, year: number, n: number): string =>
  series.replace('{year}', String(year)).replace('{n}', String(n))

/** The place of a number in its series and year, undefined where it is of another. */
const placeIn = (series: string, year: number, text: string): number | undefined => {
  const pattern = escaped(series)
    .replace(escaped('{year}'), String(year))
    .replace(escaped('{n}'), '(\\d+)')
  const found = new RegExp(`^${pattern}$`).exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** A number as typed: a bare 3 is the third of the series, anything else stands as it was written. */
export const readNumber = (series: string, year: number, typed: string): PaperNumber => {
  const bare = /^第?(\d+)[号期]?$/.exec(typed.trim())?.[1]
  if (bare !== undefined && series !== '')
    return { text: numberIn(series, year, Number(bare)), n: Number(bare) }
  const text = plain(typed)
  return { text, n: series === '' ? undefined : placeIn(series, year, text) }
}

/** Papers that were issued under a number, and for which task. */
const issued = (asks: Iterable<Ask>): { number: string; ask: Ask }[] =>
  [...asks].flatMap((ask) =>
    ask.decided?.yes && ask.decided.number ? [{ number: ask.decided.number, ask }] : [],
  )

/** What was issued under a number before; undefined where nothing was. */
export const issuedUnder = (asks: Iterable<Ask>, number: string): Ask | undefined =>
  issued(asks).find((each) => each.number === number)?.ask

const placesOf = (asks: Iterable<Ask>, series: string, year: number): number[] =>
  issued(asks).flatMap(({ number }) => placeIn(series, year, number) ?? [])

/** The next number of a series: one after the highest that was given. */
export const nextNumber = (asks: Iterable<Ask>, series: string, year: number): string =>
  series === '' ? '' : numberIn(series, year, Math.max(0, ...placesOf(asks, series, year)) + 1)

/** Numbers of a series that were left out between the first and the last given. */
export const gapsIn = (asks: Iterable<Ask>, series: string, year: number): string[] => {
  const given = new Set(placesOf(asks, series, year))
  const all = [...given]
  const first = Math.min(...all)
  const last = Math.max(...all)
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
    .filter((n) => !given.has(n))
    .map((n) => numberIn(series, year, n))
}

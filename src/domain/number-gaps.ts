import { yearOf } from './day'
import type { NumberedBy } from './draft-number'
import { gapsIn } from './paper-number'

/** Numbers left out in the series of a register this year, for whoever keeps the book of them. */
export const numberGaps = ({ district, register, asks, on }: NumberedBy): string[] => {
  const word = register.deadline?.settings ?? ''
  const slips = district.settings.text(`${word}.slipNumber`, on).split(/[、,，;；]/)
  const all = [...slips, district.settings.text(`${word}.reportNumber`, on)]
  return [...new Set(all.map((series) => series.trim()))]
    .filter((series) => series.includes('{n}'))
    .flatMap((series) => gapsIn(asks.values(), series, yearOf(on)))
}

import { plainText, startOf } from './plain-text'

// =, +, - and @ start a formula or a number, in their full-width forms too; # an error value.
const SIGN = /^[\s\p{Cf}]*[=+\-@＝＋－＠#]/u
// A leading apostrophe is taken as the sign of text and would be lost.
const MARKED = /^'/
// What is only figures and their signs would be typed in as a number, a date or a time.
const FIGURES = /^[\s\d０-９.,，．/／:：%％$￥¥()（）+年月日时分秒上下午-]+$/
const FIGURE = /[\d０-９]/
const IN_LETTERS = [
  /^(?:true|false)$/i,
  /^[¥$+-]*[\d.,]+e[+-]?\d+%?$/i,
  /^[\d:.]+\s*[ap]m$/i,
  /^[\d\s,/-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\d\s,/-]*$/i,
]

/** How many characters a cell holds. */
export const cellHolds = 50_000

/**
 * What to hand to `setValues` so that a cell shows the text and nothing else: no formula, no number,
 * no date. What is longer than a cell holds ends in words that say so: whoever needs all of a text
 * hands it over in pieces.
 *
 * A leading apostrophe is not part of the value: `textOf(neutralise(text))` is the text again.
 */
export function neutralise(text: string): string {
  const plain = plainText(text)
  const mark = SIGN.test(plain) || MARKED.test(plain) || looksTyped(plain) ? "'" : ''
  return mark + shortened(plain, cellHolds - mark.length)
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const ending = `……（全文${text.length}字，一格显示不下）`
  return startOf(text, length - ending.length) + ending
}

function looksTyped(text: string): boolean {
  if (FIGURES.test(text) && FIGURE.test(text)) return true
  const bare = text.trim()
  return bare.length <= 40 && IN_LETTERS.some((pattern) => pattern.test(bare))
}

/** The text a cell holds after it was given a neutralised one. */
export function textOf(neutralised: string): string {
  return neutralised.startsWith("'") ? neutralised.slice(1) : neutralised
}

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
const CONTROL = /[^\P{Cc}\t\n\r]/gu
const LONGEST = 50_000

/**
 * What to hand to `setValues` so that a cell shows the text and nothing else: no formula, no number,
 * no date. Control characters go, and what is longer than a cell holds (50,000) is cut.
 *
 * A leading apostrophe is not part of the value: `textOf(neutralise(text))` is the text again.
 */
export function neutralise(text: string): string {
  const plain = text.replace(CONTROL, '').slice(0, LONGEST - 1)
  const risky = SIGN.test(plain) || MARKED.test(plain) || looksTyped(plain)
  return risky ? `'${plain}` : plain
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

const DIGITS = '〇一二三四五六七八九'

/** A source of a pattern for a number below 100 in Arabic or Chinese figures. */
export const SMALL_NUMBER = '(?:\\d{1,2}|[〇零一二两三四五六七八九十廿]{1,3})'

/** The number that 20, 二十, 二十一 or 两 stand for; undefined for anything else. */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const plain = text.replace('两', '二').replace('零', '〇').replace('廿', '二十')
  if (/^[〇一二三四五六七八九]$/.test(plain)) return DIGITS.indexOf(plain)
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain)
  if (!tens) return undefined
  const [, ten = '', one = ''] = tens
  return (ten === '' ? 1 : DIGITS.indexOf(ten)) * 10 + (one === '' ? 0 : DIGITS.indexOf(one))
}

import { UsageError } from './usage-error'

/** A whole number from 1 on. @throws UsageError when the text is none. */
export function readNumber(text: string, what: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UsageError(`${what}：给的是“${text}”，应为从 1 开始的整数。`)
}

import * as v from 'valibot'
import { halfWidth } from './half-width'
import { quote } from './problem'

// RFC 5321, 4.5.3.1.3: a path has 256 octets, its angle brackets among them.
const mailbox = v.pipe(v.string(), v.email(), v.maxLength(254))

const unseen = /[\p{Cc}\p{Cf}]/gu

/**
 * Reads one mailbox of one person: no list, no name beside it, no sign that is not seen. What is
 * none is no address at all, for whoever stands in it would read the letters.
 */
export const readMailbox = (shown: string): { value: string } | { problem: string } => {
  const typed = halfWidth(shown).trim()
  if (v.is(mailbox, typed)) return { value: typed }
  const plain = shown.replace(unseen, '')
  const why = plain === shown ? '' : '（含有看不见的字符）'
  return { problem: `${quote(plain)}${why}应为一个邮箱地址，如 zhouheng@anlan.local` }
}

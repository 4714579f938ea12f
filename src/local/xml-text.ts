// XML 1.0, 2.2: every other sign (control signs, U+FFFE, U+FFFF, half a pair) makes the whole
// file unreadable, however it is written down.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text without the signs that XML does not allow. */
export function xmlText(text: string): string {
  return text.replace(forbidden, '')
}

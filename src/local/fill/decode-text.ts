/** A text and the encoding it was read as, '' where that needs no telling. */
export type Decoded = { text: string; readAs: string }

/** The text of a .csv file in the encoding it was saved in; undefined where it is in none known. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const marked = byMark(bytes)
  if (marked) return strictly(bytes, marked, marked === 'utf-8' ? '' : 'UTF-16')
  const utf16 = byZeros(bytes)
  if (utf16) return strictly(bytes, utf16, 'UTF-16')
  const utf8 = strictly(bytes, 'utf-8', '')
  if (utf8) return utf8
  const big5 = looksBig5(bytes) ? strictly(bytes, 'big5', 'Big5（繁体）') : undefined
  // Excel in Chinese saves .csv in GB18030 unless told otherwise.
  return big5 ?? strictly(bytes, 'gb18030', 'GB18030（简体）')
}

function strictly(bytes: Uint8Array, encoding: string, readAs: string): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), readAs }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/** Commas and line ends of UTF-16 hold a zero byte, which no other encoding has. */
function byZeros(bytes: Uint8Array): string | undefined {
  const [odd, even] = [1, 0].map((from) =>
    bytes.reduce((sum, byte, at) => (byte === 0 && at % 2 === from ? sum + 1 : sum), 0),
  )
  if (odd === 0 && even === 0) return undefined
  return (odd ?? 0) > (even ?? 0) ? 'utf-16le' : 'utf-16be'
}

// The second byte of a sign of GB 2312 is never below 0xA1; in Big5 it is in two cases of five. The
// frequent signs of Big5 begin with 0xA1 to 0xC6.
function looksBig5(bytes: Uint8Array): boolean {
  let [pairs, low, frequent] = [0, 0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
    if (lead < 0x81) continue
    at += 1
    pairs += 1
    if (trail >= 0x40 && trail < 0x7f) low += 1
    if (lead >= 0xa1 && lead <= 0xc6) frequent += 1
  }
  return low * 8 >= pairs && frequent * 10 >= pairs * 7
}

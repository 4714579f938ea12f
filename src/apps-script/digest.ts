import { sha256 } from '@noble/hashes/sha2'

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

// Neither Apps Script nor the local runtime has a TextEncoder.
const utf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 4)
  let n = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes[n++] = code
    else {
      if (code < 0x800) bytes[n++] = 0xc0 | (code >> 6)
      else {
        if (code < 0x10000) bytes[n++] = 0xe0 | (code >> 12)
        else {
          bytes[n++] = 0xf0 | (code >> 18)
          bytes[n++] = 0x80 | ((code >> 12) & 0x3f)
        }
        bytes[n++] = 0x80 | ((code >> 6) & 0x3f)
      }
      bytes[n++] = 0x80 | (code & 0x3f)
    }
  }
  return bytes.subarray(0, n)
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export const digest = (text: string): string => hex(sha256(utf8(text)))

// The cheap look: anything but what is a character for sure; pairs are looked at once more.
const WORTH_A_LOOK = /[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/
const NO_TEXT = /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/**
 * A text without what no cell, file or letter holds for sure: control characters, half pairs and
 * code points that are no characters. What is known of a cell is what comes back from it.
 */
export const plainText = (text: string): string =>
  WORTH_A_LOOK.test(text) ? text.replace(NO_TEXT, '') : text

/** The first characters of a text, at most so many units, and never half a character. */
export const startOf = (text: string, length: number): string => {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}

/** A text in pieces of at most so many units, none ending within a character; '' is one piece. */
export const piecesOf = (text: string, length: number): string[] => {
  if (text.length <= length) return [text]
  const pieces: string[] = []
  for (let rest = text; rest !== ''; rest = rest.slice(pieces[pieces.length - 1]?.length)) {
    pieces.push(startOf(rest, length))
  }
  return pieces
}

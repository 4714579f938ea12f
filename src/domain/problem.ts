/** What could not be understood, in words for the person who typed it. */
export type Problem = { problem: string }

/** True when a reading ended in a problem. */
export function isProblem(reading: object): reading is Problem {
  return 'problem' in reading && typeof reading.problem === 'string'
}

/** What was typed, quoted for a sentence and cut after 20 characters. */
export function quote(typed: string): string {
  const text = typed.trim()
  return `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`
}

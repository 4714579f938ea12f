/** A text of the database is not what was written there. */
export class DamagedText extends Error {
  /** SQLite's code for a damaged database. */
  readonly rawCode = 11
}

/** Reads a text as it was written into the database. @throws DamagedText */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DamagedText('not JSON', { cause: error })
  }
}

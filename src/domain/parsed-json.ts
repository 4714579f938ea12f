/** What a text of the ledger says; undefined where it cannot be read (cut, damaged). */
export const parsedJson = <T>(json: string): T | undefined => {
  try {
    const value = JSON.parse(json) as T | null
    return value ?? undefined
  } catch {
    return undefined
  }
}

/** The cells a line of the ledger tells of; undefined where they cannot be read. */
export const parsedCells = (value: unknown): Record<string, string> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, string>)
    : undefined

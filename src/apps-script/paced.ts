/** Calls Google no more often than it allows. */
export type Paced = <T>(call: () => T) => T

/** The Sheets API takes 60 reads a minute of one account (its page on usage limits), whatever the run. */
const gap = 1100

/** Keeps calls of the Sheets API apart, so that not even a run right after another is refused. */
export const pacedBy = (sleep: (ms: number) => void, now: () => number): Paced => {
  let last = Number.NEGATIVE_INFINITY
  return (call) => {
    const wait = last + gap - now()
    if (wait > 0) sleep(wait)
    last = now()
    return call()
  }
}

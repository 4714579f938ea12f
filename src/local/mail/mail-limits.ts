/** How long (real ms) the post waits for a mail server. */
export type MailLimits = {
  /** For one letter, from the connection to the last answer. */
  letter: number
  /** How long nothing is tried with a server that did not answer. */
  rest: number
  /** For all letters of one run together: what is left waits for the next. */
  run: number
}

/** A run may take 180 seconds of real time; a scanner of letters may take half a minute for one. */
export const mailLimits: MailLimits = { letter: 45_000, rest: 300_000, run: 60_000 }

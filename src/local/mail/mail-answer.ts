import type { MailWords } from '../../apps-script/surface'

const mailWords: MailWords = {
  later: 'Mail not taken for now: ',
  server: 'Mail server not available: ',
  never: 'Mail refused: ',
  unknown: 'Mail unanswered: ',
}

/** What became of one letter at a mail server; `hung`: the server did not answer in time. */
export type MailOutcome =
  | { taken: true }
  | { taken: false; how: keyof MailWords; reason: string; hung?: true }

/** The outcome of the letter with this number, and of no other. */
export type MailAnswer = { id: number; outcome: MailOutcome }

/** An outcome as MailApp says it. */
export function sayOutcome({ how, reason }: Exclude<MailOutcome, { taken: true }>): string {
  return `${mailWords[how]}${reason}`
}

/** What a server that did not answer in time means for a letter. */
export function unanswered(begun: boolean): MailOutcome {
  return {
    taken: false,
    how: begun ? 'unknown' : 'server',
    reason: 'ETIMEDOUT',
    hung: true,
  }
}

/** What a tick did, in numbers. */
export type TickReport = {
  outcome: 'idle' | 'done' | 'busy' | 'refused'
  read: number
  unread: { desk: string; reason: string }[]
  events: number
  sent: number
  withdrawn: number
  waiting: number
  /** Letters given up or refused in this run. */
  failed: number
  /** Letters of which nobody knows whether they arrived. */
  doubtful: number
  /** What was answered to the last letter that was not taken, in words. */
  answer?: string
  unfinished: boolean
  note?: string
}

/** The report of a run that had nothing to do or may not act. */
export const quietReport = (outcome: TickReport['outcome'], note?: string): TickReport => ({
  outcome,
  read: 0,
  unread: [],
  events: 0,
  sent: 0,
  withdrawn: 0,
  waiting: 0,
  failed: 0,
  doubtful: 0,
  unfinished: false,
  ...(note ? { note } : {}),
})

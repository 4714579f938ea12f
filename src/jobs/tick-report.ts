/** What a tick did, in numbers. */
export type TickReport = {
  outcome: 'idle' | 'done' | 'busy' | 'refused'
  read: number
  unread: { desk: string; reason: string }[]
  events: number
  sent: number
  withdrawn: number
  waiting: number
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
  unfinished: false,
  ...(note ? { note } : {}),
})

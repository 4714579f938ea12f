import { faultKind } from './platform-error'

/** Calls what may be called twice once more, where only the moment was bad. */
export type Patience = <T>(call: () => T) => T

/** Asks for what a run can do without: where it fails, that is only noted. */
export type Hinted = <T>(what: string, call: () => T) => T | undefined

/** Pauses before the second, third and fourth call; Google's own advice where it is too many calls. */
const pauses: Partial<Record<string, readonly number[]>> = {
  transient: [500, 1000, 2000],
  rate: [1000, 4000],
}

/** What a run may spend on pauses in all: where Google is down for long, the next run goes on. */
const most = 40_000

/** Patience with growing pauses; no two runs wait for equally long. */
export const patienceOf = (sleep: (ms: number) => void, now: () => number): Patience => {
  let spent = 0
  return (call) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return call()
      } catch (failure) {
        const pause = pauses[faultKind(failure)]?.[attempt]
        if (pause === undefined || spent + pause > most) throw failure
        const wait = pause + (now() % 250)
        spent += wait
        sleep(wait)
      }
    }
  }
}

/**
 * What became of handing a letter over. `later` and `never` were surely not taken; of `unknown`
 * nobody can say, so that it is never sent again by itself.
 */
export type Delivery =
  | { outcome: 'sent' }
  /** Not tried: there is no room now (`quota`: none today). Nothing counts against the letter. */
  | { outcome: 'wait'; reason: string; quota: boolean }
  /** Not taken for now; `server`: nor would any other letter be. */
  | { outcome: 'later'; reason: string; server: boolean }
  | { outcome: 'never'; reason: string }
  | { outcome: 'unknown'; reason: string }

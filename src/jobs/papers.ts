import type { Paper, PaperOffer } from '../domain/paper'
import type { Digest, Ports } from '../ports'
import { chasePapers } from './chase-papers'
import { noticePapers } from './notice-papers'
import { lookAt } from './open-run'
import type { Registry } from './registry'
import type { Run } from './run'
import { taskPapers } from './task-papers'
import { weekPapers } from './week-papers'

/** A paper by its key; without one, what can be printed is listed. */
export type PaperAsked = { key?: string }

/** A paper that can be printed, and how it is made. */
export type PaperMaker = { offer: PaperOffer; make: () => Omit<Paper, 'key' | 'name' | 'format'> }

const paperMakers = (run: Run): PaperMaker[] => [
  ...weekPapers(run),
  ...noticePapers(run),
  ...chasePapers(run),
  ...taskPapers(run),
]

/** What is answered when papers are asked for: all that can be printed, and the one meant. */
export type Papers = { offers: PaperOffer[]; paper?: Paper }

/** The papers of a district as a run finds it. */
export const papersOfRun = (run: Run, key?: string): Papers => {
  const makers = paperMakers(run)
  const offers = makers.map(({ offer }) => offer)
  const found = makers.find(({ offer }) => offer.key === key)
  if (!found) return { offers }
  const { key: own, name, format } = found.offer
  return { offers, paper: { key: own, name, format, ...found.make() } }
}

/** What can be printed now, or one paper of it. Read-only. */
export const papers = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  { key }: PaperAsked,
): Papers => papersOfRun(lookAt(ports, registry, digest, ports.clock.now()), key)

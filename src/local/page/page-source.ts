import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { actingRuns } from '../acting-runs'
import type { InboxMail, Run, Workspace } from '../contract'
import { type Description, describeWorkspace } from '../description'
import { messageOf } from '../message-of'
import { type PaperOffer, readPapers } from '../papers/paper'

/** What the page reads of a workspace; repeated questions of an unchanged one cost nothing. */
export type PageSource = {
  workspace: Workspace
  describe(): Promise<Description | undefined>
  /** The papers that can be printed now; none where the bundle cannot tell. */
  papers(): Promise<PaperOffer[]>
  /** Newest first. */
  inbox(): Promise<InboxMail[]>
  /** The file as it arrived, or undefined when no such letter exists. */
  rawMail(file: string): Promise<Buffer | undefined>
  /** Runs that did something, newest first; questions of the page itself are left out. */
  runs(limit: number): Run[]
}

/** Reads a workspace for the page. */
export function pageSource(workspace: Workspace): PageSource {
  let last: Description | undefined
  const soon = soonOr(() => last)
  const described = remember(
    () => describeKey(workspace),
    async () => {
      last = await tryDescribe(workspace)
      return last
    },
  )
  const inbox = remember(
    async () => String((await mailFiles(workspace.dir)).length),
    async () => (await workspace.inbox()).toSorted(newestFirst),
  )
  return {
    workspace,
    describe: () => soon(described()),
    papers: remember(
      () => describeKey(workspace),
      () => tryOffers(workspace),
    ),
    inbox,
    async rawMail(file) {
      const known = (await mailFiles(workspace.dir)).includes(file)
      return known ? readFile(join(workspace.dir, 'inbox', file)) : undefined
    },
    runs: (limit) => actingRuns(workspace.store, limit),
  }
}

/** Keeps the last answer for as long as the key stays the same. */
function remember<T>(key: () => string | Promise<string>, ask: () => Promise<T>) {
  let kept: { key: string; answer: Promise<T> } | undefined
  return async () => {
    const now = await key()
    if (kept?.key !== now) kept = { key: now, answer: ask() }
    return kept.answer
  }
}

function describeKey(workspace: Workspace): string {
  const counters = workspace.store.books().map((book) => `${book.id}:${book.counter}`)
  return [Math.floor(workspace.now() / 60_000), ...counters].join(' ')
}

/** A bundle that cannot answer leaves the rest of the page readable. */
async function tryDescribe(workspace: Workspace): Promise<Description | undefined> {
  try {
    return await describeWorkspace(workspace)
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    return undefined
  }
}

/** A tab without its links to print is still a tab. */
async function tryOffers(workspace: Workspace): Promise<PaperOffer[]> {
  try {
    return (await readPapers(workspace)).offers
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    return []
  }
}

async function mailFiles(dir: string): Promise<string[]> {
  const files = await readdir(join(dir, 'inbox')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return files.filter((file) => file.endsWith('.eml'))
}

function newestFirst(a: InboxMail, b: InboxMail): number {
  return a.file < b.file ? 1 : -1
}

/** While a long tick runs, the page shows what was said before instead of waiting for it. */
function soonOr<T>(before: () => T) {
  return async (asked: Promise<T>): Promise<T> => {
    const patience = new AbortController()
    const patienceMs = before() === undefined ? 5000 : 500
    const waited = setTimeout(patienceMs, undefined, { signal: patience.signal }).then(
      before,
      before,
    )
    const answer = await Promise.race([asked, waited])
    patience.abort()
    return answer
  }
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleFacts } from '../../src/local/sample-people'
import { openStore } from '../../src/local/store'
import {
  begun,
  carriedOut,
  diceOf,
  doubled,
  killedAfter,
  rowFile,
  standingAt,
} from './killed-processes'

/** How many processes of each kind are killed; a command of its own asks for many. */
const kills = Number(process.env.LIANXI_KILLS ?? '1')
const seed = Number(process.env.LIANXI_SEED ?? '20241118')

const cwd = mkdtempSync(join(tmpdir(), 'lianxi-kills-'))
const dir = join(cwd, 'ws')
const roll = diceOf(seed)
const kinds = ['play', 'tick', 'fill', 'serve'] as const
const counts = new Map(kinds.map((kind) => [kind, { kind, killed: 0, ended: 0, acknowledged: 0 }]))
const acknowledged: string[] = []
const typed: string[] = []
/** How long each kind lives at most before it is killed: about as long as it takes by itself. */
const patience = { play: 2500, tick: 1800, fill: 1500, serve: 1500 }
/** The moment up to which everything has been played. */
let played = Date.parse('2024-11-14T08:00:00+08:00')

const say = (moment: number) =>
  new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const atWorkspace = ['--in', 'ws']
const desk = ['--desk', '区委办', '--register', '周计划填报', ...atWorkspace]

/** A command under way, and what it typed if it is answered with success. */
async function start(kind: (typeof kinds)[number], nth: number) {
  if (kind === 'play') {
    played += 4 * 3_600_000
    return { ...begun(cwd, ['play', '--until', say(played), ...atWorkspace]) }
  }
  if (kind === 'tick') return { ...begun(cwd, ['tick', ...atWorkspace]) }
  const what = `试填${kind}${nth}`
  typed.push(what)
  const filling = ['fill', rowFile(cwd, what), ...desk]
  if (kind === 'fill') return { ...begun(cwd, filling), what }
  const served = begun(cwd, ['serve', '--port', '43420', '--json', ...atWorkspace])
  await Promise.race([
    new Promise((ready) => served.child.stdout.once('data', ready)),
    served.ended,
  ])
  const through = begun(cwd, filling)
  void through.ended.then((code) => code === 0 && acknowledged.push(what))
  return { ...served, through: through.ended }
}

beforeAll(() => {
  mkdirSync(cwd, { recursive: true })
  carriedOut(cwd, ['new', 'ws', '--at', say(played)])
  const store = openStore(dir)
  for (const [name, value] of Object.entries(sampleFacts('2024-11-18'))) store.setFact(name, value)
  store.close()
})

afterAll(() => {
  console.table([...counts.values()])
  console.log(`seed ${seed}`)
  rmSync(cwd, { recursive: true, force: true })
})

it(`processes killed at any moment lose nothing acknowledged and double nothing (${kills} of each, seed ${seed})`, async () => {
  for (let nth = 0; nth < kills; nth += 1) {
    for (const kind of kinds) {
      const { child, ended, err, ...more } = await start(kind, nth)
      const begin = Date.now()
      const isKilled = await killedAfter(child, Math.round(roll() * patience[kind]))
      patience[kind] = isKilled
        ? Math.min(patience[kind] * 1.2, 10_000)
        : (Date.now() - begin) * 1.1
      const code = await ended
      if (!isKilled) expect(code, `${kind} ${nth}: ${err()}`).toBe(0)
      if ('what' in more && code === 0) acknowledged.push(more.what)
      if ('through' in more) await more.through
      const count = counts.get(kind)
      if (count) count[isKilled ? 'killed' : 'ended'] += 1
      const { faults, texts, letters } = await standingAt(dir)
      const where = `${kind} ${nth}`
      expect(faults, where).toEqual([])
      for (const what of acknowledged) expect(texts, `${where} ${what}`).toContain(what)
      expect(doubled(texts.filter((text) => typed.includes(text))), where).toEqual([])
      expect(doubled(letters), where).toEqual([])
    }
  }
  for (const kind of ['fill', 'serve'] as const) {
    const count = counts.get(kind)
    if (count) count.acknowledged = acknowledged.filter((one) => one.includes(kind)).length
  }
  // Nothing is in the way of going on, and the people of the sample have typed each thing once.
  const tick = carriedOut(cwd, ['tick', ...atWorkspace])
  expect(tick).toMatchObject({ code: 0, err: '' })
  expect(carriedOut(cwd, ['play', '--until', say(played + 3_600_000), ...atWorkspace]).code).toBe(0)
  expect(carriedOut(cwd, ['check', ...atWorkspace])).toMatchObject({ code: 0 })
  const { log, letters } = await standingAt(dir)
  expect(doubled(log.filter((line) => !line.includes('试填')))).toEqual([])
  expect(doubled(letters)).toEqual([])
}, 3_600_000)

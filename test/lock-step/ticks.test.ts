import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { LocalStore } from '../../src/local/store'
import { type Puppet, puppetOf } from '../fakes/lock-step'
import { beforeTheTick, eventNumbers, shownIn, within } from './tick-scene'

/** More are drawn when asked for. */
const samples = Number(process.env.LIANXI_SAMPLES ?? 200)

const code = readFileSync(fileURLToPath(new URL('../../dist/Code.js', import.meta.url)), 'utf8')
const puppets: [Puppet, Puppet] = [puppetOf(code), puppetOf(code)]
afterAll(() => Promise.all(puppets.map((each) => each.close())))

const diceOf = (seed: number) => {
  let state = seed * 2_654_435_761 + 1
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 8) / 2 ** 24
  }
}

let from = ''
let alone: { letters: string[]; shown: Record<string, string[][]>; properties: string[] }

const finish = async (puppet: Puppet): Promise<void> => {
  while (puppet.at !== undefined) await puppet.step()
}

/** Steps until a call is about to be made; before each step something may be noted. */
const stepTo = async (
  puppet: Puppet,
  call: string,
  note: (call: string) => void = () => undefined,
): Promise<void> => {
  while (puppet.at !== undefined && puppet.at !== call) {
    note(puppet.at)
    await puppet.step()
  }
}

type Answer = { outcome?: string; sent?: number }

const answerOf = ({ result }: Puppet): Answer =>
  typeof result === 'string' ? (JSON.parse(result) as Answer) : {}

const outcomes = (): string[] =>
  puppets.map((each) => answerOf(each).outcome ?? '').sort((a, b) => (a < b ? -1 : 1))

/** What one tick alone does, from a district that is made once. */
const prepare = async (): Promise<void> => {
  if (from !== '') return
  const district = await beforeTheTick()
  from = mkdtempSync(join(tmpdir(), 'lianxi-ticks-'))
  cpSync(district.dir, from, { recursive: true })
  await within(from, async ({ store, letters, run }) => {
    await puppets[0].start(run(), 'tick')
    await finish(puppets[0])
    expect(answerOf(puppets[0])).toMatchObject({ outcome: 'done', sent: 2 })
    const properties = Object.keys(store.properties())
    alone = { letters: [...letters], shown: shownIn(store), properties }
  })
}
afterAll(() => {
  rmSync(from, { recursive: true, force: true })
})

const nothingTwice = (store: LocalStore, letters: string[], where: string): void => {
  const numbers = eventNumbers(store)
  expect(numbers, where).toEqual(numbers.map((_, i) => i + 1))
  expect(new Set(letters).size, where).toBe(letters.length)
  expect(Object.keys(store.properties()), where).toEqual(expect.arrayContaining(alone.properties))
}

describe('two ticks at once', () => {
  test(`in ${samples} orders of their calls: one works, the other finds it busy`, async () => {
    await prepare()
    let both = 0
    for (let seed = 1; seed <= samples; seed += 1) {
      const dice = diceOf(seed)
      const stays = dice()
      await within(from, async ({ store, letters, run }) => {
        await Promise.all(puppets.map((each) => each.start(run(), 'tick')))
        let who = dice() < 0.5 ? 0 : 1
        while (puppets.every((each) => each.at !== undefined)) {
          if (dice() > stays) who = 1 - who
          await puppets[who]?.step()
        }
        for (const each of puppets) await finish(each)
        const where = `seed ${seed}: ${JSON.stringify(puppets.map((each) => each.error ?? each.result))}`
        const sorted = outcomes()
        expect(
          [
            ['busy', 'done'],
            ['done', 'done'],
          ],
          where,
        ).toContainEqual(sorted)
        if (sorted[0] === 'busy') both += 1
        nothingTwice(store, letters, where)
        expect(letters, where).toEqual(alone.letters)
        if (sorted[0] === 'busy') expect(shownIn(store), where).toEqual(alone.shown)
      })
    }
    expect(both).toBeGreaterThan(samples / 2)
  }, 120_000)

  test('a tick whose host stood still past its lease sends and writes nothing more', async () => {
    await prepare()
    for (let seed = 1; seed <= samples / 5; seed += 1) {
      const dice = diceOf(seed)
      const call = Math.floor(dice() * 260)
      await within(from, async ({ store, letters, run }) => {
        const pause = 7 * 60_000
        const [slow, next] = puppets
        const held = run({ pausedAt: { call: 0, ms: 0 } })
        await slow.start(held, 'tick')
        // A call that hangs by itself has its effect when it comes back: none can call it off.
        const isMidway = () => held.isPending || /setValues|appendRow|insert/.test(slow.at ?? '')
        for (let n = 0; slow.at !== undefined && (n < call || isMidway()); n += 1) await slow.step()
        if (slow.at === undefined) return
        const where = `seed ${seed}, stood still at ${slow.at}`
        const sent = letters.length + (slow.at === 'MailApp.sendEmail' ? 1 : 0)
        const hadLock = /releaseLock|Properties/.test(slow.at)
        held.faults.pausedAt = { call: held.calls, ms: pause }
        await next.start(run({}, pause), 'tick')
        if (dice() < 0.5) await finish(next)
        else for (let n = dice() * 60; n > 0 && next.at !== undefined; n -= 1) await next.step()
        const before = letters.length
        await finish(slow)
        expect(letters.length - before, where).toBeLessThanOrEqual(sent > before ? 1 : 0)
        await finish(next)
        // Where it stood still with the lock in its hand, the next has to come again.
        const wanted = hadLock ? /done|busy/ : /done/
        expect(answerOf(next).outcome, `${where} ${next.error ?? ''}`).toMatch(wanted)
        nothingTwice(store, letters, where)
      })
    }
  }, 120_000)

  test('one that stood still over how many letters may go has nothing left that would be written later', async () => {
    await prepare()
    await within(from, async ({ store, letters, run }) => {
      const pause = 7 * 60_000
      const [slow, next] = puppets
      const held = run({ pausedAt: { call: 0, ms: 0 } })
      await slow.start(held, 'tick')
      await stepTo(slow, 'MailApp.getRemainingDailyQuota')
      expect(slow.at).toBe('MailApp.getRemainingDailyQuota')
      // Google writes what is pending when a run ends, however it ends.
      expect(held.isPending).toBe(false)
      held.faults.pausedAt = { call: held.calls, ms: pause }
      await next.start(run({}, pause), 'tick')
      await finish(next)
      const shown = shownIn(store)
      await finish(slow)
      expect([answerOf(next).outcome, answerOf(slow).outcome]).toEqual(['done', 'busy'])
      expect(shownIn(store)).toEqual(shown)
      expect(letters).toEqual(alone.letters)
      nothingTwice(store, letters, 'quota')
    })
  }, 60_000)

  test('opens no workbook between what closes a run and the flush that applies it', async () => {
    await prepare()
    await within(from, async ({ run }) => {
      const [tick] = puppets
      const held = run()
      await tick.start(held, 'tick')
      await stepTo(tick, 'MailApp.getRemainingDailyQuota')
      const waiting: string[] = []
      await stepTo(tick, 'MailApp.sendEmail', (call) => {
        if (held.isPending) waiting.push(call)
      })
      expect(waiting.length).toBeGreaterThan(0)
      expect(waiting.filter((call) => /open|Drive|Sheets\./.test(call))).toEqual([])
      await finish(tick)
    })
  }, 60_000)
})

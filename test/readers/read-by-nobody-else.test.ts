import fc from 'fast-check'
import { expect, it } from 'vitest'
import { playDistrict } from './played-district'
import { drawnDistrict } from './random-district'
import { leaks, readElsewhere } from './what-is-said'

const seed = Number(process.env.READERS_SEED ?? '20241115')
const count = Number(process.env.READERS_COUNT ?? '30')

let readable = 0

it.each(
  fc.sample(drawnDistrict, { seed, numRuns: count }).map((drawn, n) => [n + 1, drawn] as const),
)(`no text is read by anybody it is not for: seed ${seed}, district %i`, async (_, drawn) => {
  const found: string[] = []
  let checked = 0
  await playDistrict(drawn, async (played) => {
    checked += 1
    found.push(...(await leaks(played, checked === 3)).map((leak) => `${checked}: ${leak}`))
    readable += readElsewhere(played)
  })
  expect(found, found.length > 0 ? JSON.stringify({ found, drawn }) : '').toEqual([])
})

it('what is open is read by the other offices', () => {
  expect(readable).toBeGreaterThan(count)
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeText } from '../../src/domain/secrecy'

type Listed = [level: string, phrase: string]

/** A table of phrases: each stands under the level it is to be judged by. */
const listed = (name: string): Listed[] => {
  const text = readFileSync(new URL(`phrases/${name}.txt`, import.meta.url), 'utf8')
  const phrases: Listed[] = []
  let level = ''
  for (const line of text.split('\n').slice(1)) {
    if (line.startsWith('## ')) level = line.slice(3)
    else if (line !== '') phrases.push([level, line])
  }
  return phrases
}

/** Phrases judged otherwise than they are listed, and how many of each kind there are. */
const figures = (name: string) => {
  const all = listed(name)
  const wrong = all.filter(([level, phrase]) => judgeText(phrase).level !== level)
  const allowed = all.filter(([level]) => level === 'allow')
  return {
    all: all.length,
    kept: all.length - allowed.length,
    missed: wrong.filter(([level]) => level !== 'allow'),
    allowed: allowed.length,
    alarms: wrong.filter(([level]) => level === 'allow'),
  }
}

describe('the phrases of the guard', () => {
  test('those it was made with are all judged as they are listed', () => {
    const { all, missed, alarms } = figures('known')
    expect(all).toBeGreaterThanOrEqual(250)
    expect({ missed, alarms }).toEqual({ missed: [], alarms: [] })
  })

  test('of those written afterwards nine in ten are caught, and three in a hundred are false alarms at most', () => {
    const { kept, missed, allowed, alarms } = figures('fresh')
    const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`
    const said = `caught ${kept - missed.length} of ${kept} (${share(kept - missed.length, kept)}), false alarms ${alarms.length} of ${allowed} (${share(alarms.length, allowed)})`
    process.stdout.write(`phrases of the guard written afterwards: ${said}\n`)
    expect((kept - missed.length) / kept, said).toBeGreaterThanOrEqual(0.9)
    expect(alarms.length / allowed, said).toBeLessThanOrEqual(0.03)
  })
})

import { describe, expect, test } from 'vitest'
import { tick } from '../../src/jobs/tick'
import { house, registers } from '../../src/registers'
import { memoryDistrict } from '../fakes/memory-district'
import { paperDigest, when } from '../fakes/paper-district'

const registry = { all: registers, house }

/** What each fact of the script does to a run when it says something that nobody wrote there. */
const facts: Record<string, 'goes on' | RegExp> = {
  ...{ blank: 'goes on', quiet: 'goes on', seen: 'goes on', nextDue: 'goes on', lease: 'goes on' },
  ...{ hints: 'goes on', exactMarks: 'goes on', standby: 'goes on' },
  // As the version before left them.
  ...{ covered: 'goes on', marks: 'goes on', behind: 'goes on' },
  // Where it is not known whose district this is, or what happened, nothing is done.
  control: /这是副本，不能运行/,
  role: /不是运行账号/,
  setUp: /建账还没有做完/,
  'ledger.2024': /打不开工作簿/,
  dashboard: 'goes on',
}

const damages = ['', '{"', 'NaN', 'null', '[1,{}]', '{"a":1}', '99999999999999 x', '坏\ud800']

/** A district of some days, with a mail that is due next. */
const atWork = () => {
  const district = memoryDistrict(registry, '2024-11-14 14:00')
  district.tick('2024-11-14 14:10')
  return district
}

/** What the runs left; what they have no part in may stay as it was. */
const left = ({ world }: ReturnType<typeof atWork>): string[] =>
  ['quiet', 'seen', 'nextDue', 'lease', 'hints', 'blank'].map((name) => world.facts[name] ?? '')

const outcomeOf = (district: ReturnType<typeof atWork>, at: string, force: boolean): string => {
  district.world.at(when(at))
  try {
    const report = tick(district.world.ports, registry, paperDigest, force)
    return `${report.outcome} ${report.note ?? ''}`
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure)
  }
}

describe('a damaged fact of the script', () => {
  test('every fact that a run leaves is in the table', () => {
    const { world } = atWork()
    expect(Object.keys(facts)).toEqual(expect.arrayContaining(Object.keys(world.facts)))
  })

  test.each(Object.entries(facts))('%s: %s', (name, expected) => {
    for (const text of damages) {
      for (const force of [false, true]) {
        const district = atWork()
        district.world.facts[name] = text
        const where = `${name} = ${JSON.stringify(text)}`
        const first = outcomeOf(district, '2024-11-14 15:00', force)
        if (expected !== 'goes on') expect(first, where).toMatch(expected)
        else {
          expect(first, where).toMatch(/^(done|idle)/)
          // What was due at 15:00 has gone, once, and the next run is an ordinary one.
          const sent = district.world.letters.length
          expect(outcomeOf(district, '2024-11-14 15:10', true), where).toMatch(/^done/)
          expect(district.world.letters.length, where).toBe(sent)
          expect(sent, where).toBeGreaterThan(0)
          const ledger = district.world.tables.shown(
            district.world.facts['ledger.2024'] ?? '',
            '事件',
          )
          expect(JSON.stringify([ledger, left(district)]), where).not.toMatch(/NaN|null/)
        }
      }
    }
  })
})

import { expect, it } from 'vitest'
import { describeWorkspace } from '../../src/local/description'
import { makeDistrict, nothingPlanned } from './small-district'

it('killed at any call of its first run, a district still knows its desks, and one can type there', async () => {
  const whole = await (await makeDistrict('2024-11-14 08:00')).tick('2024-11-14 08:10')
  const calls = whole.trace.length
  const places = Array.from({ length: 12 }, (_, i) => Math.floor((calls * (i + 1)) / 13))
  for (const killAt of places) {
    const district = await makeDistrict('2024-11-14 08:00')
    const killed = await district.tick('2024-11-14 08:10', { killAt })
    expect(killed.outcome, String(killAt)).toBe('killed')
    const { books } = await describeWorkspace(district.workspace)
    expect(books.filter(({ kind }) => kind === 'desk').length, String(killAt)).toBe(6)
    const line = nothingPlanned('2024-11-18', '江岳')
    await district.type('区委办', '周计划填报', [line], '2024-11-14 08:20')
    expect((await district.tick('2024-11-14 08:20')).outcome).toBe('done')
    expect(district.page('区委办', '周计划填报')).toHaveLength(1)
  }
}, 120_000)

import { describe, expect, it } from 'vitest'
import type { LetterCount } from '../../src/local/cli/mail-counts'
import { openWorkspace } from '../../src/local/open-workspace'
import { messages } from '../counters/count-letters'
import { testShell } from '../local/cli/test-shell'
import { makeDistrict } from './small-district'

/** What `lianxi mail --by …` prints in a workspace, run by the real bundle. */
const counted = async (dir: string, ...argv: string[]) => {
  const box = testShell()
  const lines: string[] = []
  const errors: string[] = []
  const shell = {
    ...box.shell,
    out: (line: string) => lines.push(line),
    err: (line: string) => errors.push(line),
    open: (at: string) => openWorkspace(at, { inProcess: true, isReading: true }),
  }
  const code = await box.shell.run(['mail', ...argv, '--in', dir], shell)
  box.remove()
  return { code, out: lines.join('\n'), err: errors.join('\n') }
}

const countsBy = async (dir: string, by: string): Promise<LetterCount[]> =>
  JSON.parse((await counted(dir, '--by', by, '--json')).out) as LetterCount[]

const sum = (counts: LetterCount[]): number => counts.reduce((all, { letters }) => all + letters, 0)

describe('lianxi mail --by', () => {
  it('counts every letter that lies in the inbox, by kind in words, by person and by day', async () => {
    const district = await makeDistrict('2024-11-11 09:00')
    await district.playTo('2024-11-19 09:00')
    const inbox = await district.letters()
    expect(inbox.length).toBeGreaterThan(10)
    const [kinds, people, days] = await Promise.all(
      ['kind', 'person', 'day'].map((by) => countsBy(district.dir, by)),
    )
    for (const counts of [kinds, people, days]) {
      expect(sum(counts ?? [])).toBe(messages(district.dir))
    }
    expect(kinds?.map(({ of }) => of)).toEqual(expect.arrayContaining(['报送提醒', '今日提醒']))
    for (const { of } of kinds ?? []) expect(of).toMatch(/^\p{Script=Han}+$/u)
    const addresses = new Map<string, number>()
    for (const { to } of inbox) addresses.set(to, (addresses.get(to) ?? 0) + 1)
    expect(people?.map(({ letters }) => letters)).toEqual(
      [...addresses.values()].sort((a, b) => b - a),
    )
    expect(days?.map(({ of }) => of)).toEqual([...new Set(days?.map(({ of }) => of))].sort())
    expect(people?.every(({ office }) => (office ?? '') !== '')).toBe(true)

    const shown = await counted(district.dir, '--by', 'kind')
    expect(shown.code).toBe(0)
    expect(shown.out).toMatch(/事由 +封数 +收件人数 +一人一天最多/)
    expect(shown.out).toContain(`共发出${inbox.length}封。`)
  })

  it('says in one sentence what can be asked, and that nothing went out where nothing did', async () => {
    const district = await makeDistrict('2024-11-11 09:00')
    const wrong = await counted(district.dir, '--by', 'office')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toMatch(/^--by：给的是“office”，应为 kind.*。$/)
    expect((await counted(district.dir, '--by', 'day')).out).toBe('还没有发出过信。')
  })
})

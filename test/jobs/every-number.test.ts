import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe as describeDistrict } from '../../src/jobs/describe'
import { explain } from '../../src/jobs/explain'
import { desks, leadersOf, nothingPlanned } from '../acceptance/small-district'
import { type Figures, FilingCounter } from '../counters/count-filings'
import { filedDistrict, filedWeek } from '../fakes/filed-district'
import type { MemoryDistrict } from '../fakes/memory-district'
import { paperDigest, when } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

const registry = registryWith()

const ticks = [
  '14 09:10',
  '14 16:00',
  '15 11:50',
  '15 12:00',
  '15 14:00',
  '15 17:00',
  '16 10:00',
  '18 00:00',
  '18 09:00',
  '19 09:00',
]

/** Something people do between two runs. */
type Deed = { what: 'file' | 'take back' | 'say' | 'send back' | 'approve'; desk: string }

const deed = fc.record<Deed>({
  what: fc.constantFrom('file', 'file', 'file', 'take back', 'say', 'send back', 'approve'),
  desk: fc.constantFrom(...desks),
})

const sequence = fc.record({
  deeds: fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), {
    minLength: ticks.length,
    maxLength: ticks.length,
  }),
  moves: fc.integer({ min: 0, max: ticks.length - 1 }),
  joins: fc.integer({ min: 0, max: ticks.length - 1 }),
})

const say = (counts: Figures | Record<string, string | undefined>): string =>
  (['应报', '按时', '补报', '未报'] as const).map((kind) => `${kind}${counts[kind]}`).join(' ')

/** The figures of the week wherever a page or an answer gives them. */
const everywhere = (district: MemoryDistrict): Record<string, string> => {
  const page = (tab: string) => district.page('总览', tab)
  const data = new Map(page('数据').map((row) => [row['指标'] ?? '', row['数值'] ?? '']))
  const trend = page('走势').find((row) => row['周次（周一）'] === '11月18日') ?? {}
  const status = district
    .page('总台账', '报送情况')
    .filter((row) => row['周次'] === filedWeek && row['状态'] !== '不需报送')
  const filed = status.filter((row) => row['状态']?.startsWith('已报'))
  const late = filed.filter((row) => row['补报']).length
  const asked = (name: string): string => {
    const { sentences } = explain(district.world.ports, registry, paperDigest, {
      what: `周计划${name}`,
    })
    return /：(\d+)；/.exec(sentences[0] ?? '')?.[1] ?? ''
  }
  const described = describeDistrict(district.world.ports, registry, paperDigest, {}).weeks.find(
    ({ monday }) => monday === filedWeek,
  )
  const kinds = ['应报', '按时', '补报', '未报']
  const { sentences: week } = explain(district.world.ports, registry, paperDigest, {
    what: filedWeek,
  })
  const offices = week.filter((each) => /（(?:已报|未报|草稿|退回补正)）：/.test(each))
  const inNow = offices.filter((each) => each.includes('（已报）：'))
  const lateNow = inNow.filter((each) => !each.endsWith('逾时0分钟')).length
  return {
    'explain of the week': say({
      应报: offices.length,
      按时: inNow.length - lateNow,
      补报: lateNow,
      未报: offices.length - inNow.length,
    }),
    总览: say(Object.fromEntries(kinds.map((kind) => [kind, data.get(`周计划${kind}`)]))),
    走势: say(trend),
    报送情况: say({
      应报: status.length,
      按时: filed.length - late,
      补报: late,
      未报: status.length - filed.length,
    }),
    explain: say(Object.fromEntries(kinds.map((kind) => [kind, asked(kind)]))),
    describe: say({
      应报: described?.duties ?? 0,
      按时: (described?.filed ?? 0) - (described?.late ?? 0),
      补报: described?.late ?? 0,
      未报: described?.missing.length ?? 0,
    }),
  }
}

const cutoff = when('2024-11-15 12:00')
const closes = when('2024-11-18 00:00')

test('every page and answer gives the same figures of a week at every run, and they are right', () => {
  fc.assert(
    fc.property(sequence, ({ deeds, moves, joins }) => {
      const district = filedDistrict()
      const owed = new Map(desks.map((desk) => [desk, leadersOf(desk)]))
      const counter = new FilingCounter(owed, cutoff, closes)
      const attempts = new Map(desks.map((desk) => [desk, 1]))
      let issued = 0
      const given = (): number =>
        district.page('总台账', '审定').filter((row) => row['状态'] === '已印发').length
      for (const [i, moment] of ticks.entries()) {
        const at = when(`2024-11-${moment}`)
        const done = new Set<string>()
        for (const { what, desk } of deeds[i] ?? []) {
          const hand = { 周次: filedWeek, 次数: String(attempts.get(desk)) }
          // One deed a desk and run: what is undone before anybody read it was never done.
          if (done.has(desk)) continue
          done.add(desk)
          if (what === 'file') {
            for (const name of counter.file(desk))
              district.type(desk, '周计划填报', {}, nothingPlanned(filedWeek, name))
            district.type(desk, '报送', hand, { 报送: '是', 报送人: '值班员' })
          } else if (what === 'say' || what === 'take back') {
            counter.say(desk, what === 'say')
            district.type(desk, '报送', hand, { 报送: what === 'say' ? '是' : '' })
          } else if (what === 'send back' && counter.isComplete(desk)) {
            const row = district
              .page('总台账', '报送情况')
              .find((each) => each['单位'] === desk && each['周次'] === filedWeek)
            const found = { 编号: row?.['编号'] ?? '' }
            district.type('总台账', '报送情况', found, { 退回原因: `第${i}次` })
            if (at < closes) {
              counter.sendBack(desk)
              attempts.set(desk, (attempts.get(desk) ?? 1) + 1)
            }
          } else if (what === 'approve') {
            const waits = district.page('总台账', '审定').find((row) => row['状态'] === '待审定')
            const found = { 编号: waits?.['编号'] ?? '' }
            if (waits) district.type('总台账', '审定', found, { 审定: '同意', 审定人: '周衡' })
          }
        }
        if (i === moves) {
          counter.move('邓清棠', '区人大办', '区政协办')
          district.type('总台账', '领导', { 姓名: '邓清棠' }, { 服务单位: '区政协办' })
        }
        if (i === joins && at < closes) {
          counter.add('关子墨', '区法院')
          const leader = { 姓名: '关子墨', 职务: '副院长', 班子: '区人大', 服务单位: '区法院' }
          district.type('总台账', '领导', {}, leader)
        }
        district.tick(`2024-11-${moment}`)
        counter.tick(at, () => given() > issued)
        issued = given()
        if (at < cutoff) continue
        const right = say(counter.figures())
        for (const [where, said] of Object.entries(everywhere(district)))
          expect(`${moment} ${where} ${said}`).toBe(`${moment} ${where} ${right}`)
        const waiting = district.page('总台账', '审定').find((row) => row['状态'] === '待审定')
        if (waiting) {
          const absent = (waiting['未报单位'] ?? '').split('、').filter((each) => each !== '')
          expect(absent.length).toBe(counter.figures().未报)
        }
        const chased = new Set(
          district.page('总台账', '催报单').flatMap((row) => row['单位'] || []),
        )
        if (at < closes) expect(chased.size).toBe(counter.figures().未报)
      }
    }),
    { seed: 20241115, numRuns: 10 },
  )
}, 120_000)

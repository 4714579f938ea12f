import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../fakes/memory-district'
import { Play, type Step } from '../fakes/signed-play'
import type { Writer } from '../fakes/witness'

const cells: fc.Arbitrary<Row> = fc.oneof(
  fc.constantFrom('2024-11-19', '2024-11-20', '2024-11-21', '2024-11-22').map((日期) => ({ 日期 })),
  fc.constantFrom(
    { 开始: '9:00', 结束: '10:00' },
    { 开始: '10:00', 结束: '11:00' },
    { 开始: '15:00', 结束: '16:00' },
  ),
  fc.constantFrom('三楼', '五楼').map((地点) => ({ 地点 })),
  fc.constantFrom('调研', '座谈', '走访').map((活动内容) => ({ 活动内容 })),
)

const who = fc.constantFrom<Writer>(0, 1)
const tick = fc.constant<Step>({ do: 'tick' })
const change = fc.record({ do: fc.constant('change' as const), who, cells })

const before = fc.array(
  fc.oneof(
    { arbitrary: tick, weight: 4 },
    { arbitrary: change, weight: 2 },
    {
      arbitrary: fc.record({ do: fc.constantFrom('return' as const, 'file' as const), who }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        do: fc.constant('decide' as const),
        by: fc.constantFrom('周衡', '林堯安', '周衡（区法院）', ''),
        word: fc.constantFrom('同意', '同意', '退回'),
        ahead: fc.boolean(),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.constantFrom<Step>({ do: 'empty' }, { do: 'namesake' }, { do: 'rename' }),
      weight: 1,
    },
  ),
  { minLength: 4, maxLength: 9 },
)

const after = fc.array(
  fc.oneof(
    { arbitrary: tick, weight: 5 },
    { arbitrary: change, weight: 4 },
    { arbitrary: fc.record({ do: fc.constant('reason' as const), who }), weight: 2 },
    { arbitrary: fc.record({ do: fc.constant('cancel' as const), who }), weight: 1 },
    { arbitrary: fc.constantFrom<Step>({ do: 'ask' }, { do: 'rename' }), weight: 1 },
    {
      arbitrary: fc.record({
        do: fc.constant('decide' as const),
        by: fc.constantFrom('right', '林堯安'),
        word: fc.constant('同意'),
        ahead: fc.constant(false),
      }),
      weight: 1,
    },
  ),
  { minLength: 6, maxLength: 14 },
)

const seed = Number(process.env.LIANXI_SEED ?? 20241115)

test(`what offices see was approved word for word or is marked, and is told once (seed ${seed})`, () => {
  let told = 0
  fc.assert(
    fc.property(before, after, (first, then) => {
      const play = new Play()
      for (const step of first) play.do(step)
      play.feedback()
      for (const step of then) play.do(step)
      play.tick()
      play.tick()
      told += play.witness.notices
    }),
    { seed, numRuns: Number(process.env.LIANXI_RUNS ?? 12), endOnFailure: true },
  )
  expect(told).toBeGreaterThan(0)
})

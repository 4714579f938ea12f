import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Run, Workspace } from '../../src/local/contract'
import type { Post } from '../../src/local/mail/post'
import { openWorkspace } from '../../src/local/open-workspace'
import { play } from '../../src/local/play'
import { makeDistrict, momentOf, nothingPlanned, type SmallDistrict } from './small-district'
import { uncertainLetters, whatStands } from './what-stands'

const week = '2024-11-18'

/** Every call is tried when asked for; else every 61st, and every 13th once the run has written. */
const everyCall = process.env.LIANXI_EVERY_CALL === '1'
const stride = 61
const closeStride = 13

type Scene = {
  name: string
  /** The moment of the tick that dies; everything before it has been typed. */
  at: string
  prepare: (district: SmallDistrict) => Promise<void>
  /** Whether letters leave with it. */
  mails: boolean
}

const line = (leader: string, day: string, time: string, what: string, more = {}) => ({
  周次: week,
  领导姓名: leader,
  日期: day,
  时段: time,
  活动内容: what,
  ...more,
})

/** A week with clashes, an own line, a returned line and one text that is refused. */
const fillRichly = async (district: SmallDistrict, at: string): Promise<void> => {
  await district.fileWeek(week, at, ['区政协办', '区法院', '区检察院'])
  await district.type(
    '区委办',
    '周计划填报',
    [
      line('江岳', '11月20日', '上午9点-11点', '全区务虚会', { 地点: '第一会议室' }),
      line('', '', '下午', '调研城南片区', { 类别: '调研' }),
      line('江岳', '11.21', '全天', '赴市汇报', { 类别: '赴市汇报' }),
      line('罗景澜', '周三', '上午', '联络员例会', { 知悉范围: '本办' }),
    ],
    at,
  )
  await district.type(
    '区政府办',
    '周计划填报',
    [
      line('程波', '11月20日', '上午9点-11点', '全区务虚会', { 地点: '第一会议室' }),
      line('程波', '11月21日', '全天', '外出招商', { 类别: '外出' }),
      line('程波', '11月22日', '上午', '传达绝密★文件'),
    ],
    at,
  )
  await district.type('区人大办', '周计划填报', [nothingPlanned(week, '邓清棠')], at)
  for (const desk of ['区委办', '区政府办']) {
    await district.type(desk, '报送', [{ 周次: week, 报送: '是', 报送人: desk }], at)
  }
}

const scenes: Scene[] = [
  {
    name: 'a tick that collects what the desks have just typed',
    at: '2024-11-14 10:00',
    prepare: (district) => fillRichly(district, '2024-11-14 10:00'),
    mails: false,
  },
  {
    name: 'a tick that reminds',
    at: '2024-11-14 15:00',
    prepare: async (district) => {
      await fillRichly(district, '2024-11-14 10:00')
      district.workspace.moveTo(momentOf('2024-11-14 14:50'))
    },
    mails: true,
  },
  {
    name: 'a tick that gives the approved week back',
    at: '2024-11-15 17:00',
    prepare: async (district) => {
      await fillRichly(district, '2024-11-14 10:00')
      await district.type('区人大办', '报送', [{ 周次: week, 报送: '是' }], '2024-11-15 09:00')
      await district.decide(week, 1, '2024-11-15 11:00')
    },
    mails: true,
  },
]

/** Plays to just before the tick, all but that tick done. */
const standBefore = async (scene: Scene): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.playTo('2024-11-11 09:30')
  await scene.prepare(district)
  const before = momentOf(scene.at)
  await play(district.workspace, { until: before, before: true })
  return district
}

/** A copy of the folder, played from the tick on: the first tick may die at a call. */
const twin = async <T>(
  from: SmallDistrict,
  at: string,
  killAt: number | undefined,
  look: (workspace: Workspace, first: Run, letters: string[]) => T,
): Promise<T> => {
  const letters: string[] = []
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-killed-'))
  cpSync(from.dir, join(parent, 'twin'), { recursive: true })
  const post: Post = {
    send: ({ to, subject, at: sent }) => {
      letters.push(`${to.join(' ')} ${subject} ${new Date(sent).toISOString().slice(0, 10)}`)
    },
    close: () => Promise.resolve(),
  }
  const workspace = await openWorkspace(join(parent, 'twin'), { inProcess: true, post })
  try {
    const first = await workspace.call('tick', [], killAt === undefined ? {} : { killAt })
    workspace.store.setFact('played', String(momentOf(at)))
    const { broken } = await play(workspace, { until: momentOf(at) + 90 * 60_000 })
    expect(broken).toEqual([])
    return look(workspace, first, letters.sort())
  } finally {
    await workspace.close()
    rmSync(parent, { recursive: true, force: true })
  }
}

const kept = (workspace: Workspace, first: Run, letters: string[]) => ({
  stands: whatStands(workspace),
  uncertain: uncertainLetters(workspace),
  first,
  letters,
})

/** While a run has only read, one call is as good as another; afterwards few are left out. */
const nextCall = (n: number, { trace }: Pick<Run, 'trace'>): number => {
  if (everyCall) return n + 1
  const hasLeftTraces = trace.some(({ kind }) => kind === 'ss.flush' || kind === 'mail.send')
  return n + (hasLeftTraces ? closeStride : stride)
}

describe.each(scenes)('$name may die at any call', (scene) => {
  it(
    'and plain ticks bring the same pages, no letter twice and one in doubt at most',
    async () => {
      const district = await standBefore(scene)
      const unkilled = await twin(district, scene.at, undefined, kept)
      expect(unkilled.letters.length > 0).toBe(scene.mails)
      expect(new Set(unkilled.letters).size).toBe(unkilled.letters.length)
      let died = 0
      for (let n = 0, next = 0; ; n = next) {
        const after = await twin(district, scene.at, n, kept)
        if (after.first.outcome === 'done') break
        died += 1
        next = nextCall(n, after.first)
        const where = `${scene.name}, dead at call ${n}`
        expect(after.stands, where).toEqual(unkilled.stands)
        expect(new Set(after.letters).size, where).toBe(after.letters.length)
        expect(after.uncertain, where).toBeLessThanOrEqual(1)
        expect(after.letters.length + after.uncertain, where).toBeGreaterThanOrEqual(
          unkilled.letters.length,
        )
      }
      expect(died).toBeGreaterThan(5)
    },
    everyCall ? 600_000 : 60_000,
  )
})

import { play } from '../../src/local/play'
import { momentOf, nothingPlanned, type Row, type SmallDistrict } from './small-district'

/** The plan week that is filled in, handed in, given back and adjusted. */
export const playedWeek = '2024-11-18'

/** Something that people do at a moment. */
type Step = { at: string; act: (district: SmallDistrict, at: string) => Promise<unknown> }

const types =
  (desk: string, tab: string, ...rows: Row[]): Step['act'] =>
  (district, at) =>
    district.type(desk, tab, rows, at)

const plan = '周计划填报'
const handsIn = (desk: string) =>
  types(desk, '报送', { 周次: playedWeek, 报送: '是', 报送人: desk })
const joint = { 周次: playedWeek, 日期: '11月20日', 时段: '上午9点-11点', 活动内容: '全区务虚会' }

/** Clashes, an own line, a late office, a feedback, adjustments with and without a reason. */
export const weekSteps: Step[] = [
  {
    at: '2024-11-13 10:00',
    act: types(
      '区委办',
      plan,
      { ...joint, 领导姓名: '江岳', 地点: '第一会议室' },
      { 时段: '下午', 活动内容: '调研城南片区', 类别: '调研' },
      { 周次: playedWeek, 领导姓名: '罗景澜', 日期: '周三', 活动内容: '例会', 知悉范围: '本办' },
    ),
  },
  { at: '2024-11-13 10:00', act: handsIn('区委办') },
  {
    at: '2024-11-13 11:05',
    act: types('区政府办', plan, { ...joint, 领导姓名: '程波', 地点: '第一会议室', 类别: '外出' }),
  },
  { at: '2024-11-13 11:05', act: handsIn('区政府办') },
  {
    at: '2024-11-15 10:00',
    act: (district, at) => district.fileWeek(playedWeek, at, ['区人大办', '区政协办', '区法院']),
  },
  { at: '2024-11-15 14:00', act: types('区检察院', plan, nothingPlanned(playedWeek, '薛定川')) },
  { at: '2024-11-15 14:00', act: handsIn('区检察院') },
  { at: '2024-11-15 16:00', act: (district, at) => district.decide(playedWeek, 2, at) },
  {
    at: '2024-11-18 10:00',
    act: types('区委办', plan, { 编号: 'QWB-0002', 日期: '11月21日', 调整原因: '会议改期' }),
  },
  {
    at: '2024-11-18 10:00',
    act: types('区政府办', plan, { 编号: 'QZFB-0001', 时段: '下午' }),
  },
]

export type WeekPlay = {
  /** Plays every tick, also those at which nothing is due. */
  full?: boolean
  /** Called when the typings of a moment have been read, and at the end. */
  look?: () => Promise<void>
  /** Called before each tick from `from` on; these are played in full. */
  beforeTick?: (district: SmallDistrict) => void
  from?: string
}

const tenMinutes = 600_000

/** Plays the week up to a moment; returns how many ticks that took. */
export const playWeek = async (
  district: SmallDistrict,
  until: string,
  { full = false, look, beforeTick, from = '' }: WeekPlay = {},
): Promise<number> => {
  const { workspace } = district
  let ticks = 0
  const reach = async (to: number, before: boolean, every: boolean): Promise<void> => {
    const outcome = await play(workspace, { until: to, before, full: every })
    if (outcome.broken.length > 0) throw new Error(JSON.stringify(outcome.broken))
    ticks += outcome.ticks
  }
  const step = async (at: string, before: boolean): Promise<void> => {
    const last = momentOf(at)
    for (let next = momentOf(from === '' ? at : from); beforeTick && next < last; ) {
      next = Math.max(next, Math.floor(workspace.now() / tenMinutes) * tenMinutes) + tenMinutes
      if (next >= last) break
      beforeTick(district)
      await reach(next, false, true)
    }
    await reach(last, before, full)
  }
  let before = ''
  for (const { at, act } of weekSteps.filter((each) => each.at <= until)) {
    if (before !== '' && at !== before) await look?.()
    before = at
    await step(at, true)
    await act(district, at)
  }
  await step(until, false)
  await look?.()
  return ticks
}

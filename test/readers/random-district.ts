import fc from 'fast-check'

/** What an office does to an issued line, or leaves. */
export const changes = [
  'none',
  'narrow',
  'narrow and cancel',
  'narrow, cancel, reason',
  'narrow, day broken',
  'narrow, leader broken',
  'narrow, secret refused',
  'unknown audience',
  'cancel, reason',
  'move, reason',
  'other words',
  'warned reason',
  'secret refused',
  'secret as audience',
  'widen',
] as const

export type Change = (typeof changes)[number]

/** A line of 周计划填报 as drawn at random. */
export type DrawnLine = {
  desk: string
  leader: string
  audience: string
  warned: '' | '活动内容' | '地点' | '承办单位' | '参加人员/单位'
  confirmed: boolean
  mobile: boolean
  day: number
  part: '上午' | '下午'
  hours: boolean
  change: Change
}

/** A task as drawn at random. */
export type DrawnTask = {
  lead: '赵启飞' | '何思源' | '白予川'
  helper: '' | '区政协办' | '区检察院'
  commissioner: '林堯安' | '叶知秋'
  warned: '' | '任务内容' | '来源名称与日期' | '节点' | '催办记录'
  due: '2024-11-08' | '2024-12-31'
  story: 'none' | 'report' | 'delay' | 'moved' | 'helper dropped'
  warnedReport: boolean
}

export type DrawnDistrict = {
  lines: DrawnLine[]
  tasks: DrawnTask[]
  broken: Record<string, '' | '知悉范围' | '活动内容'>
}

const leaders: Record<string, string> = {
  区委办: '江岳',
  区人大办: '邓清棠',
  区政府办: '程波',
  区政协办: '龚立言',
  区法院: '孔维岳',
}

const line: fc.Arbitrary<DrawnLine> = fc
  .record({
    desk: fc.constantFrom(...Object.keys(leaders)),
    audience: fc.constantFrom('', '', '四办', '本办', '保密', '仅本办'),
    warned: fc.constantFrom('', '', '', '活动内容', '地点', '承办单位', '参加人员/单位'),
    confirmed: fc.boolean(),
    mobile: fc.boolean(),
    day: fc.integer({ min: 18, max: 22 }),
    part: fc.constantFrom('上午', '下午'),
    hours: fc.boolean(),
    change: fc.constantFrom(...changes),
  })
  .map((drawn) => ({ ...drawn, leader: leaders[drawn.desk] ?? '' }) as DrawnLine)

const task = fc.record({
  lead: fc.constantFrom('赵启飞', '何思源', '白予川'),
  helper: fc.constantFrom('', '区政协办', '区检察院'),
  commissioner: fc.constantFrom('林堯安', '叶知秋'),
  warned: fc.constantFrom('', '', '任务内容', '来源名称与日期', '节点', '催办记录'),
  due: fc.constantFrom('2024-11-08', '2024-12-31'),
  story: fc.constantFrom('none', 'report', 'delay', 'moved', 'helper dropped'),
  warnedReport: fc.boolean(),
}) as fc.Arbitrary<DrawnTask>

/** A small district with lines and tasks, and what becomes of them. */
export const drawnDistrict: fc.Arbitrary<DrawnDistrict> = fc.record({
  lines: fc.array(line, { minLength: 4, maxLength: 9 }),
  tasks: fc.array(task, { minLength: 1, maxLength: 3 }),
  broken: fc.record({
    区委办: fc.constantFrom('', '', '', '知悉范围', '活动内容'),
    区人大办: fc.constantFrom('', '', '', '知悉范围', '活动内容'),
  }) as fc.Arbitrary<DrawnDistrict['broken']>,
})

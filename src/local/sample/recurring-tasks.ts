import type { Dice } from './dice'
import { fillings } from './sample-matters'
import type { TaskBatch, TaskFate, TaskMatter, TaskPart } from './task-matters'

type Recurring = readonly [source: string, origin: string, leader: string, matter: TaskMatter]

/** How works go: planned, half done, finished on the last day. */
const works: readonly TaskPart[] = [
  [5, '制定方案'],
  [12, '完成过半'],
  [20, '现场验收'],
]

const government = '区政府常务会议 〔日〕'
const party = '区委常委会会议 〔日〕'
const seen = '已批示 〔日〕'

// Names are filled in, so that the same work comes round for another town or project.
const recurring: readonly [Recurring, ...Recurring[]] = [
  ['会议', party, '江岳', ['完成〔项目〕征地扫尾', '住建局', '财政局', '现场', 12, '按期', '报告']],
  ['会议', party, '江岳', ['调度〔镇〕软弱涣散村整顿', '区委办', '', '现场', 15, '按期', '报告']],
  ['会议', party, '陆明屿', ['评估〔镇〕减负措施落实', '何思源', '', '文稿', 10, '按期', '评估']],
  [
    '会议',
    party,
    '江岳',
    ['梳理〔项目〕重要节点清单', '周衡', '发改局', '文稿', 6, '按期', '清单'],
  ],
  [
    '会议',
    government,
    '程波',
    ['核查〔项目〕投资进度', '发改局', '财政局', '现场', 8, '按期', '表'],
  ],
  [
    '会议',
    government,
    '程波',
    ['拨付〔项目〕工程款', '财政局', '住建局', '整改', 10, '按期', '凭证'],
  ],
  ['会议', government, '沈知遥', ['走访〔企业〕解决用地诉求', '发改局', '', '现场', 7, '按期', '']],
  [
    '会议',
    government,
    '袁绍溪',
    ['整治〔镇〕黑臭沟渠', '农业农村局', '', '现场', 20, '按期', '', works],
  ],
  [
    '会议',
    government,
    '叶怀松',
    ['改造〔学校〕操场', '教体局', '财政局', '现场', 22, '按期', '', works],
  ],
  ['会议', government, '程波', ['汇总〔镇〕农房安全鉴定', '住建局', '', '文稿', 10, '按期', '表']],
  ['批示', seen, '程波', ['核实〔镇〕道路积水处置', '住建局', '', '现场', 3, '按期', '报告']],
  ['批示', seen, '江岳', ['回应〔社区〕停车难建议', '住建局', '', '现场', 8, '按期', '答复']],
  ['批示', seen, '江岳', ['总结〔镇〕基层治理做法', '许明远', '', '文稿', 10, '按期', '材料']],
  ['批示', seen, '程波', ['协调〔企业〕用气保障', '区政府办', '发改局', '现场', 4, '按期', '']],
  ['批示', seen, '程波', ['检查〔企业〕粉尘防爆', '应急管理局', '', '现场', 5, '按期', '清单']],
  [
    '审计整改',
    '专项审计报告',
    '沈知遥',
    ['整改〔镇〕专项资金拨付', '财政局', '', '整改', 20, '按期', ''],
  ],
  [
    '审计整改',
    '专项审计报告',
    '沈知遥',
    ['核销〔学校〕旧资产', '教体局', '', '整改', 18, '按期', ''],
  ],
  ['巡察整改', '巡察反馈', '韩砚池', ['规范〔镇〕议事规则', '区委办', '', '整改', 15, '按期', '']],
  [
    '文件',
    '市级通知 〔日〕',
    '江岳',
    ['报送〔项目〕专题信息', '区委办', '', '文稿', 4, '按期', ''],
  ],
  [
    '上级部署',
    '市级通知 〔日〕',
    '程波',
    ['上报〔镇〕应急物资储备', '应急管理局', '', '文稿', 5, '按期', ''],
  ],
  [
    '上级部署',
    '市级通知 〔日〕',
    '程波',
    ['上报〔镇〕粮食生产进度', '农业农村局', '', '文稿', 5, '按期', ''],
  ],
  [
    '交办',
    '主任会议 〔日〕',
    '邓清棠',
    ['组织代表视察〔项目〕', '郑开元', '', '会务', 12, '按期', ''],
  ],
  [
    '交办',
    '主任会议 〔日〕',
    '邓清棠',
    ['督办〔镇〕污水治理建议', '区人大办', '', '文稿', 15, '按期', ''],
  ],
  [
    '交办',
    '主席会议 〔日〕',
    '龚立言',
    ['组织委员专题协商〔项目〕', '赵启飞', '', '会务', 12, '按期', ''],
  ],
  [
    '交办',
    '主席会议 〔日〕',
    '龚立言',
    ['办理〔社区〕养老服务提案', '区政协办', '', '文稿', 15, '按期', ''],
  ],
  [
    '会议',
    '府院联动会 〔日〕',
    '孔维岳',
    ['化解〔项目〕合同纠纷', '区法院', '', '现场', 15, '按期', ''],
  ],
  [
    '会议',
    '府检联动会 〔日〕',
    '薛定川',
    ['回访〔企业〕合规整改', '区检察院', '', '现场', 12, '按期', ''],
  ],
  [
    '交办',
    '接待工作会 〔日〕',
    '许明远',
    ['拟订〔企业〕考察路线', '蒋云舟', '', '会务', 4, '按期', ''],
  ],
]

const fates: readonly (readonly [share: number, fate: TaskFate])[] = [
  [0.12, '迟办'],
  [0.03, '久拖'],
  [0.1, '延期'],
  [0.03, '不准延期'],
  [0.1, '退回'],
  [0.03, '转交'],
  [0.02, '维持'],
  [0.05, '待复'],
  [0.02, '中止'],
  [0.03, '未签收'],
]

/** One more task, typed so many working days after the first day; its text was not used before. */
export function recurringBatch(on: number, used: ReadonlySet<string>, dice: Dice): TaskBatch {
  let thrown = throwOne(dice)
  for (let again = 0; used.has(thrown.what) && again < 20; again += 1) thrown = throwOne(dice)
  const { source, origin, leader, matter } = thrown
  const [, lead, helpers, work, days, , result, steps = []] = matter
  const what = freshText(thrown.what, used)
  const given: TaskMatter = [
    what,
    lead,
    helpers,
    work,
    days,
    fateOf(dice),
    result || '情况报告',
    steps,
  ]
  return { on, source, origin, leader, matters: [given] }
}

function throwOne(dice: Dice) {
  const [source, origin, leader, matter] = dice.pick(recurring)
  return { source, origin, leader, matter, what: filledIn(matter[0], dice) }
}

function filledIn(what: string, dice: Dice): string {
  return what.replace(/〔.+?〕/, (slot) => {
    const [first = slot, ...rest] = fillings[slot] ?? []
    return dice.pick([first, ...rest])
  })
}

function freshText(text: string, used: ReadonlySet<string>): string {
  for (let n = 2; used.has(text) && n < 100; n += 1) {
    const numbered = `${text}（第${n}批）`
    if (!used.has(numbered)) return numbered
  }
  return text
}

function fateOf(dice: Dice): TaskFate {
  let thrown = dice.below(1000) / 1000
  for (const [share, fate] of fates) {
    if (thrown < share) return fate
    thrown -= share
  }
  return '按期'
}

import type { Duty } from '../../domain/duty'
import type { Refusal } from '../../domain/held'
import type { Keeper } from '../../domain/kept-lines'
import type { Maker } from '../../domain/letter'
import { byPress, type Matter, ofDesk, type Rank } from '../../domain/matter'
import { type Moment, sayMoment } from '../../domain/moment'
import type { PlanLine } from '../../domain/plan-line'
import type { Register } from '../../domain/register'
import { isPersonalNumber } from '../../domain/secrecy'
import { isOpen } from '../../domain/week'
import { sayTask } from './desk-task'
import { type DeskReader, sayClash, sayDuty, sayNotice, sayUnexplained } from './desk-week'
import { keptMatters } from './kept-matters'
import { pageOf } from './page'

export const todoHeadings = ['类别', '事项', '说明', '期限', '填报位置'] as const

/** What a desk has to be told of its own lines of one register that is handed in weekly. */
export type WeeklyLines = {
  plan: Register
  duties: Duty[]
  lines: PlanLine[]
  /** Which lines are kept inside their office. */
  keeper: Keeper
  /** Values of a line in words, as they were understood. */
  understood: (line: PlanLine) => string
}

/** Everything a desk has to be told. */
export type DeskMatters = {
  office: string
  maker: Maker
  /** All there is to know in the district: what stands at this desk is taken from it. */
  matters: readonly Matter[]
  weekly: WeeklyLines[]
  refusals: Refusal[]
  /** Lines about rows that wait for a lawful text, as they are shown. */
  held: string[][]
  /** What is wrong with tabs of this desk, and whether they were left unread for it. */
  faults: { text: string; unread: boolean }[]
  /** When the last good rows are from, where the desk could not be read. */
  staleSince: Moment | undefined
  /** What has to be mended in rows about tasks, and what to record there, as it is shown. */
  tasks: { rank: Rank; cells: string[] }[]
}

/** A line with where it belongs among the others. */
type Line = { rank: Rank; late: number; cells: string[] }

const sayMatter = (reader: DeskReader, { about }: Matter): string[] => {
  switch (about.is) {
    case 'duty':
      return sayDuty(reader, about)
    case 'unexplained':
      return sayUnexplained(reader, about)
    case 'clash':
      return sayClash(reader, about)
    case 'notice':
      return sayNotice(reader, about)
    case 'task':
      return sayTask(reader, about)
    case 'cover':
      return [
        '联络员',
        about.leader,
        `A、B同时外出（${about.days}），请明确临时C岗`,
        '',
        '总台账 外出请假',
      ]
    case 'letter':
      return []
  }
}

const whereOf = (plan: Register, line: PlanLine): string => `${plan.title} ${line.row.id}`

const problems = ({ lines, plan }: WeeklyLines): string[][] =>
  lines.flatMap((line) =>
    // What is wrong with who may read it is said where it is said what follows from it.
    line.problems
      .filter((problem) => problem.key !== plan.sensitivity?.audience)
      .map((problem) => [
        '待更正',
        problem.heading,
        `${problem.heading}${problem.text}`,
        '',
        whereOf(plan, line),
      ]),
  )

const openWeeks = ({ duties }: WeeklyLines, now: Moment): string[] =>
  duties.filter(({ week }) => isOpen(week, now)).map(({ week }) => week.monday)

const understood = (one: WeeklyLines, now: Moment): string[][] => {
  const open = openWeeks(one, now)
  return one.lines
    .filter((line) => line.notes.length > 0 && open.includes(line.week))
    .map((line) => [
      '系统识别为',
      one.understood(line),
      line.notes.join('；'),
      '',
      whereOf(one.plan, line),
    ])
}

/** A carried line asks for its day while its week can still be handed in. */
const carriedOver = (one: WeeklyLines, now: Moment): string[][] => {
  const open = openWeeks(one, now)
  return one.lines
    .filter((line) => line.row.cells['~from'] !== undefined && !line.counts)
    .filter((line) => open.includes(line.week))
    .map((line) => [
      '上周续排',
      line.values[one.plan.submission?.what ?? ''] ?? '',
      '未落实或顺延的事项，请填写新的日期；不再安排的，删除此行',
      '',
      whereOf(one.plan, line),
    ])
}

/** An engagement in words: whose, when, what. */
const nameOf = (one: WeeklyLines, line: PlanLine): string =>
  [one.understood(line), line.values[one.plan.submission?.what ?? ''] ?? '']
    .filter((text) => text !== '')
    .join(' ')

/** Why a cell was emptied, and what its office has to do. */
export const sayRefusal = (refusal: Refusal): string =>
  isPersonalNumber(refusal.rule)
    ? '身份证号、银行卡号不得录入，该单元格已清空'
    : '本系统为非涉密系统，涉密内容不得录入，请走机要渠道；已误录的，立即报告保密部门（24小时内）'

const refused = ({ refusals }: DeskMatters): string[][] =>
  refusals.map((refusal) => [
    '已拒收',
    `${refusal.heading}（${refusal.rule}）`,
    sayRefusal(refusal),
    sayMoment(refusal.at),
    `${refusal.tab ? `「${refusal.tab}」` : ''}第${refusal.position}行`,
  ])

/** What keeps the desk itself from being read as it stands. */
const unread = ({ faults, staleSince }: DeskMatters): string[][] => [
  ...faults.map(({ text, unread: isUnread }) =>
    isUnread
      ? ['未读', '表头有误', `${text}；改好之前沿用上次数据`, '', '']
      : ['待更正', '表格', text, '', ''],
  ),
  ...(staleSince === undefined
    ? []
    : [['未读', '暂未读到', `暂未取得最新数据，以下为${sayMoment(staleSince)}的数据`, '', '']]),
]

const folded = new Set(['已报', '协办'])

/** What is done stands folded into one line at the bottom. */
const done = (rows: readonly string[][]): string[][] => {
  const gone = rows.filter(([kind = '']) => folded.has(kind))
  if (gone.length === 0) return rows.map((row) => [...row])
  const said = gone.map(([, what = '', why = '']) => `${what}：${why}`)
  return [
    ...rows.filter(([kind = '']) => !folded.has(kind)),
    ['已办', `${gone.length}项`, said.join('；'), '', ''],
  ]
}

/** 本办待办: what waits first and most pressing first, each row once; what is done in one line at the bottom. */
export const deskTodo = (given: DeskMatters): string[][] => {
  const { office, maker, matters, weekly } = given
  const keepers = new Map(weekly.map(({ plan, keeper }) => [plan.id, keeper]))
  const nobody: Keeper = (line) => ({ office: line.office, keeping: 'unread' })
  const reader: DeskReader = {
    maker,
    office,
    keeperOf: ({ id }) => keepers.get(id) ?? nobody,
    named: (plan, id) => {
      const one = weekly.find((each) => each.plan.id === plan.id)
      const line = one?.lines.find(({ row }) => row.id === id)
      return one && line ? nameOf(one, line) : ''
    },
  }
  const at = (rank: Rank, rows: readonly string[][]): Line[] =>
    rows.map((cells) => ({ rank, late: 0, cells }))
  const each = (say: (one: WeeklyLines, now: Moment) => string[][]): string[][] =>
    weekly.flatMap((one) => say(one, maker.now))
  const lines: Line[] = [
    ...ofDesk(matters, office)
      .map((one) => ({ rank: one.rank, late: one.late, cells: sayMatter(reader, one) }))
      .filter(({ cells }) => cells.length > 0),
    ...given.tasks.map(({ rank, cells }) => ({ rank, late: 0, cells })),
    ...at('mend', each(problems)),
    ...at(
      'mend',
      each((one) => keptMatters(one.plan, one.lines, one.understood)),
    ),
    ...at('mend', each(carriedOver)),
  ].sort(byPress)
  const cellsOf = (isDone: boolean): string[][] =>
    lines.filter(({ rank }) => (rank === 'done') === isDone).map(({ cells }) => cells)
  return pageOf(todoHeadings, [
    ...unread(given),
    ...refused(given),
    ...given.held,
    ...cellsOf(false),
    ...each(understood),
    ...done(cellsOf(true)),
  ])
}

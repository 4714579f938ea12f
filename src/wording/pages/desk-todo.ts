import type { Unexplained } from '../../domain/adjustment'
import type { WatchedClash } from '../../domain/clash-watch'
import { type Day, sayMonthDay, weekTitle } from '../../domain/day'
import { type District, officeOf } from '../../domain/district'
import type { Duty } from '../../domain/duty'
import type { Refusal } from '../../domain/held'
import type { Keeper } from '../../domain/kept-lines'
import { type Moment, sayMoment } from '../../domain/moment'
import type { PlanLine } from '../../domain/plan-line'
import type { AdjustedItem, Notice } from '../../domain/published'
import { clashWord, lineSaid } from '../../domain/readers'
import { calledOf, type Register, sheetOf } from '../../domain/register'
import { sayDifference } from '../../domain/say-difference'
import { isPersonalNumber } from '../../domain/secrecy'
import { isOpen } from '../../domain/week'
import { coverMatters } from './cover-matters'
import { keptMatters } from './kept-matters'
import { pageOf } from './page'

export const todoHeadings = ['类别', '事项', '说明', '期限', '填报位置'] as const

/** What a desk has to be told of one register that is handed in weekly. */
export type WeeklyMatters = {
  duties: Duty[]
  plan: Register
  handIn: Register
  lines: PlanLine[]
  unexplained: Unexplained[]
  clashes: WatchedClash[]
  notices: Notice[]
  /** Which lines are kept inside their office. */
  keeper: Keeper
  /** Values of a line in words, as they were understood. */
  understood: (line: PlanLine) => string
}

/** Everything a desk has to be told. */
export type DeskMatters = {
  office: string
  now: Moment
  weekly: WeeklyMatters[]
  refusals: Refusal[]
  /** Lines about rows that wait for a lawful text, as they are shown. */
  held: string[][]
  /** What is wrong with tabs of this desk, and whether they were left unread for it. */
  faults: { text: string; unread: boolean }[]
  /** When the last good rows are from, where the desk could not be read. */
  staleSince: Moment | undefined
  /** Lines about tasks, as they are shown. */
  tasks: string[][]
}

/** What a desk has to be told of one register, with what all of them ask for. */
type Matters = WeeklyMatters & Pick<DeskMatters, 'office' | 'now'> & { district: District }

const range = (week: string): string => weekTitle(week as Day).title

const duties = ({ duties: all, now, plan, handIn }: Matters): string[][] =>
  all
    .filter((duty) => duty.week.opens <= now)
    .flatMap((duty) => {
      const title = `${range(duty.week.monday)}${calledOf(plan)}`
      const until = sayMoment(duty.week.cutoff)
      const lacking = duty.missing.map((leader) => leader.label).join('、')
      const where = handIn.title
      if (duty.complete) {
        const late = duty.late ? '（补报）' : ''
        return [['已报', title, `已收到${late}，报送人：${duty.by || '未填'}`, until, where]]
      }
      if (!isOpen(duty.week, now)) {
        return [['未报', title, '该周报送已结束，按未报记', until, where]]
      }
      const why = [
        duty.attempt > 1
          ? `已退回，原因：${duty.returned}；补正后在第${duty.attempt}次的一行填“是”`
          : '',
        lacking ? `缺：${lacking}（无安排请填“${plan.submission?.nothing[0] ?? ''}”）` : '',
        !lacking && !duty.said ? `内容已齐，请在「${where}」填“是”` : '',
      ]
      const kind = duty.attempt > 1 ? '退回补正' : now >= duty.week.putUp ? '逾期' : '待报'
      return [[kind, title, why.filter((text) => text !== '').join('；'), until, where]]
    })

const headingOf = (plan: Register, key: string | undefined): string =>
  plan.fields[key ?? '']?.heading ?? ''

const whereOf = (plan: Register, line: PlanLine): string => `${plan.title} ${line.row.id}`

const problems = ({ lines, plan }: Matters): string[][] =>
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

const kept = ({ lines, plan }: Matters): string[][] => keptMatters(plan, lines)

const understood = ({ lines, plan, duties: all, now, understood: say }: Matters) => {
  const open = all.filter((duty) => isOpen(duty.week, now)).map((duty) => duty.week.monday)
  return lines
    .filter((line) => line.notes.length > 0 && open.some((monday) => monday === line.week))
    .map((line) => ['系统识别为', say(line), line.notes.join('；'), '', whereOf(plan, line)])
}

const unexplained = ({ unexplained: all, district, plan }: Matters) =>
  all.map((each) => [
    '待补原因',
    `${district.leaders.find((leader) => leader.id === each.leader)?.name ?? ''}的安排有${each.kind}`,
    each.told
      ? `有关单位已先行通知（原因待补），请补填“${headingOf(plan, plan.adjustment?.reason)}”`
      : `请填写“${headingOf(plan, plan.adjustment?.reason)}”，填写后才通知有关单位`,
    '',
    `${plan.title} ${each.id}`,
  ])

const clashes = ({ clashes: all, office, plan, district }: Matters) =>
  all
    .filter((clash) => clash.offices.includes(office))
    .map((clash) => {
      const leaders = clash.leaders.map(
        (id) => district.leaders.find((each) => each.id === id)?.name ?? '',
      )
      return [
        '冲突',
        `${sayMonthDay(clash.day)} ${leaders.join('、')}：${clashWord({ at: 'desk', office }, clash)}`,
        `涉及${clash.ids.join('、')}`,
        '',
        plan.title,
      ]
    })

const carriedOver = ({ lines, plan }: Matters): string[][] =>
  lines
    .filter((line) => line.row.cells['~from'] !== undefined && !line.counts)
    .map((line) => [
      '上周续排',
      line.values[plan.submission?.what ?? ''] ?? '',
      '未落实或顺延的事项，请填写新的日期；不再安排的，删除此行',
      '',
      whereOf(plan, line),
    ])

/** What else than its day is otherwise in a line that was told, old to new. */
const sayOthers = (plan: Register, district: District, { before, after }: AdjustedItem): string => {
  const keys = (plan.adjustment?.told ?? []).filter((key) => key !== plan.submission?.day)
  const said = before && after ? sayDifference(plan, district, keys, before, after) : ''
  return said === '' ? '' : `，${said}`
}

const sayWhy = ({ owing, reason }: AdjustedItem, hidden: boolean): string =>
  owing ? '原因待补' : `原因：${hidden ? '不公开' : reason}`

const notices = ({ notices: all, office, district, plan, keeper }: Matters) => {
  const on = plan.submission?.day ?? ''
  return all.flatMap((notice) =>
    notice.items.map((item) => {
      const leader = district.leaders.find((each) => each.id === item.leader)?.name ?? ''
      const to = item.after?.[on]
      const moved = to && to !== item.before?.[on] ? `改为${sayMonthDay(to as Day)}` : ''
      const line = keeper({ id: item.id, office: notice.office })
      const asTold = item.own && line.keeping === '' ? { ...line, keeping: 'own' as const } : line
      const hidden = lineSaid({ at: 'desk', office }, asTold) !== 'full'
      return [
        '调整通知',
        `${range(notice.week)}安排调整通知第${notice.n}号`,
        `${officeOf(district, notice.office)?.short ?? ''}：${leader}的一项安排${item.kind}${moved ? `，${moved}` : ''}${hidden ? '' : sayOthers(plan, district, item)}；${sayWhy(item, hidden)}`,
        '',
        sheetOf(plan),
      ]
    }),
  )
}

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

/** 本办待办: what is due, what came back and why, what is wrong, what was understood. */
export const deskTodo = (matters: DeskMatters, district: District): string[][] => {
  const { office, now } = matters
  const each = (lines: (one: Matters) => string[][]): string[][] =>
    matters.weekly.flatMap((weekly) => lines({ ...weekly, office, now, district }))
  // What is in asks for nothing: it stands below what does.
  const filed = (isComplete: boolean): string[][] =>
    each((one) =>
      duties({ ...one, duties: one.duties.filter((duty) => duty.complete === isComplete) }),
    )
  const faults = matters.faults.map(({ text, unread }) =>
    unread
      ? ['未读', '表头有误', `${text}；改好之前沿用上次数据`, '', '']
      : ['待更正', '表格', text, '', ''],
  )
  const stale =
    matters.staleSince === undefined
      ? []
      : [
          [
            '未读',
            '暂未读到',
            `暂未取得最新数据，以下为${sayMoment(matters.staleSince)}的数据`,
            '',
            '',
          ],
        ]
  return pageOf(todoHeadings, [
    ...faults,
    ...stale,
    ...refused(matters),
    ...matters.held,
    ...filed(false),
    ...matters.tasks,
    ...coverMatters(matters, district),
    ...each(problems),
    ...each(kept),
    ...each(unexplained),
    ...each(clashes),
    ...each(carriedOver),
    ...each(notices),
    ...filed(true),
    ...each(understood),
  ])
}

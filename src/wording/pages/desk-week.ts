import type { Day } from '../../domain/day'
import { sayMonthDay, weekTitle } from '../../domain/day'
import { officeOf, shortName } from '../../domain/district'
import { mendBy } from '../../domain/duty-matters'
import type { Keeper } from '../../domain/kept-lines'
import type { Maker } from '../../domain/letter'
import type { About } from '../../domain/matter'
import { sayMoment } from '../../domain/moment'
import type { AdjustedItem } from '../../domain/published'
import { clashWord, lineSaid } from '../../domain/readers'
import { calledOf, type Register, sheetOf } from '../../domain/register'
import { sayDifference } from '../../domain/say-difference'

/** For whom, and with what is known besides, a matter is put into words at a desk. */
export type DeskReader = {
  maker: Maker
  office: string
  keeperOf: (plan: Register) => Keeper
  /** An engagement of the desk's own office in words: whose, when, what; '' of any other. */
  named: (plan: Register, id: string) => string
}

type Of<Kind extends About['is']> = Extract<About, { is: Kind }>

const range = (week: string): string => weekTitle(week as Day).title

/** How the plan of a week stands with the office that hands it in. */
export const sayDuty = (
  { maker }: DeskReader,
  { duty, registers, state }: Of<'duty'>,
): string[] => {
  const { plan, handIn } = registers
  const title = `${range(duty.week.monday)}${calledOf(plan)}`
  const cutoff = sayMoment(duty.week.cutoff)
  if (state === 'done') {
    const late = duty.late ? '（补报）' : ''
    return ['已报', title, `已收到${late}，报送人：${duty.by || '未填'}`, cutoff, handIn.title]
  }
  if (state === 'missed') return ['未报', title, '该周报送已结束，按未报记', cutoff, handIn.title]
  const lacking = duty.missing.map((leader) => leader.label).join('、')
  const until = sayMoment(mendBy(maker, { registers }, duty))
  const why = [
    state === 'returned'
      ? `已退回，原因：${duty.returned}；请于${until}前补报，补正后在第${duty.attempt}次的一行填“是”`
      : '',
    lacking ? `缺：${lacking}（无安排请填“${plan.submission?.nothing[0] ?? ''}”）` : '',
    !lacking && !duty.said ? `内容已齐，请在「${handIn.title}」填“是”` : '',
  ]
  const kind = state === 'returned' ? '退回补正' : state === 'late' ? '逾期' : '待报'
  const said = why.filter((text) => text !== '').join('；')
  return [kind, title, said, state === 'returned' ? until : cutoff, handIn.title]
}

const headingOf = (plan: Register, key: string | undefined): string =>
  plan.fields[key ?? '']?.heading ?? ''

/** A change after issue that lacks its reason. */
export const sayUnexplained = ({ maker, named }: DeskReader, each: Of<'unexplained'>): string[] => {
  const { plan } = each.registers
  const { name = '' } = maker.district.leaders.find(({ id }) => id === each.leader) ?? {}
  const column = headingOf(plan, plan.adjustment?.reason)
  const said = each.told
    ? `有关单位已先行通知（原因待补），请补填“${column}”`
    : `请填写“${column}”，填写后才通知有关单位`
  const what = named(plan, each.id)
  const title = what === '' ? `${name}的安排有${each.kind}` : `${what}（${each.kind}）`
  return ['待补原因', title, said, '', `${plan.title} ${each.id}`]
}

/** A clash, as one of the offices it is between may read it. */
export const sayClash = (
  { maker, office, named }: DeskReader,
  { clash, registers }: Of<'clash'>,
): string[] => {
  const { leaders } = maker.district
  // Of another office's plan nothing is said before it is issued but that it is there.
  const parties = clash.ids.map((id, i) => {
    const of = clash.lines[i]?.office ?? ''
    const own = of === office ? named(registers.plan, id) : ''
    return own === '' ? `${shortName(maker.district, of)}的安排` : own
  })
  const names = clash.leaders.map((id) => leaders.find((each) => each.id === id)?.name ?? '')
  return [
    '冲突',
    `${sayMonthDay(clash.day)} ${names.join('、')}：${clashWord({ at: 'desk', office }, clash)}`,
    [...new Set(parties)].join('；'),
    '',
    registers.plan.title,
  ]
}

/** What else than its day is otherwise in a line that was told, old to new. */
const sayOthers = (plan: Register, { maker }: DeskReader, { before, after }: AdjustedItem) => {
  const keys = (plan.adjustment?.told ?? []).filter((key) => key !== plan.submission?.day)
  const said = before && after ? sayDifference(plan, maker.district, keys, before, after) : ''
  return said === '' ? '' : `，${said}`
}

const sayWhy = ({ owing, reason }: AdjustedItem, hidden: boolean): string =>
  owing ? '原因待补' : `原因：${hidden ? '不公开' : reason}`

/** A notice (安排调整通知) with all it told of, as the office it was for may read it. */
export const sayNotice = (reader: DeskReader, { notice, registers }: Of<'notice'>): string[] => {
  const { plan } = registers
  const { district } = reader.maker
  const on = plan.submission?.day ?? ''
  const keeper = reader.keeperOf(plan)
  const items = notice.items.map((item) => {
    const leader = district.leaders.find((each) => each.id === item.leader)?.name ?? ''
    const to = item.after?.[on]
    const moved = to && to !== item.before?.[on] ? `，改为${sayMonthDay(to as Day)}` : ''
    const line = keeper({ id: item.id, office: notice.office })
    const asTold = item.own && line.keeping === '' ? { ...line, keeping: 'own' as const } : line
    const hidden = lineSaid({ at: 'desk', office: reader.office }, asTold) !== 'full'
    const others = hidden ? '' : sayOthers(plan, reader, item)
    return `${leader}的一项安排${item.kind}${moved}${others}；${sayWhy(item, hidden)}`
  })
  const by = officeOf(district, notice.office)?.short ?? ''
  return [
    '调整通知',
    `${range(notice.week)}安排调整通知第${notice.n}号`,
    `${by}：${items.join('；')}`,
    '',
    sheetOf(plan),
  ]
}

import { later, momentOn, works } from './calendar'
import { type Exported, type Fill, type SheetRow, TypedTab, tabRows, unseen } from './sheets'

/** How an office stood with a week. */
export type Filed = '按时' | '补报' | '未报'

/** Every duty by week and office, as `2025-01-13 区委办`. */
export type Duties = Map<string, Filed>

const tenMinutes = 600_000
const control = '总台账'

type Office = { id: string; short: string; book: string; leaders: SheetRow[] }

const offices = (books: Exported): Office[] => {
  const scope = tabRows(books, control, '参数表').find((row) => row['参数代号'] === 'weekly.scope')
  const bodies = (scope?.['值'] ?? '').split('、')
  const leaders = tabRows(books, control, '领导').filter((row) =>
    bodies.includes(row['班子'] ?? ''),
  )
  return tabRows(books, control, '单位')
    .map((row) => ({
      id: row['编号'] ?? '',
      short: row['简称'] ?? '',
      book: row['工作台'] ?? '',
      leaders: leaders.filter((leader) =>
        [row['编号'], row['简称'], row['单位名称']].includes(leader['服务单位'] ?? ''),
      ),
    }))
    .filter((office) => office.leaders.length > 0)
}

/** Friday noon before the week, or noon of the working day before that. */
const cutoffOf = (monday: string): number => {
  let date = later(monday, -3)
  while (!works(date)) date = later(date, -1)
  return momentOn(date, '12:00')
}

/** When each leader had a first line and when it was handed in, as typed at one desk for one week. */
type Desk = { first: Map<string, number>; handedIn: number | undefined }

const leaderIn = (office: Office, typed: string): string | undefined =>
  office.leaders
    .map((leader) => leader['姓名'] ?? '')
    .find((name) => typed.startsWith(name) || typed === name.replaceAll('堯', '尧'))

const desksOf = (office: Office, fills: Fill[]): Map<string, Desk> => {
  const weeks = new Map<string, Desk>()
  const deskOf = (week: string): Desk => {
    const desk = weeks.get(week) ?? { first: new Map<string, number>(), handedIn: undefined }
    weeks.set(week, desk)
    return desk
  }
  const plans = new TypedTab()
  for (const fill of fills.filter((each) => each.book === office.book)) {
    let above = ''
    for (const row of fill.rows) {
      if (fill.tab === '报送' && row.cells['报送'] === '是') {
        const desk = deskOf([row.match?.['周次'] ?? ''].flat()[0] ?? '')
        desk.handedIn ??= fill.at
      }
      if (fill.tab !== '周计划填报') continue
      for (const line of plans.type(row)) {
        const name = line['领导姓名'] || above
        above = name
        const leader = leaderIn(office, name)
        // What the machine carried over counts once it has a day.
        if (leader === undefined || (line[unseen] !== undefined && !line['日期'])) continue
        const { first } = deskOf(line['周次'] ?? '')
        if (!first.has(leader)) first.set(leader, fill.at)
      }
    }
  }
  return weeks
}

const judge = (office: Office, desk: Desk | undefined, monday: string): Filed => {
  if (desk?.handedIn === undefined) return '未报'
  let complete = desk.handedIn
  for (const leader of office.leaders) {
    const typed = desk.first.get(leader['姓名'] ?? '')
    if (typed === undefined) return '未报'
    complete = Math.max(complete, typed)
  }
  if (complete > momentOn(monday, '00:00') - tenMinutes) return '未报'
  // Late is what was typed after the first tick that followed the cut-off.
  return complete > cutoffOf(monday) + tenMinutes ? '补报' : '按时'
}

/** Counts every duty whose cut-off has passed from what people typed, by rules of its own. */
export const countDuties = (
  books: Exported,
  fills: Fill[],
  firstWeek: string,
  until: number,
): Duties => {
  const found: Duties = new Map()
  for (const office of offices(books)) {
    const desks = desksOf(office, fills)
    for (
      let monday = firstWeek;
      cutoffOf(monday) + tenMinutes <= until;
      monday = later(monday, 7)
    ) {
      found.set(`${monday} ${office.short}`, judge(office, desks.get(monday), monday))
    }
  }
  return found
}

/** What 报送情况 says of every duty whose cut-off has passed. */
export const saidDuties = (books: Exported, until: number): Duties =>
  new Map(
    tabRows(books, control, '报送情况')
      .filter(
        (row) =>
          momentOn(...((row['截止'] ?? '').split(' ') as [string, string])) + tenMinutes <= until,
      )
      .map((row): [string, Filed] => [
        `${row['周次']} ${row['单位']}`,
        !row['状态']?.startsWith('已报') ? '未报' : row['补报'] ? '补报' : '按时',
      ]),
  )

/** How many of each kind a week has, as `按时6 补报1 未报0`, by Monday. */
export const byWeek = (duties: Duties): Map<string, string> => {
  const weeks = new Map<string, Record<Filed, number>>()
  for (const [key, filed] of duties) {
    const [monday = ''] = key.split(' ')
    const counts = weeks.get(monday) ?? { 按时: 0, 补报: 0, 未报: 0 }
    counts[filed] += 1
    weeks.set(monday, counts)
  }
  return new Map(
    [...weeks].map(([monday, counts]) => [
      monday,
      Object.entries(counts)
        .map(([kind, n]) => `${kind}${n}`)
        .join(' '),
    ]),
  )
}

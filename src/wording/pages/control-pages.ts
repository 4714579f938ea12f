import { type Day, sayDay, weekTitle } from '../../domain/day'
import { type District, shortName } from '../../domain/district'
import { sayMoment } from '../../domain/moment'
import type { Letter, LetterState } from '../../domain/outbox-letter'
import { clashWord, controlReader } from '../../domain/readers'
import type { Weekly } from '../../domain/weekly'
import type { ChasedWeek } from '../chase'
import { sayMailReason } from '../mail/mail-reason'
import { pageOf } from './page'

export const chaseHeadings = [
  '周次',
  '单位',
  '状态',
  '未填领导',
  '联系人A（电话）',
  '联系人B（电话）',
  '单位负责人（电话）',
  '已催',
  '短信版',
] as const

/** 催报单: whom to phone for what is missing, from the reminder on, and the text for a telephone. */
export const chaseList = (weeks: readonly ChasedWeek[]): string[][] => {
  const rows = weeks.flatMap(({ rows: own }) =>
    own.map((row) => [
      row.week,
      row.office,
      row.state,
      row.missing,
      row.a,
      row.b,
      row.head,
      row.told,
      row.text,
    ]),
  )
  return pageOf(chaseHeadings, rows)
}

export const clashHeadings = ['周次', '日期', '类型', '领导', '单位', '涉及的行'] as const

/** 冲突: what hinders what in the weeks ahead; nothing is blocked. */
export const clashPage = (weekly: Weekly[], district: District): string[][] => {
  const leader = (id: string) => district.leaders.find((each) => each.id === id)?.name ?? id
  const reader = ({ registers: { plan } }: Weekly) =>
    controlReader(district, plan.approval?.settings)
  const rows = weekly.flatMap((each) =>
    each.weeks.flatMap(({ clashes }) =>
      clashes.map((clash) => [
        weekTitle(clash.week as Day).title,
        sayDay(clash.day),
        clashWord(reader(each), clash),
        clash.leaders.map(leader).join('、'),
        clash.offices.map((id) => shortName(district, id)).join('、'),
        clash.ids.join('、'),
      ]),
    ),
  )
  return pageOf(clashHeadings, rows)
}

export const problemHeadings = ['类别', '对象', '说明', '自何时'] as const

/** Something that a person at the control workbook has to look at. */
export type Trouble = { kind: string; object: string; text: string; since: string }

export const problemPage = (troubles: Trouble[]): string[][] =>
  pageOf(
    problemHeadings,
    troubles.map((each) => [each.kind, each.object, each.text, each.since]),
  )

export const suggestionHeadings = ['单位', '日期', '意见', '提出人', '回复'] as const

/** 各办意见: what the offices want changed, never counted. */
export const suggestionPage = (rows: string[][]): string[][] => pageOf(suggestionHeadings, rows)

export const letterHeadings = ['时间', '收件人', '事由', '有关', '状态', '编号'] as const

const letterKinds: Record<string, string> = {
  remind: '报送提醒',
  returned: '退回补正',
  overdue: '未报告知',
  cutoff: '截止未报',
  approve: '待审定',
  issued: '一周安排已印发',
  notice: '安排调整通知',
  clash: '新的冲突',
  assigned: '新任务',
  helping: '协办任务',
  unsigned: '未签收',
  slip: '督办单',
  report: '专报',
  hint: '沟通提示',
  red: '任务逾期',
  urged: '催办',
  digest: '今日提醒',
}

const letterStates: Record<LetterState, string> = {
  queued: '待发',
  claimed: '正在发',
  sent: '已发',
  withdrawn: '已撤回',
  uncertain: '不确定，请核实是否收到',
  failed: '发送失败',
  shown: '未发邮件，文字见「可复制文字」',
}

/** How a letter fares, with why it was not taken and when it is tried again. */
const letterState = (letter: Letter): string => {
  const why = letter.reason === undefined ? '' : `：${sayMailReason(letter.reason)}`
  const again = letter.next === undefined ? '' : `，${sayMoment(letter.next)}再试`
  return `${letterStates[letter.state]}${why}${again}`
}

export const sayLetterKind = (kind: string): string => letterKinds[kind] ?? kind

/** How many letters 发件情况 lists. */
const mostLetters = 300

/** 发件情况: the letters of the last days, newest first. */
export const letterPage = (letters: Letter[], district: District): string[][] => {
  const rows = [...letters]
    .sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1))
    .slice(0, mostLetters)
    .map((letter) => [
      sayMoment(letter.at),
      district.people.find((person) => person.id === letter.person)?.name ?? letter.person,
      sayLetterKind(letter.kind),
      letter.about,
      letterState(letter),
      letter.key,
    ])
  // What is not listed is said first, for nobody to think that there is no more.
  const all =
    letters.length > mostLetters
      ? [[`共${letters.length}封，列出最近${mostLetters}封`, '', '', '', '', '']]
      : []
  return pageOf(letterHeadings, [...all, ...rows])
}

import type { Day } from '../domain/day'
import { shortName } from '../domain/district'
import { bothAway } from '../domain/liaison'
import { dayOf, type Moment, sayMoment } from '../domain/moment'
import { numberGaps } from '../domain/number-gaps'
import { controlReader, lineSaid } from '../domain/readers'
import { heldMail } from '../domain/sending'
import { taskProblems } from '../domain/task-problems'
import type { Weekly } from '../domain/weekly'
import type { Trouble } from '../wording/pages/control-pages'
import { sayRefusal } from '../wording/pages/desk-todo'
import { sayHeld } from '../wording/pages/held-matters'
import { letterTroubles } from '../wording/pages/letter-troubles'
import { findingsOf } from './findings'
import { listProblems } from './list-problems'
import { unrepaired } from './repair-note'
import type { Run } from './run'
import { saySettingRow } from './setting-problems'

/** What is wrong in the plans of the weeks that are not over; of a kept line only in which column. */
const deskProblems = ({ district, journal }: Run, weekly: Weekly): Trouble[] => {
  const { plan } = weekly.registers
  const weeks = weekly.weeks.filter(({ week }) => week.ends > journal.at)
  const live = weeks.map(({ week }) => String(week.monday))
  return weekly.lines
    .filter(({ week }) => live.includes(week))
    .flatMap((line) => {
      const reader = controlReader(district, plan.approval?.settings, line.week as Day)
      const isOpen = lineSaid(reader, line) === 'full'
      return line.problems.map(({ heading, text }) => ({
        kind: '待更正',
        object: shortName(district, line.office),
        text: `${plan.title} ${line.row.id}：${heading}${isOpen ? text : '有误，内容见该单位工作台'}`,
        since: '',
      }))
    })
}

/** What a person at the control workbook has to look at: unread desks, doubtful letters, refusals. */
export const troublesOf = (run: Run): Trouble[] => {
  const { state } = run.journal
  const { setting } = run.registry.house.district
  const name = (book: string) =>
    run.district.offices.find((office) => office.desk === book)?.short ?? '总台账'
  const since = (at: Moment) => sayMoment(at)
  const faults = [...state.faults.values()]
    .filter((fault) => fault.register !== '')
    .flatMap((fault) =>
      fault.texts.map((text) => ({
        kind: '表头或公式',
        object: name(fault.book),
        text,
        since: since(fault.since),
      })),
    )
  const unread = [...run.unread].map(([book, { since: at, reason }]) => ({
    kind: '未读到',
    object: name(book),
    text: `暂未取得最新数据，以下为${sayMoment(at)}的数据；${reason}`,
    since: since(at),
  }))
  const person = (id: string) => run.district.people.find((each) => each.id === id)?.name ?? id
  const looks = unrepaired(state).map(({ book, since: at, why }) => ({
    kind: '版面',
    object: book === run.dashboard ? '总览' : name(book),
    text: `${why}；内容不受影响，次日夜间再修复`,
    since: since(at),
  }))
  const doubtful = letterTroubles([...state.letters.values()], heldMail(run.journal), person)
  const rows = listProblems(run).map(({ register, id, problem }) => ({
    kind: '待更正',
    object: run.registry.all.find((each) => each.id === register)?.title ?? register,
    text: `${register === setting.id ? saySettingRow(run.registry.all, id) : id}：${problem.heading}${problem.text}`,
    since: '',
  }))
  const tasks = run.tasks.flatMap(({ registers: { task } }) =>
    taskProblems(state, task, run.district, dayOf(run.journal.at))
      .filter(({ book }) => book === run.control)
      .map(({ id, heading, text }) => ({
        kind: '待更正',
        object: task.title,
        text: `${id}：${heading}${text}`,
        since: '',
      })),
  )
  const desks = run.weekly.flatMap((weekly) => deskProblems(run, weekly))
  const uncovered = bothAway(run.district, dayOf(run.journal.at)).map(({ leader, days }) => ({
    kind: '联络员',
    object: leader.label,
    text: `联络员A、B同时外出（${days}），请明确临时C岗，填在「外出请假」的“代管人”`,
    since: '',
  }))
  const refusals = [...state.refusals.values()].map((refusal) => ({
    kind: '已拒收',
    object: name(refusal.book),
    text: `${refusal.tab ? `「${refusal.tab}」` : ''}「${refusal.heading}」第${refusal.position}行（${refusal.rule}）：${sayRefusal(refusal)}，并清除文件历史版本`,
    since: since(refusal.at),
  }))
  const held = [...state.held.values()].flatMap((each) => {
    const register = run.registry.all.find(({ id }) => id === each.register)
    const text = sayHeld(register, each)
    const where = `${register?.title ?? each.register} ${each.id}`
    return text === ''
      ? []
      : [
          {
            kind: '待补正',
            object: name(each.book),
            text: `${where}：${text}`,
            since: since(each.at),
          },
        ]
  })
  const findings = findingsOf(run).map((text) => ({
    kind: '自检',
    object: '总台账',
    text,
    since: '',
  }))
  const gaps = run.tasks.flatMap(({ registers: { task: register } }) =>
    numberGaps({
      district: run.district,
      register,
      asks: state.asks,
      on: dayOf(run.journal.at),
    }).map((number) => ({
      kind: '文号',
      object: register.title,
      text: `${number}空缺，请核对文号登记簿`,
      since: '',
    })),
  )
  return [
    ...unread,
    ...findings,
    ...faults,
    ...looks,
    ...doubtful,
    ...refusals,
    ...held,
    ...uncovered,
    ...rows,
    ...tasks,
    ...desks,
    ...gaps,
  ]
}

import type { District, Office } from '../domain/district'
import { labelOf, type Named } from '../domain/names'
import { readersOf } from '../domain/readers'
import { sheetOf } from '../domain/register'
import { dashboardLook, listLook, todoLook, weekLook } from '../layout/page-looks'
import { registerLook } from '../layout/register-looks'
import type { TabLook } from '../layout/tab-look'
import { taskListLook } from '../layout/task-list-look'
import { trendCharts, trendLook } from '../layout/trend-looks'
import {
  chaseHeadings,
  clashHeadings,
  letterHeadings,
  problemHeadings,
  suggestionHeadings,
} from '../wording/pages/control-pages'
import { copyHeadings, copyTab } from '../wording/pages/copy-page'
import { dataHeadings } from '../wording/pages/dashboard'
import { todoHeadings } from '../wording/pages/desk-todo'
import { taskListHeadings } from '../wording/pages/task-list'
import { trendColumns, trendFigures, trendHeadings } from '../wording/pages/trend'
import { weekSheetHeadings } from '../wording/pages/week-sheet'
import { controlRegisters, deskRegisters, type Registry, weeklyRegisters } from './registry'
import { dashboardTab, dataTab } from './render-dashboard'
import { todoTab } from './render-desk'
import { showsTaskList, taskListTab } from './render-task-list'
import { trendTab } from './render-trend'

/** Google takes no more choices in one drop-down. */
const mostChoices = 500

/** What a column of names offers: nothing, unless some of them are called alike and have to be told. */
const offeredOf = (list: readonly Named[], own: readonly Named[] = list): string[] => {
  const labels = own.map((one) => labelOf(list, one))
  return labels.some((label, i) => label !== own[i]?.name) ? labels.slice(0, mostChoices) : []
}

const servedAt = (district: District, { id }: Office): Named[] => {
  const own = new Set(district.leaders.flatMap((each) => (each.office === id ? each.id : [])))
  return district.names.leaders.filter((each) => own.has(each.id))
}

/** The tabs of a desk, in their order. */
export const deskLooks = (registry: Registry, district: District, office: Office): TabLook[] => {
  const registers = deskRegisters(registry, office)
  const weeks = weeklyRegisters(registry)
    .filter(({ plan }) => readersOf(district, plan.approval?.settings).includes(office.id))
    .map(({ plan }, i) => weekLook(sheetOf(plan), 1 + i, weekSheetHeadings(false)))
  const list = showsTaskList(registry, office)
    ? [taskListLook(taskListTab, 1 + weeks.length, taskListHeadings)]
    : []
  const first = 1 + weeks.length + list.length
  const offered = {
    person: offeredOf(district.names.people),
    leader: offeredOf(district.names.leaders, servedAt(district, office)),
  }
  return [
    todoLook(todoTab, todoHeadings),
    ...weeks,
    ...list,
    ...registers.map((register, i) => registerLook(register, first + i, offered)),
    listLook(copyTab, first + registers.length, copyHeadings),
  ]
}

/** The tabs of the control workbook: what waits for people first, the lists behind. */
export const controlLooks = (registry: Registry, district: District): TabLook[] => {
  const offered = {
    person: offeredOf(district.names.people),
    leader: offeredOf(district.names.leaders),
  }
  const pages: ((index: number) => TabLook)[] = [
    (i) => listLook('催报单', i, chaseHeadings),
    ...weeklyRegisters(registry)
      .filter(({ plan }) => plan.approval)
      .map(
        ({ plan }) =>
          (i: number) =>
            weekLook(sheetOf(plan), i, weekSheetHeadings(true)),
      ),
    (i) => listLook('冲突', i, clashHeadings),
    ...(showsTaskList(registry, undefined)
      ? [(i: number) => taskListLook(taskListTab, i, taskListHeadings)]
      : []),
    (i) => listLook(copyTab, i, copyHeadings),
    (i) => listLook('问题', i, problemHeadings),
    (i) => listLook('各办意见', i, suggestionHeadings),
    (i) => listLook('发件情况', i, letterHeadings),
  ]
  const registers = controlRegisters(registry)
  const scripted = registers.filter((register) => register.rows === 'script')
  const kept = registers.filter((register) => register.rows !== 'script')
  const makers = [
    ...scripted.map((register) => (i: number) => registerLook(register, i, offered)),
    ...pages,
    ...kept.map((register) => (i: number) => registerLook(register, i, offered)),
  ]
  return makers.map((make, i) => make(i))
}

/** The tabs of the dashboard. */
export const dashboardLooks = (): TabLook[] => [
  dashboardLook(dashboardTab, trendCharts(trendTab, trendColumns)),
  trendLook(trendTab, 1, trendHeadings, trendFigures),
  listLook(dataTab, 2, dataHeadings),
]

import type { District } from '../domain/district'
import type { Journal } from '../domain/event'
import type { Moment } from '../domain/moment'
import type { Weekly } from '../domain/weekly'
import type { BookId, Ports } from '../ports'
import type { RefusedTab } from './guard-book'
import type { TaskBoard } from './judge-tasks'
import type { Registry } from './registry'
import type { TakenIn } from './take-in'

/** Everything one run has read and judged. */
export type Run = {
  ports: Ports
  registry: Registry
  control: BookId
  /** The dashboard's workbook, '' where there is none. */
  dashboard: BookId
  journal: Journal
  district: District
  weekly: Weekly[]
  tasks: TaskBoard[]
  /** What each workbook read in this run said, by workbook. */
  taken: Map<BookId, TakenIn[]>
  /** Cells to be emptied before anything else is written. */
  refused: RefusedTab[]
  /** Desks that could not be read: since when their rows stand, and why. */
  unread: Map<BookId, { since: Moment; reason: string }>
}

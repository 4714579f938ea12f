import { ask } from '../jobs/ask'
import { type DescribeRange, describe as describeDistrict } from '../jobs/describe'
import { type ExplainAsked, explain as explainNumber } from '../jobs/explain'
import { type EditAsked, mayEdit as mayEditCells } from '../jobs/may-edit'
import { type PaperAsked, papers as papersOf } from '../jobs/papers'
import { refusal } from '../jobs/permission'
import { rebuildCheck as checkRebuilt } from '../jobs/rebuild-check'
import type { Registry } from '../jobs/registry'
import { selfCheck as checkItself } from '../jobs/self-check'
import { type SetUp, setUpDistrict as setUp } from '../jobs/set-up'
import { tick as runTick } from '../jobs/tick'
import type { Ports } from '../ports'
import { house, registers } from '../registers/index'
import { digest } from './digest'
import { portsOf } from './ports'
import type {
  ConsoleLike,
  DriveLike,
  EditEventLike,
  GoogleLike,
  LockServiceLike,
  MailAppLike,
  PropertiesServiceLike,
  ScriptAppLike,
  SessionLike,
  SheetsLike,
  SpreadsheetAppLike,
  UtilitiesLike,
} from './surface'

declare const SpreadsheetApp: SpreadsheetAppLike
declare const MailApp: MailAppLike
declare const PropertiesService: PropertiesServiceLike
declare const LockService: LockServiceLike
declare const Session: SessionLike
declare const Utilities: UtilitiesLike
declare const ScriptApp: ScriptAppLike
declare const Sheets: SheetsLike
declare const Drive: DriveLike
declare const console: ConsoleLike

const registry: Registry = { all: registers, house }

// Nothing of Google is touched while the file loads: only inside a call.
const google = (): GoogleLike => ({
  SpreadsheetApp,
  MailApp,
  PropertiesService,
  LockService,
  Session,
  Utilities,
  ScriptApp,
  Sheets,
  Drive,
  console,
})

const ports = (): Ports => portsOf(google())

const given = <T>(json: unknown, empty: T): T =>
  typeof json === 'string' && json !== '' ? (JSON.parse(json) as T) : empty

/** Shows the menu 联席; a click only adds a line to 手动操作. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu('联席')
    .addItem('立即汇总', 'askCollect')
    .addItem('送审下周计划', 'askApproval')
    .addItem('修复版面', 'askRepair')
    .addToUi()
}

/** The clock trigger: one tick. */
export function tick(): string {
  return JSON.stringify(runTick(ports(), registry, digest))
}

/** The daily self-check. */
export function selfCheck(): string {
  return JSON.stringify(checkItself(ports(), registry, digest))
}

/** An edit of the control workbook: a request there is done at once. */
export function controlEdited(event?: EditEventLike): string {
  const tab = event?.range.getSheet().getName()
  if (tab !== undefined && tab !== house.request.title) return JSON.stringify({ outcome: 'idle' })
  return JSON.stringify(runTick(ports(), registry, digest, true))
}

/** Menu: collect now. */
export function askCollect(): void {
  ask(ports(), registry, '立即汇总', '')
}

/** Menu: put the coming week up for approval now. */
export function askApproval(): void {
  ask(ports(), registry, '送审', '下周一')
}

/** Menu: repair the looks. */
export function askRepair(): void {
  ask(ports(), registry, '修复版面', '')
}

/** Makes empty workbooks into those of a district, over several calls where one is too short; only the account that will run it may. */
export function setUpDistrict(json: string): string {
  const world = ports()
  const facts = world.facts.all()
  const refused = facts.control === undefined ? undefined : refusal(world)
  if (refused) throw new Error(refused)
  const done = setUp(
    world,
    registry,
    given<SetUp>(json, { control: '', dashboard: '', desks: [], district: emptyDistrict }),
  )
  world.log.line(done.note ?? `建账完成，共${done.of}个表格`)
  return JSON.stringify(done)
}

const emptyDistrict: SetUp['district'] = { name: '', offices: [], people: [], leaders: [] }

/** Read-only: the district's workbooks, tabs, weeks and counts. */
export function describe(json?: string): string {
  return JSON.stringify(describeDistrict(ports(), registry, digest, given<DescribeRange>(json, {})))
}

/** Read-only: whether people may type in these cells, and which texts are refused. */
export function mayEdit(json: string): string {
  return JSON.stringify(
    mayEditCells(ports(), registry, given<EditAsked>(json, { tab: '', cells: {} })),
  )
}

/** Read-only: how a number, a light or a week comes about. */
export function explain(json: string): string {
  return JSON.stringify(
    explainNumber(ports(), registry, digest, given<ExplainAsked>(json, { what: '' })),
  )
}

/** Read-only: the papers that can be printed now, or one of them by its key. */
export function papers(json?: string): string {
  return JSON.stringify(papersOf(ports(), registry, digest, given<PaperAsked>(json, {})))
}

/** Read-only: renders every page again from workbooks and events and names what differs. */
export function rebuildCheck(): string {
  return JSON.stringify(checkRebuilt(ports(), registry, digest))
}

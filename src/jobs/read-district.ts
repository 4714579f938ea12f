import type { District } from '../domain/district'
import { districtOf } from '../domain/district-of'
import type { Journal } from '../domain/event'
import { meaningPin } from '../domain/meaning-pin'
import { dayOf } from '../domain/moment'
import type { Register } from '../domain/register'
import { serialPrefix } from '../domain/serial'
import { rowsOf } from '../domain/state'
import type { Ports } from '../ports'
import { editorOf } from './editor-of'
import { inTab, type RefusedTab, readGuarded } from './guard-book'
import { controlRegisters, type Registry } from './registry'
import { isLastOfSetting } from './setting-problems'
import { coveredAt, type Standing } from './standing'
import { controlLooks } from './tab-looks'
import { type TakenIn, takeIn } from './take-in'

/** Reads the control workbook: who there is, what holds, what is asked. */
export const readDistrict = (
  ports: Ports,
  registry: Registry,
  journal: Journal,
  standing: Standing,
): { district: District; taken: TakenIn[]; refused: RefusedTab[] } => {
  const registers = controlRegisters(registry)
  const { district } = registry.house
  const lists = new Set<Register>(Object.values(district))
  // As the names stood before this reading: what they meant then is what was meant.
  const before = districtOf(journal.state, district)
  const own = controlLooks(registry, before).map(({ name }) => name)
  const { contents, refused } = readGuarded(ports, journal, standing.control, registers, own)
  const told = journal.news.length
  const lastOfSetting = isLastOfSetting(
    registry.all,
    rowsOf(journal.state, district.setting.id, standing.control),
  )
  const take = (register: Register, known: District): TakenIn =>
    takeIn(journal, {
      book: standing.control,
      register,
      ...inTab(register, contents, refused),
      after: coveredAt(standing, standing.control),
      by: editorOf(ports, known, standing.control),
      prefix: serialPrefix(register, known, journal.at) ?? register.id,
      keeps: (id, present) =>
        register.rows === 'script' ||
        register.serial !== undefined ||
        (register === district.setting && lastOfSetting(id, present)),
      pin: meaningPin(register, known.names, dayOf(journal.at)),
    })
  const first = registers.filter((each) => lists.has(each)).map((each) => take(each, before))
  // Numbers and names of the rest follow the lists as they read now.
  const now = journal.news.length === told ? before : districtOf(journal.state, district)
  const rest = registers.filter((each) => !lists.has(each)).map((each) => take(each, now))
  return { district: now, taken: [...first, ...rest], refused }
}

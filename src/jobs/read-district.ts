import { type District, districtOf } from '../domain/district'
import type { Journal } from '../domain/event'
import { namePin } from '../domain/name-pin'
import type { Ports } from '../ports'
import { controlRegisters, type Registry } from './registry'
import { coveredAt, type Standing } from './standing'
import { type TakenIn, takeIn } from './take-in'

/** Reads the control workbook: who there is, what holds, what is asked. */
export const readDistrict = (
  ports: Ports,
  registry: Registry,
  journal: Journal,
  standing: Standing,
): { district: District; taken: TakenIn[] } => {
  const registers = controlRegisters(registry)
  const contents = ports.tables.read(
    standing.control,
    registers.map((register) => register.title),
  )
  // As the names stood before this reading: what they meant then is what was meant.
  const { names } = districtOf(journal.state, registry.house.district)
  const taken = registers.map((register) =>
    takeIn(journal, {
      book: standing.control,
      register,
      content: contents.find((tab) => tab.name === register.title),
      after: coveredAt(standing, standing.control),
      prefix: register.id,
      keeps: () => register.rows === 'script',
      pin: namePin(register, names),
    }),
  )
  return { district: districtOf(journal.state, registry.house.district), taken }
}

import { sayStamp } from '../domain/moment'
import { columnsOf } from '../domain/table'
import type { Ports } from '../ports'
import { copyRefusal } from './permission'
import type { Registry } from './registry'
import { standingOf } from './standing'

/**
 * Adds a line to 手动操作 for the next tick; whoever clicks, nothing else is touched.
 *
 * @throws in a copy of the control workbook, or where 手动操作 is not as it should be.
 */
export const ask = (ports: Ports, registry: Registry, what: string, object: string): void => {
  const refused = copyRefusal(ports)
  if (refused) throw new Error(refused)
  const { control } = standingOf(ports.facts.all())
  const register = registry.house.request
  const content = ports.tables.reread(control, register.title)
  const found = content && columnsOf(register, content.shown)
  if (!found || 'fault' in found) throw new Error(`找不到表「${register.title}」或它的标题`)
  const cells: Record<string, string> = {
    time: sayStamp(ports.clock.now()),
    by: ports.identity.clicker(),
    what,
    object,
  }
  const line = Array.from({ length: Math.max(...Object.values(found.columns)) }, () => '')
  for (const [key, text] of Object.entries(cells)) {
    const column = found.columns[key]
    if (column !== undefined) line[column - 1] = text
  }
  ports.tables.append(control, [{ tab: register.title, rows: [line] }])
}

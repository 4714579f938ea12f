import { saidOn } from './decision'
import type { District, Office } from './district'
import type { Register } from './register'
import { rowKey, type State } from './state'
import { postOf } from './task'
import { awaitedOf, type Led } from './task-deciders'
import type { Typed } from './task-decisions'
import type { Ask } from './task-state'
import { understand } from './understand'

type Registers = { task: Register; decision: Register }

/**
 * The workbook where a decision is typed: the post desk of the first commissioner who may decide and
 * holds one, else the control workbook; an objection is decided there.
 */
export const decisionDesk = (
  district: District,
  { task, decision }: Registers,
  led: Led,
  ask: Ask,
): Office | undefined => {
  // What names no commissioner is decided at the control workbook.
  if (ask.kind === '异议' || led.commissioner === '') return undefined
  const [first] = awaitedOf(district, task, led, ask.kind).flatMap(
    ({ id }) => postOf(district, decision, id) ?? [],
  )
  return first
}

/** What stands beside something asked for where it is decided; at a post desk its holder decides, named or not. */
export const typedDecision = (
  state: State,
  registers: Registers,
  district: District,
  led: Led,
  { id, ask }: { id: string; ask: Ask },
  control: string,
): Typed | undefined => {
  const { decision } = registers
  const post = decisionDesk(district, registers, led, ask)
  const found = state.rows.get(rowKey(post?.desk ?? control, decision.id, id))
  if (!found) return undefined
  const { values } = understand(decision, found, district.names)
  const by = decision.decides?.by ?? ''
  const typed = found.cells[by] ?? ''
  const holder = post && typed === '' ? { [by]: post.head } : {}
  const said = saidOn(decision, found, district)
  return { said, values: { ...values, ...holder }, by: typed }
}

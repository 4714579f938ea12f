import type { Ports } from '../ports'
import { standingOf } from './standing'

/** Why nothing may be done from here, whoever asks: the script stands in a copy. */
export const copyRefusal = (ports: Ports): string | undefined => {
  const { control } = standingOf(ports.facts.all())
  return control === '' || ports.identity.home() !== control ? '这是副本，不能运行' : undefined
}

/** Why this run may not act, in a sentence; undefined when it may. */
export const refusal = (ports: Ports): string | undefined => {
  const copied = copyRefusal(ports)
  if (copied) return copied
  const standing = standingOf(ports.facts.all())
  const actor = ports.identity.actor()
  if (actor !== standing.role && (standing.standby === '' || actor !== standing.standby)) {
    return `当前账号${actor}不是运行账号，请用${standing.role}运行`
  }
  return undefined
}

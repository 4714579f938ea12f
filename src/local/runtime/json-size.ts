import type { Json } from '../looks/json'

/** How many bytes a value takes as JSON text, written out; parts that are one object are counted each time. */
export function jsonSize(value: Json | undefined, known = new WeakMap<object, number>()): number {
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value))
  }
  const before = known.get(value)
  if (before !== undefined) return before
  const size = Array.isArray(value)
    ? value.reduce<number>((sum, inner: Json) => sum + jsonSize(inner, known) + 1, 1)
    : membersSize(value, known)
  known.set(value, size)
  return size
}

function membersSize(value: object, known: WeakMap<object, number>): number {
  return Object.entries(value as { [member: string]: Json | undefined }).reduce(
    (sum, [name, inner]) =>
      inner === undefined ? sum : sum + Buffer.byteLength(name) + 4 + jsonSize(inner, known),
    1,
  )
}

import type { Json } from '../looks/json'

/**
 * JSON text of a large answer in which equal parts are one object: each such part is written once,
 * and the prelude puts the same object in every place.
 */
export function sharedJson(value: Json): string {
  const counts = new Map<object, number>()
  count(value, counts)
  const places = new Map<object, number>()
  const shared: Json[] = []
  const whole = written(value, { counts, places, shared })
  return JSON.stringify({ shared, whole })
}

type Writing = { counts: Map<object, number>; places: Map<object, number>; shared: Json[] }

function count(value: Json | undefined, counts: Map<object, number>): void {
  if (typeof value !== 'object' || value === null) return
  const before = counts.get(value) ?? 0
  counts.set(value, before + 1)
  if (before === 0) for (const inner of Object.values(value)) count(inner, counts)
}

function written(value: Json, writing: Writing): Json {
  if (typeof value !== 'object' || value === null) return value
  if ((writing.counts.get(value) ?? 0) < 2) return copied(value, writing)
  const known = writing.places.get(value)
  if (known !== undefined) return { $shared: known }
  const copy = copied(value, writing)
  const place = writing.shared.push(copy) - 1
  writing.places.set(value, place)
  return { $shared: place }
}

function copied(value: object, writing: Writing): Json {
  if (Array.isArray(value)) return value.map((inner: Json) => written(inner, writing))
  const members = Object.entries(value as { [member: string]: Json | undefined })
  return Object.fromEntries(
    members.map(([member, inner]) => [
      member,
      inner === undefined ? undefined : written(inner, writing),
    ]),
  )
}

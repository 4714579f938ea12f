export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [member: string]: Json | undefined }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a dotted path such as textFormat.bold. */
export function valueAt(from: Json | undefined, path: string): Json | undefined {
  let value: Json | undefined = from
  for (const member of path.split('.')) value = isObject(value) ? value[member] : undefined
  return value
}

/** Sets, or with undefined removes, the value at a dotted path. */
export function setAt(into: JsonObject, path: string, value: Json | undefined): void {
  const members = path.split('.')
  const last = members.pop() ?? path
  let holder = into
  for (const member of members) {
    const next = holder[member]
    const child: JsonObject = isObject(next) ? { ...next } : {}
    holder[member] = child
    holder = child
  }
  if (value === undefined) delete holder[last]
  else holder[last] = value
}

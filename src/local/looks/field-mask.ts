import type { Json, JsonObject } from './json'

/** The members a field mask names; an empty branch means everything below. */
export type Mask = { [member: string]: Mask }

/** Reads a mask such as `userEnteredFormat(textFormat.bold,wrapStrategy)`. @throws when malformed. */
export function maskOf(fields: string): Mask {
  const tokens = fields.match(/[A-Za-z*]+|[(),./]/g) ?? []
  if (tokens.join('') !== fields.replace(/\s/g, ''))
    throw new Error(`Invalid field mask: ${fields}`)
  const root: Mask = {}
  const stack: Mask[] = [root]
  let branch = root
  for (const token of tokens) {
    const level = stack.at(-1)
    if (!level) throw new Error(`Invalid field mask: ${fields}`)
    if (token === '(') stack.push(branch)
    else if (token === ')') {
      stack.pop()
      branch = stack.at(-1) ?? root
    } else if (token === ',') branch = level
    else if (token !== '.' && token !== '/') {
      branch[token] ??= {}
      branch = branch[token]
    }
  }
  if (stack.length !== 1) throw new Error(`Invalid field mask: ${fields}`)
  return root
}

/** The dotted paths of a mask's leaves. */
export function pathsOf(mask: Mask, prefix = ''): string[] {
  return Object.entries(mask).flatMap(([member, below]) =>
    Object.keys(below).length === 0
      ? [`${prefix}${member}`]
      : pathsOf(below, `${prefix}${member}.`),
  )
}

/** What of a value the mask names. Shared parts stay shared, so that large answers stay small. */
export function masked(value: Json, mask: Mask, seen: Map<Mask, WeakMap<object, Json>>): Json {
  if (Object.keys(mask).length === 0 || '*' in mask) return value
  if (value === null || typeof value !== 'object') return value
  const known = seen.get(mask) ?? new WeakMap<object, Json>()
  seen.set(mask, known)
  const before = known.get(value)
  if (before !== undefined) return before
  const after = Array.isArray(value)
    ? value.map((entry) => masked(entry, mask, seen))
    : maskedObject(value, mask, seen)
  known.set(value, after)
  return after
}

function maskedObject(value: JsonObject, mask: Mask, seen: Map<Mask, WeakMap<object, Json>>) {
  const after: JsonObject = {}
  for (const [member, below] of Object.entries(mask)) {
    const found = value[member]
    if (found !== undefined) after[member] = masked(found, below, seen)
  }
  return after
}

/** Whether a mask asks for a member at a dotted path, or for everything above it. */
export function asksFor(mask: Mask, path: string): boolean {
  let branch: Mask | undefined = mask
  for (const member of path.split('.')) {
    if (branch === undefined) return false
    if (Object.keys(branch).length === 0 || '*' in branch) return true
    branch = branch[member]
  }
  return branch !== undefined
}

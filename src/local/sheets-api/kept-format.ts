import { keptColor } from '../looks/color'
import type { Json, JsonObject } from '../looks/json'
import { isObject, valueAt } from '../looks/json'

const prefix = /^userEnteredFormat\.?/

/**
 * The values of a cell format by dotted path, null where the mask names what is not given.
 *
 * As Google does, a colour is kept in 8 bits and stands under both its old and its new name.
 */
export function keptFormat(format: JsonObject, paths: readonly string[]): { [path: string]: Json } {
  const kept: { [path: string]: Json } = {}
  for (const path of paths.map((given) => given.replace(prefix, ''))) {
    if (path === '' || path === '*') {
      // The whole format is replaced: members that are not given are unset.
      for (const member of formatMembers) put(kept, member, format[member])
    } else put(kept, path, valueAt(format, path))
  }
  return kept
}

const formatMembers = [
  'numberFormat',
  'backgroundColor',
  'backgroundColorStyle',
  'borders',
  'padding',
  'horizontalAlignment',
  'verticalAlignment',
  'wrapStrategy',
  'textDirection',
  'textFormat',
  'hyperlinkDisplayType',
  'textRotation',
]

function put(kept: { [path: string]: Json }, path: string, value: Json | undefined): void {
  const member = path.split('.').at(-1) ?? path
  if (member === 'textFormat' || member === 'borders') {
    kept[path] = isObject(value) ? withColors(value) : null
    return
  }
  const isStyle = member.endsWith('ColorStyle')
  if (!isStyle && !member.endsWith('Color')) {
    kept[path] = value ?? null
    return
  }
  const color = isStyle ? valueAt(value, 'rgbColor') : value
  const plainPath = isStyle ? path.slice(0, -'Style'.length) : path
  // With the whole format named, the other name of the same colour must not unset it.
  if (color === undefined && kept[plainPath] !== undefined && kept[plainPath] !== null) return
  kept[plainPath] = color === undefined ? null : keptColor(color)
  kept[`${plainPath}Style`] = color === undefined ? null : { rgbColor: keptColor(color) }
}

function withColors(value: JsonObject): JsonObject {
  const after: JsonObject = {}
  for (const [member, inner] of Object.entries(value)) {
    if (member.endsWith('ColorStyle') || member.endsWith('Color')) {
      const kept: { [path: string]: Json } = {}
      put(kept, member, inner)
      Object.assign(after, kept)
    } else after[member] = isObject(inner) ? withColors(inner) : inner
  }
  return after
}

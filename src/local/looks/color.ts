import type { Json } from './json'
import { isObject } from './json'

const channels = ['red', 'green', 'blue'] as const

/** A colour as the Sheets API gives it back: 8 bits a channel, as a short float, zeros left out. */
export function keptColor(color: Json | undefined): Json {
  if (!isObject(color)) return {}
  const kept: { [channel: string]: Json } = {}
  for (const channel of channels) {
    const value = color[channel]
    if (typeof value !== 'number' || value <= 0) continue
    const rounded = Math.round(Math.min(value, 1) * 255) / 255
    kept[channel] = Number(Math.fround(rounded).toPrecision(7))
  }
  return kept
}

/** #rrggbb of a colour, or undefined when none is given. */
export function hexOf(color: Json | undefined): string | undefined {
  if (!isObject(color)) return undefined
  const parts = channels.map((channel) => {
    const value = color[channel]
    const byte = typeof value === 'number' ? Math.round(value * 255) : 0
    return byte.toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}

/** Seeded chance: the same seed gives the same sample in every place. */
export type Dice = {
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  chance(share: number): boolean
}

/** Dice thrown by mulberry32, seeded by a text. */
export function diceOf(seed: string): Dice {
  let state = hashOf(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    chance: (share) => next() < share,
  }
}

function hashOf(text: string): number {
  let hash = 2166136261
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619)
  }
  return hash
}

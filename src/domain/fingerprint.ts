const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

/**
 * A short name of a text, to see whether a page still says the same; no protection against forgery.
 *
 * SHA-256 in a script took 8 of the 100 ms of a tick for this.
 */
export const fingerprint = (text: string): string => {
  let one = 0x9e3779b1
  let two = 0x7f4a7c15
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul((two << 5) ^ (two >>> 27) ^ code, 0x27d4eb2f)
  }
  const both = [mixed(one ^ text.length), mixed(two ^ one)]
  return both.map((part) => part.toString(16).padStart(8, '0')).join('')
}

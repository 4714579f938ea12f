/** The value a conditional formula works on. */
export type FormulaValue = string | number | boolean
type Read = (row: number, column: number) => string
/** A formula ready to be asked about a cell (0-based row and column). */
export type Formula = (row: number, column: number) => FormulaValue

type Node = (read: Read, down: number, right: number) => FormulaValue
const token =
  /\s*("(?:[^"]|"")*"|<>|<=|>=|[=<>&(),]|\$?[A-Z]{1,2}\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|TRUE|FALSE)/y

/**
 * Reads a conditional formula over the cells of its own tab; references move with the cell, as seen
 * from the first cell of the range.
 *
 * @throws when the formula uses more than comparisons of text with AND, OR, NOT, LEFT, LEN,
 * ISBLANK, SEARCH and ISNUMBER.
 */
export function formulaFrom(text: string, top: number, left: number, read: Read): Formula {
  const node = new Parser(text).whole()
  return (row, column) => node(read, row - top, column - left)
}

class Parser {
  readonly #text: string
  readonly #tokens: string[] = []
  #next = 0

  constructor(text: string) {
    this.#text = text
    token.lastIndex = 1
    while (text.startsWith('=') && token.lastIndex < text.trimEnd().length) {
      const match = token.exec(text)
      if (!match?.[1]) throw this.#unknown()
      this.#tokens.push(match[1])
    }
  }

  whole(): Node {
    const node = this.#comparison()
    if (this.#next < this.#tokens.length) throw this.#unknown()
    return node
  }

  #unknown(): Error {
    return new Error(`Conditional formula is not implemented in the local store: ${this.#text}`)
  }

  #take(): string {
    const found = this.#tokens[this.#next]
    if (found === undefined) throw this.#unknown()
    this.#next += 1
    return found
  }

  #comparison(): Node {
    const left = this.#joined()
    const operator = this.#tokens[this.#next] ?? ''
    if (!['=', '<>', '<', '>', '<=', '>='].includes(operator)) return left
    this.#next += 1
    const right = this.#joined()
    return (...at) => compare(left(...at), operator, right(...at))
  }

  #joined(): Node {
    let node = this.#single()
    while (this.#tokens[this.#next] === '&') {
      this.#next += 1
      const [before, after] = [node, this.#single()]
      node = (...at) => `${before(...at)}${after(...at)}`
    }
    return node
  }

  #single(): Node {
    const found = this.#take()
    if (found.startsWith('"')) return constant(found.slice(1, -1).replaceAll('""', '"'))
    if (found === 'TRUE' || found === 'FALSE') return constant(found === 'TRUE')
    if (/^\d/.test(found)) return constant(Number(found))
    const reference = /^(\$?)([A-Z]{1,2})(\$?)(\d+)$/.exec(found)
    if (reference) return referenceTo(reference)
    if (found === '(') {
      const inside = this.#comparison()
      if (this.#take() !== ')') throw this.#unknown()
      return inside
    }
    return this.#call(found)
  }

  #call(name: string): Node {
    const known = functions[name]
    if (!known || this.#take() !== '(') throw this.#unknown()
    const inside: Node[] = []
    while (this.#tokens[this.#next] !== ')') {
      inside.push(this.#comparison())
      if (this.#tokens[this.#next] === ',') this.#next += 1
    }
    this.#next += 1
    return (...at) => known(inside.map((node) => node(...at)))
  }
}

const isTrue = (value: FormulaValue | undefined): boolean => value === true || value === 'TRUE'

const functions: { [name: string]: (inside: FormulaValue[]) => FormulaValue } = {
  AND: (inside) => inside.every(isTrue),
  OR: (inside) => inside.some(isTrue),
  NOT: ([value]) => !isTrue(value),
  LEN: ([value]) => String(value ?? '').length,
  LEFT: ([value, count]) => String(value ?? '').slice(0, Number(count ?? 1)),
  ISBLANK: ([value]) => value === '',
  ISNUMBER: ([value]) => typeof value === 'number',
  // SEARCH finds nothing as an error, which ISNUMBER turns into FALSE: text does the same here.
  SEARCH: ([part, whole]) => {
    const at = String(whole ?? '')
      .toLowerCase()
      .indexOf(String(part ?? '').toLowerCase())
    return at < 0 ? '#VALUE!' : at + 1
  },
}

function constant(value: FormulaValue): Node {
  return () => value
}

function referenceTo(match: RegExpExecArray): Node {
  const column = [...(match[2] ?? '')].reduce((sum, at) => sum * 26 + at.charCodeAt(0) - 64, 0) - 1
  const row = Number(match[4]) - 1
  return (read, down, right) =>
    read(match[3] ? row : row + down, match[1] ? column : column + right)
}

function compare(left: FormulaValue, operator: string, right: FormulaValue): boolean {
  const bothNumbers = typeof left === 'number' && typeof right === 'number'
  const order = bothNumbers ? left - right : ordered(String(left), String(right))
  if (operator === '=') return order === 0
  if (operator === '<>') return order !== 0
  if (operator === '<') return order < 0
  if (operator === '>') return order > 0
  return operator === '<=' ? order <= 0 : order >= 0
}

function ordered(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()]
  if (a === b) return 0
  return a < b ? -1 : 1
}

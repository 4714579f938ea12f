import { readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'

/**
 * The names a source file exports as values, in order: for the entry file these are the functions
 * that triggers, menus and pages may call.
 *
 * @param {string} file
 * @returns {string[]}
 * @throws when the file does not parse, or exports all of another file
 */
export function publicFunctions(file) {
  const { module, errors } = parseSync(file, readFileSync(file, 'utf8'))
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  return module.staticExports
    .flatMap((statement) => statement.entries)
    .filter((entry) => !entry.isType)
    .map((entry) => {
      if (entry.exportName.name) return entry.exportName.name
      throw new Error(`${file}: export every public function by its name, not by * or default`)
    })
}

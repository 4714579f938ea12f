import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { publicFunctions } from '../../scripts/public-functions.mjs'

function written(source: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lianxi-')), 'main.ts')
  writeFileSync(file, source)
  return file
}

it('every value that is exported by its name is public, in order, and no type is', () => {
  const file = written(`
    export function tick(): void {}
    function quietly(): void {}
    const verb = (): void => {}
    export { verb as askCollect }
    export { onOpen } from './menu'
    export type Answer = string
    export const describe = (): string => ''
  `)
  expect(publicFunctions(file)).toEqual(['tick', 'askCollect', 'onOpen', 'describe'])
})

it.each(["export * from './jobs'", 'export default function tick() {}'])(
  'nobody can say what is public after %s, so it is refused',
  (source) => {
    expect(() => publicFunctions(written(source))).toThrow('by its name')
  },
)

it('a file that does not parse is refused with its name', () => {
  expect(() => publicFunctions(written('export function ('))).toThrow('main.ts')
})

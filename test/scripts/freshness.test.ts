import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { outdated } from '../../scripts/freshness.mjs'

const PATHS = ['src/domain/day.ts', 'src/domain', 'src', 'package.json', 'dist/built', 'dist']

function clone(): string {
  const root = mkdtempSync(join(tmpdir(), 'lianxi-'))
  for (const path of PATHS.filter((name) => /[.]|built/.test(name))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  for (const path of PATHS) touch(root, path, path.startsWith('dist') ? 200 : 100)
  return root
}

function touch(root: string, path: string, seconds: number): void {
  utimesSync(join(root, path), seconds, seconds)
}

it('a build stands while no source is newer', () => {
  expect(outdated(clone())).toBe(false)
})

it.each(['src/domain/day.ts', 'package.json'])('a newer %s asks for a build', (path) => {
  const root = clone()
  touch(root, path, 300)
  expect(outdated(root)).toBe(true)
})

it('a source that was removed asks for a build', () => {
  const root = clone()
  rmSync(join(root, 'src/domain/day.ts'))
  expect(outdated(root)).toBe(true)
})

it('without a build there is one to make', () => {
  const root = clone()
  rmSync(join(root, 'dist/built'))
  expect(outdated(root)).toBe(true)
})

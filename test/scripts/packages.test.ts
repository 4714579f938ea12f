import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { besidesTheLock, forDevelopers, installedVersion, wanted } from '../../scripts/packages.mjs'

function put(root: string, path: string, content: object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), JSON.stringify(content))
}

function clone(installed: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'lianxi-'))
  put(root, 'package.json', { dependencies: { hono: '4.0.0' }, devDependencies: { knip: '6.0.0' } })
  put(root, 'package-lock.json', {
    packages: { '': {}, 'node_modules/hono': {}, 'node_modules/knip': { dev: true } },
  })
  mkdirSync(join(root, 'node_modules'))
  for (const [name, version] of Object.entries(installed))
    put(root, `node_modules/${name}/package.json`, { version })
  return root
}

describe('what npm start finds in node_modules', () => {
  it('knows what is asked for and which version is here', () => {
    const root = clone({ hono: '3.9.0' })
    expect(wanted(root, 'dependencies')).toEqual([['hono', '4.0.0']])
    expect(installedVersion(root, 'hono')).toBe('3.9.0')
    expect(installedVersion(root, 'knip')).toBeUndefined()
  })

  it('takes a package of a folder above for installed, as Node does', () => {
    const root = clone({ hono: '4.0.0' })
    mkdirSync(join(root, 'packages/desk'), { recursive: true })
    expect(installedVersion(join(root, 'packages/desk'), 'hono')).toBe('4.0.0')
  })

  it('names what somebody added besides the lock, so that npm keeps it', () => {
    const root = clone({ hono: '4.0.0', '@mine/tool': '1.2.3', tool: '0.1.0' })
    expect(besidesTheLock(root).toSorted()).toEqual(['@mine/tool@1.2.3', 'tool@0.1.0'])
  })

  it('sees a developer by what only developers need', () => {
    expect(forDevelopers(clone({ hono: '4.0.0' }))).toBe(false)
    expect(forDevelopers(clone({ hono: '4.0.0', knip: '5.0.0' }))).toBe(true)
  })
})

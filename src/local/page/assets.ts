import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { packageRoot } from '../package-root'

type Asset = { type: string; body: string }

/** In the order in which later rules win. */
const styles = [
  'base',
  'frame',
  'board',
  'charts',
  'weeks',
  'cards',
  'letters',
  'tables',
  'book',
  'paper',
  'small',
]

const kept = new Map<string, Promise<Asset>>()

const makers: Record<string, () => Promise<Asset>> = {
  'page.css': async () => {
    const parts = await Promise.all(styles.map((name) => source(`${name}.css`)))
    return { type: 'text/css; charset=utf-8', body: parts.join('\n') }
  },
  'seal.svg': () => fromFile('seal.svg', 'image/svg+xml'),
  'page.js': async () => {
    const { code } = await transform(await source('page.ts'), { loader: 'ts', target: 'es2022' })
    return { type: 'text/javascript; charset=utf-8', body: code }
  },
}

/** The style, the script or the seal of the page; undefined for any other name. */
export function pageAsset(name: string): Promise<Asset> | undefined {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined
  if (make === undefined) return undefined
  const asset = kept.get(name) ?? make()
  kept.set(name, asset)
  return asset
}

async function fromFile(name: string, type: string): Promise<Asset> {
  return { type, body: await source(name) }
}

function source(name: string): Promise<string> {
  return readFile(join(packageRoot(), 'src', 'page', name), 'utf8')
}

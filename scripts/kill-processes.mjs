// Kills play, tick, fill and serve at random moments, 30 of each unless told (CONTRIBUTING.md).
import { spawnSync } from 'node:child_process'
import { buildIfOutdated, install } from './ready.mjs'

install(['dependencies', 'devDependencies'], console.log)
await buildIfOutdated(console.log)
const [kills = '30', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const test = ['vitest', 'run', 'test/acceptance/killed-processes.test.ts', '--reporter=verbose']
const { status } = spawnSync('npx', [...test, '--hookTimeout=600000'], {
  stdio: 'inherit',
  env: { ...process.env, LIANXI_KILLS: kills, LIANXI_SEED: seed },
})
process.exit(status ?? 1)

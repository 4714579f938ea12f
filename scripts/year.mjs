// Plays a year of the sample district and checks it by counters of their own (CONTRIBUTING.md).
import { spawnSync } from 'node:child_process'
import { buildIfOutdated, install } from './ready.mjs'

install(['dependencies', 'devDependencies'], console.log)
await buildIfOutdated(console.log)
const [until = '2025-11-21'] = process.argv.slice(2)
const test = ['vitest', 'run', 'test/acceptance/year.test.ts', '--testTimeout=3600000']
const { status } = spawnSync('npx', [...test, '--reporter=verbose'], {
  stdio: 'inherit',
  env: { ...process.env, LIANXI_UNTIL: until },
})
process.exit(status ?? 1)

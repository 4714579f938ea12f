// Kills a collecting, a reminding and an issuing tick at every single service call (about ten minutes).
import { spawnSync } from 'node:child_process'
import { buildIfOutdated, install } from './ready.mjs'

install(['dependencies', 'devDependencies'], console.log)
await buildIfOutdated(console.log)
const test = ['vitest', 'run', 'test/acceptance/kill-anywhere.test.ts', '--testTimeout=3600000']
const { status } = spawnSync('npx', test, {
  stdio: 'inherit',
  env: { ...process.env, LIANXI_EVERY_CALL: '1' },
})
process.exit(status ?? 1)

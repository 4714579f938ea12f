// Makes, ticks and repairs districts of 6, 60 and 240 offices and says what that costs (some five minutes).
import { spawnSync } from 'node:child_process'
import { buildIfOutdated, install } from './ready.mjs'

install(['dependencies', 'devDependencies'], console.log)
await buildIfOutdated(console.log)
const [desks = '6,60,240'] = process.argv.slice(2)
const test = ['vitest', 'run', 'test/acceptance/large-district.test.ts', '--testTimeout=3600000']
const { status } = spawnSync('npx', test, {
  stdio: 'inherit',
  env: { ...process.env, LIANXI_DESKS: desks },
})
process.exit(status ?? 1)

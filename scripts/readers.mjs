// Plays a hundred random districts and looks for texts where their reader may not see them (some three minutes).
import { spawnSync } from 'node:child_process'
import { buildIfOutdated, install } from './ready.mjs'

install(['dependencies', 'devDependencies'], console.log)
await buildIfOutdated(console.log)
const seed = process.env.READERS_SEED ?? String(Date.now() % 1_000_000_000)
console.log(`seed ${seed}: READERS_SEED=${seed} npm run readers plays the same again`)
const { status } = spawnSync('npx', ['vitest', 'run', 'test/readers'], {
  stdio: 'inherit',
  env: { ...process.env, READERS_SEED: seed, READERS_COUNT: process.env.READERS_COUNT ?? '100' },
})
process.exit(status ?? 1)

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install, root } from './ready.mjs'
import { TALLY } from './tally-reporter.mjs'

const tallyFile = join(root, TALLY)
const args = process.argv.slice(2)
const onlyChecks = args.includes('--only-checks')
const filters = args.filter((arg) => arg !== '--only-checks')

const CHECKS = [
  { name: '生成 build', command: ['scripts/build.mjs'] },
  { name: '格式 format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: '规则 lint', command: ['node_modules/oxlint/bin/oxlint', '.'] },
  { name: '类型 types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: '无用代码 unused', command: ['node_modules/knip/bin/knip.js'] },
]
const VITEST = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=scripts/tally-reporter.mjs',
]

/**
 * @param {string[]} command
 * @returns {boolean} whether it ended well
 */
function run(command) {
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0
}

/** @returns {import('./tally-reporter.mjs').Tally} */
function runTests() {
  rmSync(tallyFile, { force: true })
  const well = run([...VITEST, ...filters])
  if (!existsSync(tallyFile)) return { passed: 0, failed: 1, skipped: [] }
  const tally = /** @type {import('./tally-reporter.mjs').Tally} */ (
    JSON.parse(readFileSync(tallyFile, 'utf8'))
  )
  // vitest may fail without a failed test, as when no file matches a filter.
  return well || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

install(['dependencies', 'devDependencies'], console.log)

const tally = { passed: 0, failed: 0, skipped: 0 }
for (const { name, command } of CHECKS) {
  console.log(`\n— ${name}`)
  const well = run(command)
  console.log(well ? `通过 passed: ${name}` : `未通过 failed: ${name}`)
  tally[well ? 'passed' : 'failed'] += 1
}
if (!onlyChecks) {
  console.log('\n— 测试 tests')
  const tests = runTests()
  tally.passed += tests.passed
  tally.failed += tests.failed
  tally.skipped += tests.skipped.length
  for (const { name, reason } of tests.skipped) console.log(`跳过 skipped: ${name} (${reason})`)
}
if (tally.failed > 0) process.exitCode = 1
console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)

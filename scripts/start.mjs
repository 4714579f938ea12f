import { buildIfOutdated, install, runLocal } from './ready.mjs'

const say = console.error

say('联席：检查组件，生成程序，打开本地工作区 / Lianxi: check packages, build, open the workspace')
try {
  install(['dependencies'], say)
  await buildIfOutdated(say)
  await runLocal(['start', ...process.argv.slice(2)])
} catch (cause) {
  say(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}

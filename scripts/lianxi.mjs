#!/usr/bin/env node
import { buildIfOutdated, install, runLocal } from './ready.mjs'

const say = console.error

try {
  install(['dependencies'], say)
  await buildIfOutdated(say)
  await runLocal(process.argv.slice(2))
} catch (cause) {
  say(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}

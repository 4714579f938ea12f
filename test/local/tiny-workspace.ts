import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Faults, Run } from '../../src/local/contract'
import type { Letter } from '../../src/local/mail/post'
import { compileBundle, runFunction } from '../../src/local/runtime/run-function'
import type { LocalStore } from '../../src/local/store'
import { openStore } from '../../src/local/store'

/** 2024-11-20 09:00 in Shanghai. */
export const wednesday = Date.parse('2024-11-20T09:00:00+08:00')

/** A folder that is gone when the test has finished. */
export function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lianxi-'))
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true })
  })
  return dir
}

export type TinyWorkspace = {
  store: LocalStore
  control: string
  letters: Letter[]
  /** Runs a body as the function `main` of a bundle; `ss` is control and `sheet` its first tab. */
  run(body: string, faults?: Faults): Run
}

/** A workspace of one control workbook on a set clock, with a post that keeps letters in memory. */
export function tinyWorkspace(): TinyWorkspace {
  const store = openStore(emptyFolder())
  store.setFact('clock', `set:${wednesday}`)
  const control = store.createBook('总台账', 'control')
  const letters: Letter[] = []
  const post = {
    send: (letter: Letter) => {
      letters.push(letter)
    },
    close: () => Promise.resolve(),
  }
  onTestFinished(() => {
    store.close()
  })
  const opening = `const ss = SpreadsheetApp.openById('${control}')
    const sheet = ss.getSheetByName('工作表1')`
  return {
    store,
    control,
    letters,
    run: (body, faults) => {
      const isPlain = body.startsWith('//')
      const code = `function main() { ${isPlain ? '' : opening}\n${body} }`
      const machine = { store, post, bundle: compileBundle(code) }
      return runFunction(machine, 'main', [], store.now(), faults)
    },
  }
}

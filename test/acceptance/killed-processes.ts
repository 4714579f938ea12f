import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { packageRoot } from '../../src/local/package-root'
import { openStore } from '../../src/local/store'

/** Numbers that look thrown and are the same for the same seed. */
export function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const local = (): string => join(packageRoot(), 'dist', 'local.mjs')

/** Runs a command of the built command line to its end. */
export function carriedOut(cwd: string, argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [local(), ...argv], {
    cwd,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

/** Begins a command in a process of its own. */
export function begun(cwd: string, argv: string[]) {
  const child = spawn(process.execPath, [local(), ...argv], { cwd })
  // An answer of many lines must not fill a pipe that nobody reads.
  child.stdout.resume()
  let err = ''
  child.stderr.on('data', (text) => {
    err += String(text)
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, err: () => err }
}

/** Kills a process after so many ms, if it lives until then. @returns whether it was killed. */
export async function killedAfter(child: ChildProcess, ms: number): Promise<boolean> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  await ended
  clearTimeout(timer)
  return child.signalCode === 'SIGKILL'
}

/** A file with one row that nobody else types. */
export function rowFile(cwd: string, what: string): string {
  const name = `${what}.csv`
  const row = `2024-11-18,江岳,11月20日,${what}`
  writeFileSync(join(cwd, name), `周次,领导姓名,日期,活动内容\n${row}\n`)
  return name
}

/** What a workspace holds after a kill: its faults, typed rows, log and letters. */
export async function standingAt(dir: string) {
  const store = openStore(dir)
  try {
    const faults = store.faults()
    const desk = store.books().find(({ name }) => name === '区委办工作台')?.id ?? ''
    const tab = store.texts(desk).find(({ name }) => name === '周计划填报')
    const texts = (tab?.rows ?? []).flat()
    const log = store.typings(0).map(({ line }) => line)
    return { faults, texts, log, letters: await lettersOf(dir) }
  } finally {
    store.close()
  }
}

async function lettersOf(dir: string): Promise<string[]> {
  const folder = join(dir, 'inbox')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  return Promise.all(
    files.map(async (file) => {
      const { to, subject, text, date } = await simpleParser(readFileSync(join(folder, file)))
      const day = date?.toISOString().slice(0, 10) ?? ''
      return [[to].flat().map((one) => one?.text), day, subject, text].join('\n')
    }),
  )
}

/** What stands more than once. */
export function doubled(texts: string[]): string[] {
  const seen = new Set<string>()
  return texts.filter((text) => seen.has(text) || !seen.add(text))
}

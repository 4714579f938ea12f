import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../src/local/package-root'
import { openStore } from '../../../src/local/store'
import { smallDistrict } from '../../acceptance/small-district'
import { testShell } from './test-shell'

let box: ReturnType<typeof testShell>
let file: string
const atWorkspace = ['--in', 'ws']
const oneSentence = /^[^\n]*\p{Script=Han}[^\n。]*。$/u

beforeEach(async () => {
  box = testShell()
  await box.run('new', 'ws', '--at', '2024-11-18 08:00')
  await box.run('tick', ...atWorkspace)
  file = join(box.cwd, 'ws', 'lianxi.db')
  writeFileSync(join(box.cwd, 'rows.csv'), '领导姓名,活动内容\n江岳,调研\n')
})

afterEach(() => box.remove())

afterAll(() => {
  if (made !== undefined) rmSync(made, { recursive: true })
})

/** Writes noise over pages of the database: every `step`-th, the first one left out. */
function spoil(step: number, seed = 7): void {
  // Noise on a page that holds nothing would be no damage.
  const db = new Database(file)
  db.exec('vacuum')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const pages = statSync(file).size / 4096
  const open = openSync(file, 'r+')
  let state = seed
  for (let page = 1; page < pages; page += step) {
    const noise = Buffer.from(
      Array.from({ length: 4096 }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        return state % 251
      }),
    )
    writeSync(open, noise, 0, 4096, page * 4096)
  }
  closeSync(open)
}

const filled = ['fill', 'rows.csv', '--desk', '区委办', '--register', '工作表1']

describe('a damaged database', () => {
  it.each([1, 3, 7])('with every %i. page is told by every command that writes', async (step) => {
    spoil(step)
    for (const argv of [['tick'], ['play', '--until', '2024-11-19'], filled, ['start', '--once']]) {
      const { code, out, err } = await box.run(...argv, ...atWorkspace)
      expect(code, argv.join(' ')).toBe(1)
      expect(out).toBe('')
      expect(err).toMatch(oneSentence)
      expect(err).toContain('数据库已损坏')
      expect(err).toContain('备份')
    }
    const check = await box.run('check', ...atWorkspace)
    expect(check.code).toBe(1)
    expect(check.out).toMatch(/^数据库(结构：有 \d+ 处损坏|：读不出来)/)
    const json = JSON.parse((await box.run('check', '--json', ...atWorkspace)).out) as {
      faults: string[]
    }
    expect(json.faults.length).toBeGreaterThan(1)
    for (const sentence of json.faults) expect(sentence).toMatch(oneSentence)
  })

  it.each([
    ['half of it is gone', () => truncateSync(file, 8192), /已损坏|读不出来/],
    ['it is another file', () => writeFileSync(file, '周计划'.repeat(3000)), /已损坏|读不出来/],
    ['it is empty', () => truncateSync(file, 0), /空文件/],
  ])('is told also by who only looks: %s', async (_, harm, told) => {
    for (const log of [`${file}-wal`, `${file}-shm`]) rmSync(log, { force: true })
    harm()
    for (const argv of [['show'], ['tick'], ['check']]) {
      const { code, out, err } = await box.run(...argv, ...atWorkspace)
      expect(code, argv.join(' ')).toBe(1)
      for (const line of (out + err).split('\n')) expect(line).toMatch(oneSentence)
      expect(out + err).toMatch(told)
    }
  })

  it('that holds no workbooks is no workspace', async () => {
    writeFileSync(join(box.cwd, 'rows.csv'), '')
    cpSync(join(box.cwd, 'ws', 'writer.lock'), join(box.cwd, 'writer.lock'))
    const store = openStore(join(box.cwd, 'ws'))
    store.close()
    const { default: Database } = await import('libsql')
    const db = new Database(file)
    db.exec('drop table book')
    db.close()
    expect((await box.run('tick', ...atWorkspace)).err).toContain('不是联席的工作区')
  })

  it('text that is no longer what was written ends the command, not only the tab', async () => {
    const { default: Database } = await import('libsql')
    const db = new Database(file)
    db.exec("update line set cells = '[\"a' || cells")
    db.close()
    const { code, err } = await box.run('tick', ...atWorkspace)
    expect(code).toBe(1)
    expect(err).toContain('数据库已损坏')
    expect((await box.run('check', ...atWorkspace)).out).toContain('行有')
  })
})

describe('a sound workspace', () => {
  it('is said to be sound', async () => {
    const { code, out } = await box.run('check', ...atWorkspace)
    expect({ code, out }).toEqual({
      code: 0,
      out: '数据库、台账和各页都已核对，没有问题。',
    })
  })

  it('whose pages differ from the ledger is told, with what to do', async () => {
    const store = openStore(join(box.cwd, 'ws'))
    store.setProperties({ ...store.properties(), altered: 'yes' })
    store.close()
    const { code, out } = await box.run('check', ...atWorkspace)
    expect(code).toBe(1)
    expect(out).toContain('与台账不一致')
    expect(out).toContain('lianxi tick')
  })
})

/** The built command line in a process of its own, under a shell's limits or as another account. */
/** `limit`: the largest file it may write, in blocks of 512 bytes. */
function child(argv: string[], options: { limit?: number; uid?: number } = {}) {
  const local = join(packageRoot(), 'dist', 'local.mjs')
  const line = [process.execPath, local, ...argv].map((one) => `'${one}'`).join(' ')
  const limit = options.limit === undefined ? '' : `ulimit -f ${options.limit}; `
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${limit}${line}`], {
    cwd: box.cwd,
    encoding: 'utf8',
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  return { code: status, out: stdout.trimEnd(), err: stderr.trimEnd() }
}

const nobody = 65_534

/** Whether an account without rights can run the program, as root's folders may forbid. */
function nobodyReads(): boolean {
  if (process.getuid?.() !== 0) return true
  const local = join(packageRoot(), 'dist', 'local.mjs')
  const look = `require('node:fs').readFileSync(${JSON.stringify(local)})`
  return spawnSync(process.execPath, ['-e', look], { uid: nobody, gid: nobody }).status === 0
}

const heads = '周次,领导姓名,日期,活动内容'

let made: string | undefined

/** A small district with one line typed, by the built command line and its own bundle. */
function ownDistrict() {
  const desk = ['--desk', '区委办', '--register', '周计划填报', '--in', 'own']
  const own = join(box.cwd, 'own')
  if (made !== undefined) {
    cpSync(made, own, { recursive: true })
    return { desk }
  }
  const put = (name: string, text: string) => writeFileSync(join(box.cwd, name), text)
  put('district.json', JSON.stringify(smallDistrict('2024-11-18')))
  child(['new', 'own', '--district', 'district.json', '--at', '2024-11-18 08:00'])
  put('one.csv', `${heads}\n2024-11-18,江岳,11月20日,调研甲处\n`)
  expect(child(['fill', 'one.csv', ...desk])).toMatchObject({ code: 0, err: '' })
  made = mkdtempSync(join(tmpdir(), 'lianxi-own-'))
  cpSync(own, made, { recursive: true })
  return { desk }
}

describe('a disk', () => {
  it('that is full loses nothing that was confirmed', ({ skip }) => {
    skip(process.platform === 'win32', 'no limits of a shell')
    const { desk } = ownDistrict()
    const rows = Array.from({ length: 300 }, (_, at) => `2024-11-18,江岳,11月20日,调研第${at}处`)
    writeFileSync(join(box.cwd, 'many.csv'), `${heads}\n${rows.join('\n')}\n`)
    const full = child(['fill', 'many.csv', ...desk], { limit: 200 })
    expect(full.code).toBe(1)
    expect(full.err).toMatch(oneSentence)
    expect(full.err).toContain('磁盘已满')
    const { out } = child(['show', '--desk', '区委办', '--tab', '周计划填报', '--in', 'own'])
    expect(out).toContain('调研甲处')
    expect(out).not.toContain('调研第')
    expect(child(['fill', 'many.csv', ...desk])).toMatchObject({ code: 0, err: '' })
    const store = openStore(join(box.cwd, 'own'))
    expect(store.faults()).toEqual([])
    store.close()
  })

  it('that takes no writes can be looked at, and says so to who would write', ({ skip }) => {
    skip(process.platform === 'win32', 'no read-only folders')
    skip(!nobodyReads(), 'the folder of the program is closed to the account nobody')
    ownDistrict()
    const dir = join(box.cwd, 'own')
    for (const name of readdirSync(dir)) {
      if (!/-(wal|shm)$/.test(name)) chmodSync(join(dir, name), 0o444)
    }
    chmodSync(dir, 0o555)
    for (const above of [box.cwd, process.env['TMPDIR'] ?? box.cwd]) chmodSync(above, 0o755)
    const uid = process.getuid?.() === 0 ? { uid: nobody } : {}
    const own = ['--in', 'own']
    const show = child(['show', '--desk', '区委办', '--tab', '周计划填报', ...own], uid)
    expect(show).toMatchObject({ code: 0, err: '' })
    expect(show.out).toContain('调研甲处')
    expect(child(['mail', ...own], uid)).toMatchObject({ code: 0, err: '' })
    const tick = child(['tick', ...own], uid)
    expect(tick.code).toBe(1)
    expect(tick.err).toMatch(oneSentence)
    expect(tick.err).toContain('不能写入')
    chmodSync(dir, 0o755)
  })
})

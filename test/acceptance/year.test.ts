import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayAt, later, momentOn } from '../counters/calendar'
import { messages, sentLetters } from '../counters/count-letters'
import { type CountedTask, countTasks } from '../counters/count-tasks'
import { byWeek, countDuties, saidDuties } from '../counters/count-weeks'
import { overdueOf, stageOf } from '../counters/how-tasks-stand'
import { lostRows } from '../counters/lost-rows'
import { type Exported, type Fill, readExported, readFills, tabRows } from '../counters/sheets'

/** A few weeks of the sample district; `npm run year` plays a whole year. */
const asked = process.env.LIANXI_UNTIL
const until = asked ?? '2025-01-04'
const here = mkdtempSync(join(tmpdir(), 'lianxi-year-'))
const dir = process.env.LIANXI_KEPT ?? join(here, 'district')

// The command line as anybody calls it; a larger young heap spares a long play its collections.
const lianxi = (...args: string[]): string =>
  execFileSync(process.execPath, ['--max-semi-space-size=64', 'dist/local.mjs', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })

let books: Exported
let fills: Fill[]
const end = momentOn(until, '18:00')

beforeAll(async () => {
  const began = Date.now()
  if (process.env.LIANXI_KEPT === undefined) {
    lianxi('start', '--once', '--at', '2024-12-13', '--in', dir)
    lianxi('play', '--until', `${until} 18:00`, '--in', dir)
  }
  const seconds = Math.round((Date.now() - began) / 1000)
  lianxi('export', join(here, 'books'), '--in', dir)
  books = await readExported(join(here, 'books'))
  fills = readFills(dir)
  console.log(
    `played up to ${until} in ${seconds} s: ${fills.length} fills, ${messages(dir)} letters`,
  )
}, 3_600_000)

afterAll(() => rmSync(here, { recursive: true, force: true }))

const firstWeek = (): string =>
  tabRows(books, '总台账', '参数表').find((row) => row['参数代号'] === 'weekly.firstWeek')?.[
    '值'
  ] ?? ''

/** The rows of 走势 that have a week: as the dashboard draws them, oldest first. */
const weeksShown = (): string[] =>
  tabRows(books, '总览', '走势')
    .filter((row) => row['周次（周一）'] !== '')
    .map((row) => {
      const counts = `按时${row['按时']} 补报${row['补报']} 未报${row['未报']}`
      const sum = Number(row['按时']) + Number(row['补报']) + Number(row['未报'])
      return `${row['周次（周一）']} ${counts} 应报${row['应报']}=${sum}`
    })

const monthDay = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

describe('every week is as an independent counter finds it', () => {
  it('each duty on time, late or missing', () => {
    const counted = countDuties(books, fills, firstWeek(), end)
    expect(counted.size).toBeGreaterThan(0)
    expect(Object.fromEntries(saidDuties(books, end))).toEqual(Object.fromEntries(counted))
  })

  it('the dashboard shows the same counts, which add up to the duties', () => {
    const counted = byWeek(countDuties(books, fills, firstWeek(), end))
    const offices = new Set(
      [...countDuties(books, fills, firstWeek(), end).keys()].map((key) => key.split(' ')[1]),
    )
    const last = [...counted].slice(-12)
    expect(last.length).toBeGreaterThan(0)
    expect(weeksShown()).toEqual(
      last.map(
        ([monday, counts]) => `${monthDay(monday)} ${counts} 应报${offices.size}=${offices.size}`,
      ),
    )
  })
})

describe('every task is as an independent counter finds it', () => {
  const masters = () => tabRows(books, '总台账', '任务交办')
  const byWhat = (tasks: CountedTask[], say: (task: CountedTask) => string) =>
    tasks.map((task) => `${task.what}：${say(task)}`).sort()

  it('its state and its deadline', () => {
    const counted = countTasks(books, fills)
    const shown = masters().map((row) => `${row['任务内容']}：${row['状态']} ${row['现时限']}`)
    expect(shown.sort()).toEqual(byWhat(counted, (task) => `${stageOf(task)} ${task.due}`))
  })

  it('the days it is overdue', () => {
    const counted = countTasks(books, fills)
    const today = dayAt(end)
    const shown = masters().map((row) => `${row['任务内容']}：${row['逾期天数'] || '0'}`)
    expect(shown.sort()).toEqual(byWhat(counted, (task) => String(overdueOf(task, today))))
  })

  it('the figures directors read', () => {
    const counted = countTasks(books, fills)
    const data = new Map(tabRows(books, '总览', '数据').map((row) => [row['指标'], row['数值']]))
    const today = dayAt(end)
    const done = counted.filter(({ over }) => over === '办结')
    const open = counted.filter(({ over }) => over === '')
    const figures = {
      交办: counted.filter(({ over }) => over !== '中止').length,
      办结: done.length,
      按期办结: done.filter((task) => overdueOf(task, today) === 0).length,
      逾期: open.filter((task) => overdueOf(task, today) > 0).length,
      未定时限: open.filter(({ due }) => due === '').length,
    }
    for (const [name, count] of Object.entries(figures)) {
      expect(`${name}${data.get(name)}`).toBe(`${name}${count}`)
    }
  })
})

it('no letter went out twice, and each that went lies in the inbox', () => {
  const sent = sentLetters(books)
  expect([...sent].filter(([, times]) => times > 1)).toEqual([])
  expect(messages(dir)).toBe(sent.size)
})

it('no row that people typed is lost', () => {
  expect(lostRows(books, fills)).toEqual([])
})

it('every published page can be rebuilt from workbooks and events', () => {
  const { differences } = JSON.parse(lianxi('rebuild', '--check', '--json', '--in', dir)) as {
    differences: unknown[]
  }
  expect(differences).toEqual([])
})

const oneWeek = async (mode: 'fast' | 'full', last: string) => {
  const copy = join(here, mode)
  cpSync(dir, copy, { recursive: true })
  const full = mode === 'full' ? ['--full'] : []
  lianxi('play', '--until', last, ...full, '--in', copy)
  lianxi('export', join(here, `${mode}-books`), '--in', copy)
  const after = await readExported(join(here, `${mode}-books`))
  const pages = [...after].filter(([name]) => !name.startsWith('机器账'))
  return { pages, letters: [...sentLetters(after).keys()].sort(), messages: messages(copy) }
}

// Over a week of a small district the same is asked by full-play.test.ts each time.
const weeks = asked === undefined ? [] : [later(until, 7)]

it.each(weeks)(
  'up to %s all ticks equal those that something was due at',
  async (last) => {
    expect(await oneWeek('full', last)).toEqual(await oneWeek('fast', last))
  },
  3_600_000,
)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import type { Edit } from '../../src/local/contract'
import type { Description } from '../../src/local/description'
import { exportBook } from '../../src/local/export-xlsx'
import { makeDistrict, type SmallDistrict } from './small-district'

const repeated = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** One character of each kind Unicode has, and what tables are made to stumble over. */
const odd = [
  '"',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u000b',
  '\u001f',
  '\u0085',
  '\u00ad',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\udbff\udfff',
  '\ue000',
  '𠮷',
  '👩‍👩‍👧',
  'ﷺ',
  '̃',
  '⃝',
  'ǅ',
  'ʰ',
  'ª',
  '٣',
  'Ⅷ',
  '½',
  '_',
  '—',
  '）',
  '（',
  '»',
  '+',
  '¥',
  '˅',
  '°',
  ' ',
  '\u3000',
  '|',
  '\\',
  '~',
  '^',
  '<b>',
  '&amp;',
  "'",
  '=',
  '#',
  '{}',
  '[]',
  'null',
  '__proto__',
]
const likely = fc.constantFrom(
  '江岳',
  '区委办',
  '2024-11-20',
  '20日 上午9点',
  '是',
  '否',
  '取消',
  '本办',
  '同意',
  '立即汇总',
  '09:00',
  '无',
  '-1',
  '1e9',
  '=1+1',
  '+86',
  '@x',
  "'会",
  '待定',
  '不存在的单位',
  '区人大办、区政府办',
  '第一阶段11月20日；第二阶段12月1日',
  '周一',
  '24:00',
)
const cell = (units: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 5, arbitrary: likely },
    { weight: 5, arbitrary: fc.array(units, { maxLength: 12 }).map((all) => all.join('')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(units, fc.constantFrom(26_000, 49_999, 50_000))
        .map(([unit, length]) => repeated(unit || '字', length)),
    },
  )
/** Two rows of a tab, of these characters and of any that there are. */
const lines = (signs: string[], unit: 'binary' | 'grapheme') => {
  const units = fc.oneof(fc.constantFrom(...signs), fc.string({ unit, maxLength: 3 }))
  const row = fc.array(cell(units), { minLength: 40, maxLength: 40 })
  return fc.array(row, { minLength: 2, maxLength: 2 })
}

type Tab = Description['tabs'][number]

/** Types random rows into a tab: new ones where people add rows, else over those that are there. */
const typeAny = (district: SmallDistrict, desk: string, tab: Tab, rows: string[][]): void => {
  const { store } = district.workspace
  const view = district.view(desk, tab.tab)
  const headings = view.rows[1] ?? []
  const isScript = (heading: string): boolean =>
    tab.headings.some((each) => each.heading === heading && each.script)
  const edits = rows.map(
    (cells): Edit => ({
      kind: 'append',
      values: headings.map((heading, at) => (isScript(heading) ? '' : (cells[at] ?? ''))),
    }),
  )
  store.type(district.book(desk), view.sheetId, edits, desk)
}

const shown = (district: SmallDistrict, desk: string, tab: Tab): string[][] =>
  district
    .view(desk, tab.tab)
    .rows.slice(2)
    .filter((cells) => cells.some((text) => text.trim() !== ''))

/** Each row still stands as it was typed, but for cells that were refused and the script's own. */
const expectKept = (before: string[][], after: string[][], script: readonly number[]): void => {
  for (const row of before) {
    const isSame = (other: string[]): boolean =>
      row.every((text, at) => script.includes(at) || other[at] === text || other[at] === '')
    expect(after.some(isSame), JSON.stringify(row).slice(0, 300)).toBe(true)
  }
}

const openExports = async (district: SmallDistrict): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'lianxi-any-'))
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true })
  })
  for (const { id } of district.workspace.store.books()) {
    const file = join(dir, `${id}.xlsx`)
    await exportBook(district.workspace.store, id, file)
    await new excel.Workbook().xlsx.readFile(file)
  }
}

const begin = '2024-11-11 09:00'

/** Fills every tab that people can type in with rows of anything. */
const filled = async (all: readonly string[][][]) => {
  const district = await makeDistrict(begin)
  await district.playTo(begin)
  const { tabs } = await district.describe()
  const typed = tabs.flatMap((tab, at) => {
    const desk = tab.kind === 'control' ? '总台账' : '区委办'
    const views = district.workspace.store.view(district.book(desk))
    if (!views.some(({ name }) => name === tab.tab)) return []
    typeAny(district, desk, tab, all[at % all.length] ?? [])
    const headings = district.view(desk, tab.tab).rows[1] ?? []
    const script = headings.flatMap((heading, i) =>
      tab.headings.some((each) => each.heading === heading && each.script) ? [i] : [],
    )
    return [{ desk, tab, script, headings, rows: shown(district, desk, tab) }]
  })
  expect(typed.length).toBeGreaterThan(10)
  return { district, typed }
}

/** Tabs in which each row of people gets a number as soon as it is known. */
const numbered = ['周计划填报', '意见建议', '人员', '单位', '领导']

const lived = async (all: readonly string[][][]) => {
  const { district, typed } = await filled(all)
  for (const at of ['09:10', '09:20', '09:30']) {
    const run = await district.tick(`2024-11-11 ${at}`)
    expect(run.error ?? '').toBe('')
    expect(JSON.parse(String(run.result))).toMatchObject({ unread: [] })
  }
  for (const { desk, tab, script, headings, rows } of typed) {
    const after = shown(district, desk, tab)
    expectKept(rows, after, script)
    const id = headings.indexOf('编号')
    if (numbered.includes(tab.tab)) expect(after.filter((cells) => cells[id] === '')).toEqual([])
  }
  const check = await district.workspace.call('rebuildCheck', [])
  expect(check.error ?? '').toBe('')
  return district
}

const seed = 20241118

it('whatever people type in whatever tab, no run fails and no row is lost', async () => {
  process.stdout.write(`any content in any tab: seed ${seed}\n`)
  const tabs = fc.array(lines(odd, 'binary'), { minLength: 25, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(tabs, async (all) => {
      await lived(all)
    }),
    { seed, numRuns: 3, endOnFailure: true },
  )
})

it('whatever characters people type, every export opens', async () => {
  const tabs = fc.array(lines(odd, 'binary'), { minLength: 25, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(tabs, async (all) => {
      await openExports(await lived(all))
    }),
    { seed, numRuns: 1, endOnFailure: true },
  )
})

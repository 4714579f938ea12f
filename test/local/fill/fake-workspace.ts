import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Edit, Run, Store, TabTexts, TypingNote, Workspace } from '../../../src/local/contract'
import type { Description } from '../../../src/local/description'

type FakeTab = { book: string; name: string; rows: string[][] }

const planHeadings = ['编号', '周次', '领导姓名', '日期', '时段', '活动内容', '状态']

/** A workspace in memory with a control workbook and the desk of 区政协办. */
export function fakeWorkspace(change: Partial<Record<string, string[][]>> = {}) {
  const tabs: FakeTab[] = [
    tab('desk', '周计划填报', [['非涉密 · 严禁录入涉密内容'], planHeadings]),
    tab('desk', '报送', [['编号', '周次', '次数', '报送', '报送人']]),
    tab('control', '参数表', [['参数', '值', '生效日期']]),
  ].map((one) => ({ ...one, rows: (change[one.name] ?? one.rows).map((row) => [...row]) }))
  const keys = new Map(
    tabs.map((one) => [one.name, one.rows.map((_, index) => `${one.name}-${index}`)]),
  )
  const typed: { by: string; edits: Edit[] }[] = []
  const asked: Record<string, string>[] = []
  const dir = mkdtempSync(join(tmpdir(), 'lianxi-fill-'))
  const lines: string[] = []
  const facts = new Map<string, string>()
  const store = {
    fact: (name: string) => facts.get(name),
    setFact: (name: string, value: string) => void facts.set(name, value),
    typings: (after: number) => lines.map((line, at) => ({ id: at + 1, line })).slice(after),
    texts: (book: string) => viewsOf(tabs, keys, book),
    type(_book: string, sheetId: number, edits: Edit[], by: string, note: TypingNote) {
      const one = tabs[sheetId]
      if (!one) throw new Error('no such tab')
      if (by === '外人') throw new Error('这张表受保护，不能修改。')
      if (edits.length > 0) typed.push({ by, edits })
      lines.push(JSON.stringify(note.log))
      for (const edit of edits) apply(one, keys.get(one.name) ?? [], edit)
      return []
    },
  } as unknown as Store
  const workspace = {
    dir,
    store,
    now: () => 0,
    call: async (fn: string, args: unknown[]) => answer(fn, args, asked),
  } as unknown as Workspace
  return { workspace, typed, asked, dir, rows: (name: string) => rowsOf(tabs, name) }
}

/** What `describe` says of that workspace. */
export function fakeDescription(): Description {
  const heading = (text: string, script: boolean, aliases: string[] = []) => ({
    key: text,
    heading: text,
    aliases,
    script,
  })
  const aliases: Record<string, string[]> = { 活动内容: ['内容', '工作安排'], 领导姓名: ['领导'] }
  const plan = planHeadings.map((text) =>
    Object.assign(heading(text, text === '编号' || text === '状态', aliases[text]), {
      inherits: text === '领导姓名' || text === '日期',
    }),
  )
  return {
    district: '安澜区',
    title: '',
    now: 0,
    timeZone: 'Asia/Shanghai',
    books: [
      { book: 'control', name: '总台账', kind: 'control' },
      { book: 'desk', name: '区政协办工作台', kind: 'desk', office: 'QZXB', short: '区政协办' },
    ],
    tabs: [
      { kind: 'desk', tab: '周计划填报', register: 'weekly-plan', headings: plan },
      {
        kind: 'desk',
        tab: '报送',
        register: 'hand-in',
        headings: ['编号', '周次', '次数', '报送', '报送人'].map((text, at) =>
          heading(text, at < 3),
        ),
      },
      {
        kind: 'control',
        tab: '参数表',
        register: 'setting',
        headings: ['参数', '值', '生效日期'].map((text) => heading(text, false)),
      },
    ],
    offices: [{ id: 'QZXB', name: '区政协办公室', short: '区政协办', desk: true }],
    leaders: [],
    weeks: [],
    letters: { sent: 0, waiting: 0, withdrawn: 0, uncertain: 0, failed: 0, wrong: [], out: [] },
  }
}

function tab(book: string, name: string, rows: string[][]): FakeTab {
  return { book, name, rows }
}

function viewsOf(tabs: FakeTab[], keys: Map<string, string[]>, book: string): TabTexts[] {
  return tabs.flatMap((one, sheetId) =>
    one.book === book
      ? [
          {
            sheetId,
            name: one.name,
            hidden: false,
            rowKeys: [...(keys.get(one.name) ?? [])],
            rows: one.rows.map((row) => [...row]),
          },
        ]
      : [],
  )
}

function apply(one: FakeTab, keys: string[], edit: Edit): void {
  if (edit.kind === 'append') {
    one.rows.push(edit.values.map(String))
    keys.push(`${one.name}-${keys.length}`)
    return
  }
  const index = keys.indexOf(edit.rowKey)
  const row = one.rows[index]
  if (!row) throw new Error(`no row ${edit.rowKey}`)
  if (edit.kind === 'set') row[edit.column] = String(edit.value)
  else {
    one.rows.splice(index, 1)
    keys.splice(index, 1)
  }
}

// Stands in for the bundle's secrecy guard: one word is refused.
function answer(fn: string, args: unknown[], asked: Record<string, string>[]): Run {
  if (fn !== 'mayEdit') throw new Error(`unexpected call of ${fn}`)
  const { cells } = JSON.parse(String(args[0])) as { cells: Record<string, string> }
  asked.push(cells)
  const refused = Object.keys(cells).filter((heading) => cells[heading]?.includes('绝密★'))
  const result = JSON.stringify({ allowed: refused.length === 0, sentence: '不得录入', refused })
  return { fn, at: 0, ms: 0, wall: 0, outcome: 'done', result, trace: [], log: [] }
}

function rowsOf(tabs: FakeTab[], name: string): string[][] {
  return tabs.find((one) => one.name === name)?.rows ?? []
}

import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../src/domain/fingerprint'
import {
  draftHash,
  draftTab,
  draftText,
  mustWrite,
  type PageDraft,
  type TabDraft,
} from '../../src/jobs/draft'
import { weeklyPlan } from '../../src/registers/weekly-plan'

const page: PageDraft = { kind: 'page', book: 'd-QWB', tab: '本办待办', rows: [['类别'], ['待报']] }

const tab = (more: Partial<TabDraft> = {}): TabDraft => ({
  kind: 'tab',
  book: 'd-QWB',
  register: weeklyPlan,
  cells: new Map([['QWB-0001', { id: 'QWB-0001', state: '草稿' }]]),
  rows: new Map(),
  contents: new Map(),
  held: new Set(),
  seen: new Map([['QWB-0001', { id: 'QWB-0001', state: '草稿', what: '会' }]]),
  ...more,
})

describe('whether a draft has to be written', () => {
  test('a page only when its content is not what was written last', () => {
    expect(mustWrite(page, 'a', 'a')).toBe(false)
    expect(mustWrite(page, 'b', 'a')).toBe(true)
    expect(mustWrite(page, 'a', undefined)).toBe(true)
    expect(draftText({ ...page, rows: [['类别'], ['已报']] })).not.toBe(draftText(page))
  })

  test('a tab that was read, when its script columns show something else', () => {
    expect(mustWrite(tab(), 'new', 'old')).toBe(false)
    const seen = (cells: Record<string, string>) => tab({ seen: new Map([['QWB-0001', cells]]) })
    expect(mustWrite(seen({ id: 'QWB-0001', state: '改过' }), 'a', 'a')).toBe(true)
    expect(mustWrite(seen({ id: '', state: '草稿' }), 'a', 'a')).toBe(true)
    expect(mustWrite(tab({ seen: new Map() }), 'a', 'a')).toBe(true)
  })

  test('a tab with a row that has to stand in it', () => {
    expect(mustWrite(tab({ rows: new Map([['QWB-0002', {}]]) }), 'a', 'a')).toBe(true)
    expect(mustWrite(tab({ rows: new Map([['QWB-0001', {}]]) }), 'a', 'a')).toBe(false)
  })

  test('a tab that was not read goes by what was written last', () => {
    expect(mustWrite(tab({ seen: undefined }), 'a', 'a')).toBe(false)
    expect(mustWrite(tab({ seen: undefined }), 'b', 'a')).toBe(true)
  })
})

describe('the fingerprint of a tab', () => {
  const hashOf = (cells: [string, Record<string, string>][], more: Partial<TabDraft> = {}) =>
    draftHash(tab({ cells: new Map(cells), ...more }))
  const [id, row] = ['QWB-0001', { id: 'QWB-0001', state: '草稿' }]

  test('is that of its text, whatever the tab said before', () => {
    const drafts = [
      tab(),
      tab({ cells: new Map([[id, { ...row, state: '已报' }]]) }),
      tab({ cells: new Map([[id, { ...row, count: '1' }]]) }),
      tab({ cells: new Map([[id, { state: '草稿', id: 'QWB-0001' }]]) }),
      tab({ cells: new Map([['QWB-0002', row]]) }),
      tab({ cells: new Map() }),
      tab({ rows: new Map([[id, {}]]) }),
    ]
    for (const before of drafts) {
      for (const now of drafts) {
        draftHash(before)
        expect(draftHash(now)).toBe(fingerprint(draftText(now)))
      }
    }
  })

  test('is told apart where a cell only goes by another name', () => {
    expect(hashOf([[id, { light: '红' }]])).not.toBe(hashOf([[id, { state: '红' }]]))
    expect(hashOf([[id, row]], { book: 'd-ZFB' })).toBe(hashOf([[id, row]]))
  })
})

test('a draft is for the tab of its register, or its page', () => {
  expect([draftTab(page), draftTab(tab())]).toEqual(['本办待办', '周计划填报'])
})

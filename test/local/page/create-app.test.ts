import { describe, expect, it } from 'vitest'
import type { TabView } from '../../../src/local/contract'
import { createApp } from '../../../src/local/page/create-app'
import { pageSource } from '../../../src/local/page/page-source'
import { planTab } from './fixture-tabs'
import { fixtureWorkspace } from './fixture-workspace'

const app = createApp(pageSource(fixtureWorkspace()))

async function page(path: string) {
  const response = await app.request(path)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const paths = ['/', '/book/desk0/102', '/book/desk0/103', '/mail', '/runs', '/runs/1', '/nowhere']

describe('every page', () => {
  it.each(paths)('%s says at its head that nothing classified may be entered', async (path) => {
    const { text } = await page(path)
    const body = text.slice(text.indexOf('<body'))
    expect(body.indexOf('非涉密 · 严禁录入涉密内容')).toBeGreaterThan(0)
    expect(body.indexOf('非涉密 · 严禁录入涉密内容')).toBeLessThan(body.indexOf('<main'))
  })

  it.each(paths)('%s begins with its doctype', async (path) => {
    const { text } = await page(path)
    expect(text).toMatch(/^<!doctype html><html/)
  })

  it('the overview shows no function, call or millisecond: those stand under 系统维护', async () => {
    const { text } = await page('/')
    expect(text).not.toMatch(/毫秒|隐式|函数|<code>/)
    expect(text).toContain('系统维护')
    expect((await page('/runs')).text).toMatch(/函数.*隐式写入/s)
  })

  it.each(paths)('%s lets only its own script run and can be read without it', async (path) => {
    const { text, headers } = await page(path)
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/page.js">'])
    expect(text).not.toMatch(/ on[a-z]+=/)
    expect(text).toContain('href="#main"')
    expect(text).toContain('lang="zh-CN"')
  })
})

describe('the overview', () => {
  it('shows this week and the next with what was filed, late, missing, clashing and its version', async () => {
    const { text } = await page('/')
    expect(text).toContain('2024年11月18日—11月24日')
    expect(text).toContain('待审定')
    expect(text).toContain('未报：区政协办')
    expect(text).toContain('2027年放假安排未录入')
  })

  it('marks the desk that still owes a week whose cut-off has passed', async () => {
    const { text } = await page('/')
    const card = text.slice(text.indexOf('区政协办工作台'))
    expect(card.slice(0, card.indexOf('</a>'))).toContain('第47周未报')
    expect(text.split('第47周未报')).toHaveLength(2)
  })

  it('still shows the workbooks when the bundle cannot answer', async () => {
    const broken = fixtureWorkspace({
      call: async (fn) => ({ fn, at: 0, ms: 0, wall: 0, outcome: 'failed', trace: [], log: [] }),
    })
    const response = await createApp(pageSource(broken)).request('/')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('区委办工作台')
  })
})

describe('a tab of many rows', () => {
  const row = (at: number) => [`行${at}`, '江岳', '调研'.repeat(200)]
  const long = (merges: TabView['merges'] = []): TabView => ({
    ...planTab(),
    frozenRows: 1,
    merges,
    rows: Array.from({ length: 3001 }, (_, at) => row(at)),
    rowKeys: Array.from({ length: 3001 }, (_, at) => `key${at}`),
    looks: Array.from({ length: 3001 }, () => [{}, {}, {}]),
  })
  const shown = async (tab: TabView, path: string) => {
    const base = fixtureWorkspace()
    const store = { ...base.store, view: () => [tab] }
    const answer = await createApp(pageSource(fixtureWorkspace({ store }))).request(path)
    return answer.text()
  }

  it('is shown in parts, each under the headings, and says how many there are', async () => {
    const path = `/book/desk0/${planTab().sheetId}`
    const first = await shown(long(), path)
    expect(first.length).toBeLessThan(1_200_000)
    expect(first).toContain('共 3000 行，分 6 页显示')
    expect(first).toContain('>行500<')
    expect(first).not.toContain('>行501<')
    const last = await shown(long(), `${path}?page=6`)
    expect(last).toContain('>行0<')
    expect(last).toContain('>行3000<')
    expect(last).not.toContain('>行2500<')
    expect(await shown(long(), `${path}?page=99`)).toContain('>行3000<')
    expect(await shown(long(), `${path}?page=-1`)).toContain('>行1<')
  })

  it('stays whole where rows are merged', async () => {
    const merges = [{ row: 499, column: 0, rows: 4, columns: 1 }]
    expect(await shown(long(merges), `/book/desk0/${planTab().sheetId}`)).toContain('>行3000<')
  })
})

describe('a tab', () => {
  it('is a table with a caption and headings that a screen reader can name', async () => {
    const { text } = await page('/book/desk0/102')
    expect(text).toMatch(/<caption[^>]*>区委办工作台 周计划填报<\/caption>/)
    expect(text).toMatch(/<th scope="col"[^>]*>活动内容<\/th>/)
    expect(text.match(/<th scope="row"/g)).toHaveLength(5)
  })

  it('shows merged cells once, over their columns and rows', async () => {
    const { text } = await page('/book/desk0/103')
    expect(text).toMatch(/colspan="12"[^>]*><span>安澜区区级领导周工作计划/)
    expect(text).toMatch(/rowspan="2"[^>]*>领导</)
  })

  it('keeps the columns of a collapsed group closed behind a switch', async () => {
    const { text } = await page('/book/desk0/102')
    expect(text).toContain('更多列（2）')
    expect(text).toMatch(/<th scope="col" class="more"[^>]*>承办单位</)
  })

  it('lists the choices of a drop-down and the colours of the script columns', async () => {
    const { text } = await page('/book/desk0/102')
    expect(text).toContain('title="可选：上午、下午、晚上、全天"')
    expect(text).toMatch(/background-color:#fbe3df[^>]*>退回/)
  })

  it('shows what people typed as text, never as markup', async () => {
    const workspace = fixtureWorkspace()
    const [tab] = workspace.store.view('desk0')
    if (tab === undefined) throw new Error('no tab')
    const rows = [['活动内容'], ['<img src=x onerror=alert(1)>']]
    const looks = [[{}], [{ background: 'red;position:fixed' }]]
    const store = { ...workspace.store, view: () => [{ ...tab, rows, looks, merges: [] }] }
    const response = await createApp(pageSource({ ...workspace, store })).request('/book/desk0/102')
    const text = await response.text()
    expect(text).toContain('&lt;img src=x')
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('position:fixed')
  })

  it('is found by its sheet id or its name, and what is not there is said', async () => {
    expect((await page(`/book/desk0/${encodeURIComponent('一周安排表')}`)).status).toBe(200)
    expect((await page('/book/desk0')).headers.get('location')).toBe('/book/desk0/102')
    expect((await page('/book/desk0/9')).status).toBe(404)
    expect((await page('/book/none/102')).text).toContain('没有这本工作簿')
  })
})

describe('the inbox', () => {
  it('shows a letter in a frame without scripts, forms or origin', async () => {
    const { text } = await page('/mail/2024-11-15T110000-0001.eml')
    expect(text).toContain('sandbox="allow-top-navigation-by-user-activation"')
    expect(text).toContain('srcdoc="&lt;html&gt;')
    expect(text).toContain('/mail/2024-11-15T110000-0001.eml/raw')
  })

  it('gives out no file that is not a letter of the inbox', async () => {
    for (const file of ['..%2Flianxi.db', 'served.json', '..%2F..%2Fetc%2Fpasswd']) {
      expect((await page(`/mail/${file}/raw`)).status).toBe(404)
      expect((await page(`/mail/${file}`)).status).toBe(404)
    }
  })
})

describe('the runs', () => {
  it('show calls by kind, modelled ms and writes nobody asked for', async () => {
    const { text } = await page('/runs')
    expect(text).toContain('sendEmail<b>×1</b>')
    expect(text).toContain('5230')
    expect(text).toMatch(/number alarm">1</)
  })

  it('show each call of one run with the name of its workbook', async () => {
    const { text } = await page('/runs/2')
    expect(text).toContain('flush（隐式）')
    expect(text).toContain('区委办工作台')
    const [, link] = /href="(\/runs\/\d+-tick)"/.exec((await page('/runs')).text) ?? []
    expect((await page(link ?? '')).status).toBe(200)
  })
})

describe('the assets', () => {
  it('are the style, the script and the seal, and nothing else', async () => {
    expect((await page('/assets/page.css')).text).toContain('--seal')
    expect((await page('/assets/page.js')).text).not.toContain(': HTMLElement')
    expect((await page('/assets/seal.svg')).headers.get('content-type')).toBe('image/svg+xml')
    expect((await page('/assets/..%2Fpage.ts')).status).toBe(404)
    expect((await page('/assets/constructor')).status).toBe(404)
  })
})

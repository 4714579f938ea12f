import excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/local/page/create-app'
import { pageSource } from '../../../src/local/page/page-source'
import { fullPaper, fullWeek } from '../../fakes/full-week'
import { paperWorkspace } from '../papers/paper-workspace'

const key = 'weekly-plan.leaders.2024-11-18'
const name = '一周安排表（按领导）2024年11月18日—11月24日'
const week = fullWeek()

const offer = {
  key,
  name,
  format: 'A3 landscape',
  group: '印发',
  book: 'desk0',
  tab: '一周安排表',
} as const
const app = createApp(pageSource(paperWorkspace([offer], () => fullPaper(key, week))))

const page = async (path: string): Promise<string> => (await app.request(path)).text()

describe('the papers of the page', () => {
  it('are listed with a link to print and one to the file', async () => {
    const text = await page('/papers')
    expect(text).toContain(name)
    expect(text).toContain(`href="/papers/${key}"`)
    expect(text).toContain(`href="/papers/${key}/xlsx"`)
    expect(text).toContain('A3 横向')
  })

  it('are offered beside the tab they print, and beside no other', async () => {
    expect(await page('/book/desk0/103')).toContain(`href="/papers/${key}"`)
    expect(await page('/book/desk0/102')).not.toContain('/papers/')
    expect(await page('/book/desk1/103')).not.toContain(`/papers/${key}`)
  })

  it('print on the sheet they are made for', async () => {
    const text = await page(`/papers/${key}`)
    expect(text).toContain('@page { size: A3 landscape; margin: 9mm 10mm 8mm 10mm;')
    expect(text).toContain('<thead>')
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/page.js">'])
  })

  it('come as a workbook: A3 landscape, one page, heads on every page', async () => {
    const response = await app.request(`/papers/${key}/xlsx`)
    expect(response.headers.get('content-disposition')).toContain(
      encodeURIComponent(`${name}.xlsx`),
    )
    const book = new excel.Workbook()
    await book.xlsx.load(await response.arrayBuffer())
    const sheet = book.worksheets[0]
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 8,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      printTitlesRow: '4:4',
    })
  })

  it('are missing in a sentence where there is none of that key', async () => {
    const response = await app.request('/papers/nothing')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有这份材料')
    expect((await app.request('/papers/nothing/xlsx')).status).toBe(404)
  })
})

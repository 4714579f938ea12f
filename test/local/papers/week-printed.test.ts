import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../src/local/page/create-app'
import { type Listening, listen } from '../../../src/local/page/listen'
import { pageSource } from '../../../src/local/page/page-source'
import { type Paper, parsePapers } from '../../../src/local/papers/paper'
import { paperXlsx } from '../../../src/local/papers/paper-xlsx'
import { fullLeaders, fullPaper, fullWeek } from '../../fakes/full-week'
import { paperWorkspace } from './paper-workspace'
import { missingForPdf, type PrintedPages, printXlsx, readPdf } from './to-pdf'

const browserPath = '/usr/bin/chromium'
const keys = {
  leaders: 'weekly-plan.leaders.2024-11-18',
  events: 'weekly-plan.events.2024-11-18',
} as const
const points = { a3: [1190.55, 841.89], a4: [841.89, 595.28] } as const

const parsed = (key: string): Paper => {
  const { paper } = parsePapers(JSON.stringify({ offers: [], paper: fullPaper(key) }))
  if (!paper) throw new Error(`no ${key}`)
  return paper
}

const bare = (text: string): string => text.replace(/\s+/g, '')

const isSize = ({ width, height }: PrintedPages, [wide, high]: readonly [number, number]) =>
  Math.abs(width - wide) < 2 && Math.abs(height - high) < 2

/** What of the week by leader does not stand on the printed page. */
const missingByLeader = (pages: PrintedPages): string[] => {
  const text = bare(pages.texts.join(''))
  return [
    ...fullLeaders.map(({ name }) => name),
    '安澜区区级领导周工作计划表',
    '（2024年11月18日—11月24日）',
    '第47周',
    '内部资料注意保存',
    '法检两长',
    '发：区委办、区人大办、区政府办（3份）',
  ].filter((said) => !text.includes(said))
}

/** Pages of the week by event that lack their heads. */
const headless = ({ texts }: PrintedPages): string[] =>
  texts.filter((text) => !/出席（参加）领导.*承办单位/su.test(text))

/** How often one event of many leaders is told. */
const timesTold = ({ texts }: PrintedPages): number =>
  bare(texts.join('')).split('全区安全生产大会').length - 1

describe('the week as .xlsx, printed by LibreOffice', () => {
  it('by leader it is one A3 page with all 25 leaders', async ({ skip }) => {
    skip(missingForPdf !== '', `${missingForPdf} is not installed`)
    const { pages } = printXlsx(await paperXlsx(parsed(keys.leaders)))
    expect(pages.count).toBe(1)
    expect(isSize(pages, points.a3)).toBe(true)
    expect(missingByLeader(pages)).toEqual([])
  })

  it('by event it is A4, its heads on every page', async ({ skip }) => {
    skip(missingForPdf !== '', `${missingForPdf} is not installed`)
    const { pages } = printXlsx(await paperXlsx(parsed(keys.events)))
    expect(pages.count).toBeGreaterThan(1)
    expect(isSize(pages, points.a4)).toBe(true)
    expect(headless(pages)).toEqual([])
    expect(timesTold(pages)).toBe(1)
  })
})

describe.runIf(existsSync(browserPath))('the week as a page, printed by Chromium', () => {
  let browser: Browser
  let listening: Listening

  beforeAll(async () => {
    const week = fullWeek()
    const offers = Object.values(keys).map((key) => ({
      key,
      name: key,
      format: 'A4 portrait' as const,
      group: '',
    }))
    const app = createApp(pageSource(paperWorkspace(offers, (key) => fullPaper(key, week))))
    listening = await listen((request) => app.fetch(request), 43_270)
    browser = await chromium.launch({
      executablePath: browserPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })

  afterAll(async () => {
    await browser.close()
    await listening.close()
  })

  const printed = async (key: string): Promise<PrintedPages> => {
    const page = await browser.newPage()
    await page.goto(new URL(`/papers/${key}`, listening.url).href)
    const path = join(mkdtempSync(join(tmpdir(), 'lianxi-print-')), 'page.pdf')
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
    await page.close()
    return readPdf(path)
  }

  it('by leader it is one A3 page with all 25 leaders, and nothing of the screen', async ({
    skip,
  }) => {
    skip(missingForPdf.includes('pdf'), `${missingForPdf} is not installed`)
    const pages = await printed(keys.leaders)
    expect(pages.count).toBe(1)
    expect(isSize(pages, points.a3)).toBe(true)
    expect(missingByLeader(pages)).toEqual([])
    expect(pages.texts.join('')).not.toMatch(/下载|返回|非涉密/)
  })

  it('by event it is A4, its heads on every page', async ({ skip }) => {
    skip(missingForPdf.includes('pdf'), `${missingForPdf} is not installed`)
    const pages = await printed(keys.events)
    expect(pages.count).toBeGreaterThan(1)
    expect(isSize(pages, points.a4)).toBe(true)
    expect(headless(pages)).toEqual([])
    expect(timesTold(pages)).toBe(1)
  })
})

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../src/local/page/create-app'
import { type Listening, listen } from '../../../src/local/page/listen'
import { pageSource } from '../../../src/local/page/page-source'
import { fixtureWorkspace } from './fixture-workspace'

const browserPath = '/usr/bin/chromium'
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const paths = ['/', '/book/desk0/102', '/book/desk0/103', '/mail', '/runs', '/runs/1']

describe.runIf(existsSync(browserPath))('the page in Chromium', () => {
  let browser: Browser
  let listening: Listening

  beforeAll(async () => {
    const app = createApp(pageSource(fixtureWorkspace()))
    listening = await listen((request) => app.fetch(request), 43_260)
    browser = await chromium.launch({ executablePath: browserPath, args: flags })
  })

  afterAll(async () => {
    await browser.close()
    await listening.close()
  })

  it.each([1280, 390])('never scrolls sideways as a whole at %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 844 } })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    for (const path of paths) {
      await page.goto(new URL(path, listening.url).href)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, path).toBeLessThanOrEqual(width)
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('opens the collapsed columns by keyboard, also without scripts', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(new URL('/book/desk0/102', listening.url).href)
    const column = page.getByRole('columnheader', { name: '承办单位' })
    expect(await column.isVisible()).toBe(false)
    await page.locator('#more').focus()
    await page.keyboard.press('Space')
    expect(await column.isVisible()).toBe(true)
    await page.close()
  })

  it('hides the rows that do not match what is searched', async () => {
    const page = await browser.newPage()
    await page.goto(new URL('/book/desk0/102', listening.url).href)
    await page.getByPlaceholder('筛选本页行').fill('安澜河')
    expect(await page.locator('.sheet tbody tr:visible').count()).toBe(1)
    await page.close()
  })
})

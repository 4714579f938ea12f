import { describe, expect, test } from 'vitest'
import { digestJob } from '../../src/domain/digest'
import type { Due, Maker } from '../../src/domain/letter'
import { dueLetters } from '../../src/domain/letters'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { en } from '../../src/wording/en'
import { wordLetter } from '../../src/wording/mail/letter'
import { speakerOf } from '../../src/wording/speak'
import { zhCN } from '../../src/wording/zh-cn'
import { control, paperDistrict, when } from '../fakes/paper-district'
import { decide, file, sendBack } from '../fakes/paper-week'

const worded = (due: Due, language = 'zh-CN', url: string | undefined = 'https://sheets.local/d') =>
  wordLetter(due, { speak: speakerOf(language), language, from: '联席', url })

const returned = (reason: string): Due => ({
  key: 'P004|digest|2024-11-15',
  kind: 'digest',
  person: 'P004',
  about: '2024-11-15',
  content: {
    subject: { say: 'digest.subject', with: { count: 1 } },
    opening: { say: 'digest.opening', with: { name: '许明远' } },
    groups: [
      { head: 'overdue', lines: [] },
      {
        head: 'returned',
        lines: [
          {
            say: 'digest.returned',
            with: {
              week: '2024年11月18日—11月24日',
              plan: '周计划',
              until: '2024年11月15日 16:00',
              reason,
            },
          },
        ],
      },
    ],
    book: 'd-QZF',
    at: '区政府办工作台',
  },
})

/** One letter of every kind there is, out of two days of a district. */
const everyKind = (): Due[] => {
  const paper = paperDistrict()
  paper.set('weekly.firstWeek', '2024-11-18')
  const made: Due[] = []
  const collect = (text: string) => {
    const now = when(text)
    const weekly = paper.judge(now)
    const maker: Maker = { district: paper.district(), control, now, state: paper.state }
    made.push(...dueLetters(maker, [weekly]))
    paper.state.jobs.set(digestJob, { at: now, result: '' })
    made.push(...dueLetters(maker, [weekly]))
  }
  file(paper, 'QWB', when('2024-11-14 10:00'), { place: '三楼', what: '甲会' })
  file(paper, 'QZF', when('2024-11-14 10:00'), { place: '三楼', what: '乙会' })
  collect('2024-11-14 15:00')
  collect('2024-11-15 12:00')
  sendBack(paper, 'QWB', '缺地点', when('2024-11-15 13:10'))
  collect('2024-11-15 13:10')
  decide(paper, 2, when('2024-11-15 13:20'))
  decide(paper, 1, when('2024-11-15 13:20'))
  collect('2024-11-15 17:00')
  const moved = { on: '2024-11-21', reason: '改期' }
  paper.put('d-QZF', weeklyPlan, 'QZF-0001', moved, when('2024-11-18 09:00'))
  collect('2024-11-18 09:10')
  return made
}

describe('the sentences of letters', () => {
  const holes = (text: string) => new Set(text.match(/\{\{\w+\}\}/g))

  test('are the same in Chinese and English, with the same facts', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort())
    for (const [name, text] of Object.entries(zhCN))
      expect(holes(en[name as keyof typeof en]), name).toEqual(holes(text))
  })

  /** What a reader sees of a page, sentence by sentence. */
  const seen = (html: string): string[] =>
    html
      .replace(/<head>.*?<\/head>/s, '')
      .split(/<[^>]*>/)
      .map((part) =>
        part
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, '&')
          .trim(),
      )
      .filter((part) => part !== '')

  test.each([
    ['zh-CN', 'https://sheets.local/d'],
    ['zh-CN', undefined],
    ['en', 'https://sheets.local/d'],
    ['en', undefined],
  ])('stand in both texts of a letter, in the same order (%s, %s)', (language, url) => {
    for (const due of everyKind()) {
      const speak = speakerOf(language)
      const { subject, text, html } = wordLetter(due, { speak, language, from: '联席', url })
      const plain = text
        .split('\n')
        .map((line) => line.replace(/^· /, '').replace(`：${url}`, '').trim())
        .filter((line) => line !== '' && line !== '--')
      expect(seen(html)).toEqual([subject, ...plain])
    }
  })

  test('without an address there is no button, and both texts say where to look', () => {
    const speak = speakerOf('zh-CN')
    for (const due of everyKind()) {
      const frame = { speak, language: 'zh-CN', from: '联席', url: undefined }
      const { text, html } = wordLetter(due, frame)
      const { at } = due.content
      const where = at === '总台账' ? '请在总台账中查看。' : `请在${at}的“本办待办”中查看。`
      for (const part of [text, html]) {
        expect(part).toContain(where)
        expect(part).not.toMatch(/<a |https?:/)
      }
    }
  })

  test.each(['zh-CN', 'en'])('leave nothing unsaid in any letter (%s)', (language) => {
    const letters = everyKind()
    expect(new Set(letters.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
    for (const due of letters) {
      const { subject, text, html } = worded(due, language)
      for (const part of [subject, text, html]) {
        expect(part).not.toMatch(/\{\{|undefined|\[object|head\.|digest\.|\.opening/)
        expect(part.length).toBeGreaterThan(3)
      }
    }
  })

  test('a language nobody knows is Chinese', () => {
    expect(worded(returned('缺地点'), 'fr').subject).toBe('今日提醒：1件')
    expect(worded(returned('缺地点'), 'en').subject).toBe('Today: 1 items')
  })
})

describe('what people wrote, in a letter', () => {
  test('is escaped in HTML and stands as typed in the text', () => {
    const { html, text } = worded(returned('<b>缺</b>"地点"&时间'))
    expect(html).not.toContain('<b>')
    expect(html).toContain('&lt;b&gt;缺&lt;/b&gt;')
    expect(text).toContain('<b>缺</b>"地点"&时间')
  })

  test.each(['$&', '$1', '$t(footer)', '{{week}}', '{{- week}}'])(
    '%s is nothing but text',
    (reason) => {
      const { text } = worded(returned(`见${reason}处`))
      expect(text).toContain(`原因：见${reason}处`)
    },
  )

  test('makes no second line of the subject', () => {
    const due = returned('')
    due.content.subject = { say: 'missing', with: { leader: '江岳\r\nBcc: all@anlan.local' } }
    expect(worded(due).subject).toBe('江岳 Bcc: all@anlan.local')
  })
})

describe('the letter itself', () => {
  test('says all in the text part too, groups without lines aside', () => {
    const { text, html } = worded(returned('缺地点'))
    for (const part of [text, html]) {
      expect(part).toContain('许明远，您好')
      expect(part).toContain('退回补正（1）')
      expect(part).not.toContain('已逾期')
      expect(part).toContain('本邮件由联席自动发出')
      expect(part).toContain('https://sheets.local/d')
    }
  })

  test('names the place in words, and links only where there is a file to open', () => {
    const { text, html } = wordLetter(returned('缺地点'), {
      speak: speakerOf('zh-CN'),
      language: 'zh-CN',
      from: '联席',
      url: undefined,
    })
    expect(text).toContain('请在区政府办工作台的“本办待办”中查看。')
    expect(html).not.toContain('href')
  })

  test('reads on a phone: its language, a viewport and no picture or script', () => {
    const { html } = worded(returned('缺地点'))
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/)
    expect(html).toContain('width=device-width')
    expect(html).not.toMatch(/<img|<script|<link/)
  })
})

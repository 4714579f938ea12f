import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Saying } from '../../src/domain/letter'
import { type CopyFrame, copyText, type Messenger } from '../../src/wording/copy-text'
import { copyWords } from '../../src/wording/copy-words'
import { speakerOf } from '../../src/wording/speak'
import { zhCN } from '../../src/wording/zh-cn'

const frame = (more: Partial<CopyFrame> = {}): CopyFrame => ({
  messenger: '互联网微信',
  from: '区委办',
  contact: { name: '林堯安', phone: '0800-6123456' },
  leaders: ['江岳', '罗景澜', '邓清棠'],
  speak: speakerOf('zh-CN'),
  ...more,
})

const week = '2024年11月25日—12月1日'

describe('a text to copy', () => {
  test('asks an office for its plan as a clerk would write it', () => {
    const facts = { office: '区人大办', week, plan: '周计划', cutoff: '2024年11月22日 12:00' }
    const said = copyText({ say: 'remind.partly', with: facts }, 2, frame())
    expect(said).toEqual({
      short:
        '【区委办】贵办11月25日至12月1日周计划请于11月22日12:00前补齐。联系人林堯安，电话0800-6123456。',
      long: '【区委办】贵办11月25日至12月1日周计划请于11月22日12:00前补齐；尚有2位领导未填。联系人林堯安，电话0800-6123456。',
    })
  })

  test('says of a task what it is, and its number nowhere first', () => {
    const facts = {
      no: '安区督〔2024〕3号',
      what: '规范公文运转',
      until: '2024年11月29日',
      why: '还有3个工作日',
    }
    const { short, long } = copyText({ say: 'digest.task', with: facts }, 0, frame())
    expect(short).toBe(
      '【区委办】“规范公文运转”请抓紧办理，时限11月29日。联系人林堯安，电话0800-6123456。',
    )
    expect(long).toContain('还有3个工作日')
    const other = copyText({ say: 'urged.subject', with: facts }, 0, frame())
    expect(other.long).not.toMatch(/^【区委办】安区督/)
  })

  test('names nobody who is late, and no leader, on the open internet', () => {
    const facts = {
      week,
      plan: '周计划',
      offices: '区人大办、区法院',
      cutoff: '12:00',
      leaders: '江岳',
    }
    const { long } = copyText({ say: 'digest.missing', with: facts }, 0, frame())
    expect(long).toContain('尚有2家单位未报')
    expect(long).not.toMatch(/区人大办|区法院/)
    const named = { say: 'digest.bothAway', with: { leader: '江岳', days: '11月20日—21日' } }
    expect(copyText(named, 0, frame()).long).toContain('有1项工作请您办理，请查看工作台')
    expect(copyText(named, 0, frame({ messenger: '政务协同平台' })).long).toContain('江岳')
  })

  test('without a telephone says where it stands', () => {
    const contact = { name: '林堯安', phone: '' }
    const { short } = copyText({ say: 'digest.ask', with: {} }, 0, frame({ contact }))
    expect(short).toMatch(/。联系人林堯安，办公电话见通讯录。$/)
  })
})

const fact = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '江岳9:00在区委三楼开会',
    '安区督〔2024〕3号',
    'http://127.0.0.1:4280/book/x',
    '2024年11月25日—12月1日',
    'a\nb\u2028c',
    '邓清棠、罗景澜',
  ),
  fc.nat(),
)

const sayings: fc.Arbitrary<Saying> = fc.record({
  say: fc.constantFrom(...Object.keys(zhCN), ...Object.keys(copyWords)),
  with: fc.record(
    Object.fromEntries(
      [
        ...new Set(
          Object.values(zhCN)
            .join('')
            .match(/(?<=\{\{)\w+/g) ?? [],
        ),
      ].map((name) => [name, fact]),
    ),
  ) as fc.Arbitrary<Saying['with']>,
})

test('whatever is to be said: short enough, one plain line, no link, no number first, whom to phone last', () => {
  fc.assert(
    fc.property(
      sayings,
      fc.nat(30),
      fc.constantFrom<Messenger>('互联网微信', '政务协同平台', '不用'),
      fc.constantFrom('0800-6123456', '', '0800-61234567890123456789转8001'),
      fc.constantFrom('林堯安', '', '江岳', '欧阳某某某某某某某某某'),
      (saying, lacking, messenger, phone, name) => {
        const given = frame({ messenger, contact: { name, phone } })
        const { short, long } = copyText(saying, lacking, given)
        expect([...short].length).toBeLessThanOrEqual(70)
        expect([...long].length).toBeLessThanOrEqual(140)
        for (const text of [short, long]) {
          expect(text).toMatch(
            /^【区委办】[^\p{Cc}\u2028\u2029]+。联系人.+，(电话.+|办公电话见通讯录)。$/u,
          )
          expect(text).not.toMatch(/https?:|www\./i)
          expect(text.slice(5)).not.toMatch(/^[\p{Script=Han}]{1,8}〔\d{4}〕\d+号[\s：]/u)
          if (messenger !== '政务协同平台') {
            for (const leader of given.leaders) expect(text).not.toContain(leader)
          }
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('no words are kept for a sentence that no letter says', () => {
  expect(Object.keys(copyWords).filter((key) => !(key in zhCN))).toEqual([])
})

import { namesCasualty } from './casualty-names'
import { halfWidth } from './half-width'
import { holdsBankCard, holdsIdNumber } from './personal-numbers'

/** What happens to a text: the row is refused, the cell is refused, a person confirms, or nothing. */
export type SecrecyLevel = 'refuse' | 'refuse-cell' | 'warn' | 'allow'

/** The judgement of a text. `rule` names the rule and never holds any of the text; '' when allowed. */
export type SecrecyJudgement = { level: SecrecyLevel; rule: string }

type Rule = { level: SecrecyLevel; rule: string; found: (text: Compared) => boolean }

/** A text in half-width signs, with its spaces (`loose`) and without any (`tight`). */
type Compared = { loose: string; tight: string }

const idNumber = '身份证号'
const bankCard = '银行卡号'

/** The rule about a mobile number: where people look for a telephone it is that cell's alone. */
export const mobileNumber = '手机号'

/** Whether a rule is about a person's number, which is no secret: only the cell is refused. */
export const isPersonalNumber = (rule: string): boolean => rule === idNumber || rule === bankCard

const STAR = '(?:[★☆✩✪✭✮⭐🌟＊]|\\*(?=\\d|长期|$))'

/** What may stand in place of a refused text: it is judged as the text was. */
export const refusedMark = (rule: string): string => `（已拒收：${rule}）`

const MARK = /^[(（]已拒收(?:[:：](.+))?[)）]$/

/** What a mark stands for; undefined where a text is none. */
const marked = (text: string): SecrecyJudgement | undefined => {
  const found = MARK.exec(text.trim())
  if (!found) return undefined
  const rule = RULES.find((each) => each.rule === found[1]) ?? RULES[0]
  return { level: rule?.level ?? 'refuse', rule: rule?.rule ?? '' }
}

const RULES: readonly Rule[] = [
  // 保守国家秘密法实施条例 Art. 21: a mark is 密级★保密期限.
  refuse('密级标志', new RegExp(`(?:绝密|机密|秘密)级?${STAR}`, 'u')),
  refuse('密级栏', /密级(?:[:=]|为|是|定为)*(?:绝密|机密|秘密)|^(?:绝密|机密|秘密)级?$/),
  {
    level: 'refuse',
    rule: '份号和密级',
    found: ({ tight }) => tight.includes('份号') && /密级|绝密|机密|秘密/.test(tight),
  },
  refuse('密码电报', /密码电报/),
  refuse('涉密载体', /(?:绝密|机密|秘密)级的?(?:文件|公文|会议|载体|材料)/),
  { level: 'refuse-cell', rule: idNumber, found: ({ loose }) => holdsIdNumber(loose) },
  { level: 'refuse-cell', rule: bankCard, found: ({ loose }) => holdsBankCard(loose) },
  warn('内部资料', /内部(?:资料|文件)|内部★|注意保存|不得外传/),
  warn('工作秘密', /工作秘密/),
  // 说明电话, 证明电子版 and 照明电路 hold the two characters by chance.
  warn('明电', /(?<![说证照声表注阐发透文])明电(?![话子视脑影力器动路商网源站缆灯])/),
  warn('警卫', /警卫|行车路线/),
  warn('房号', /(?<![机库厂药门])房号|房间号/),
  {
    level: 'warn',
    rule: mobileNumber,
    found: ({ loose }) => /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/.test(loose),
  },
  // 国家住房, 专家住宿 and 实现住有所居 are no addresses.
  warn('家庭住址', /住址|(?<![国专大])家住(?![房建宅宿院])|家庭地址|居住地址|户籍地址|单元\d+室/),
  { level: 'warn', rule: '伤亡人员姓名', found: ({ tight }) => namesCasualty(tight) },
]

// No rule is met without one of these: most cells are spared the rules.
const WORTH_A_LOOK = /[密部注外明警行房住庭籍元死伤亡难踪]|(?:\d[ -]?){11}/

// Each reading of a tab judges all its cells. Only what is no secret is kept, and never for long.
const harmless = new Set<string>()
const mostKept = 20_000

/** Judges a text by the secrecy guard; the first rule that is met, the gravest first, decides. */
export function judgeText(text: string): SecrecyJudgement {
  if (harmless.has(text)) return { level: 'allow', rule: '' }
  const judgement = judged(text)
  if (judgement.level !== 'allow') return judgement
  if (harmless.size >= mostKept) harmless.clear()
  harmless.add(text)
  return judgement
}

function judged(text: string): SecrecyJudgement {
  const mark = marked(text)
  if (mark) return mark
  const loose = halfWidth(text).replace(/\p{Cf}|\ufe0f/gu, '')
  if (!WORTH_A_LOOK.test(loose)) return { level: 'allow', rule: '' }
  const compared = { loose, tight: loose.replace(/\s/g, '') }
  const met = RULES.find((rule) => rule.found(compared))
  return met ? { level: met.level, rule: met.rule } : { level: 'allow', rule: '' }
}

function refuse(rule: string, pattern: RegExp): Rule {
  return { level: 'refuse', rule, found: ({ tight }) => pattern.test(tight) }
}

function warn(rule: string, pattern: RegExp): Rule {
  return { level: 'warn', rule, found: ({ tight }) => pattern.test(tight) }
}

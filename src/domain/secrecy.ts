import { foldText } from './fold-text'
import { bankCard, idNumber, type SecrecyLevel, secrecyRules } from './secrecy-rules'

/** The judgement of a text. `rule` names the rule and never holds any of the text; '' when allowed. */
export type SecrecyJudgement = { level: SecrecyLevel; rule: string }

export { mobileNumber } from './secrecy-rules'

/** Whether a rule is about a person's number, which is no secret: only the cell is refused. */
export const isPersonalNumber = (rule: string): boolean => rule === idNumber || rule === bankCard

/** What may stand in place of a refused text: it is judged as the text was. */
export const refusedMark = (rule: string): string => `（已拒收：${rule}）`

const MARK = /^[(（]已拒收(?:[:：](.+))?[)）]$/

/** What a mark stands for; undefined where a text is none. */
const marked = (text: string): SecrecyJudgement | undefined => {
  const found = MARK.exec(text.trim())
  if (!found) return undefined
  const rule = secrecyRules.find((each) => each.rule === found[1]) ?? secrecyRules[0]
  return { level: rule?.level ?? 'refuse', rule: rule?.rule ?? '' }
}

// No rule is met without one of these: most cells are spared the rules.
const WORTH_A_LOOK =
  /[密部注外明警行房住庭籍元死伤亡难踪联留函案考究任军案专涉拒]|(?:\d[ .·•_—–-]{0,2}){11}/

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
  const loose = foldText(text)
  if (!WORTH_A_LOOK.test(loose)) return { level: 'allow', rule: '' }
  const mark = marked(text)
  if (mark) return mark
  const compared = { loose, tight: loose.replace(/\s/g, '') }
  const met = secrecyRules.find((rule) => rule.found(compared))
  return met ? { level: met.level, rule: met.rule } : { level: 'allow', rule: '' }
}

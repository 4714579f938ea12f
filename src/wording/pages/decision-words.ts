import type { Refused, Said, Verdict } from '../../domain/decision'

/** How a tab calls the cell of a decision, that of who decides, what waits, and the words that decide. */
export type DecisionWords = {
  decision: string
  by: string
  waits: string
  choices: readonly string[]
  /** Who may decide, in words. */
  deciders: string
}

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

const cut = ({ typed, typedBy }: Said) => ({ typed: short(typed), typedBy: short(typedBy) })

const again = ({ decision, waits }: DecisionWords): string =>
  `请看过现在的内容，先清空“${decision}”，等本栏显示“${waits}”后再填`

const whys: Record<
  Refused,
  (said: { typed: string; typedBy: string }, words: DecisionWords) => string
> = {
  early: ({ typed }, words) => `“${typed}”是送来之前填写的，不作数；${again(words)}`,
  changed: ({ typed }, words) => `填写“${typed}”之后内容已变，不作数；${again(words)}`,
  unread: ({ typed }, { choices }) =>
    `“${typed}”无法识别，请填${choices.map((choice) => `“${choice}”`).join('或')}`,
  unnamed: (_, { by }) => `请填写${by}`,
  unknown: ({ typedBy }, { by }) => `${by}“${typedBy}”不在人员表中，或者有同名的人，请写明是哪一个`,
  mayNot: (_, { by, deciders }) => `${by}${deciders}`,
}

/** Why what was typed does not count, beside the row; '' where nothing was typed, or it counts. */
export const sayRefused = (verdict: Verdict | undefined, words: DecisionWords): string =>
  !verdict || verdict.counts || verdict.said === undefined
    ? ''
    : verdict.why === 'else'
      ? verdict.words
      : whys[verdict.why](cut(verdict.said), words)

import { halfWidth } from './half-width'
import { NAME_VARIANTS } from './name-variants'

/** Traditional and variant characters of the words the guard knows, each before its plain form. */
const VARIANTS =
  '絕绝絶绝祕秘宻密級级機机衛卫內内號号長长傳传電电報报檔档屬属國国嚴严對对務务談谈話话詢询問问審审幹干專专軍军習习練练資资標标閱阅會会議议載载體体戶户單单樓楼棟栋傷伤難难蹤踪車车線线間间處处任任產产銀银證证碼码稱称於于為为係系級级應应員员當当場场經经搶抢救救無无效效據据書书審审調调戰战術术'
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...NAME_VARIANTS,
  ...(VARIANTS.match(/../gu) ?? []).map((pair): [string, string] => [pair[0] ?? '', pair[1] ?? '']),
])
const VARIANT = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g')

/** What is taken for the star between a mark and its years. */
const STAR = /[*☆✦✧✩-✵✶-✹⁎⁑⁂∗⋆⍟※⚝⛤⭐🌟✡꙳﹡]/gu
const OPENING = /[[{【〔〖〈<「『﹝﹙〘〚]/g
const CLOSING = /[\]}】〕〗〉>」』﹞﹚〙〛]/g
const UNSEEN = /\p{Cf}|[\ufe00-\ufe0f\u20dd-\u20e4]/gu

/**
 * A text as the guard compares it: half-width, plain characters, one star, one kind of bracket,
 * nothing unseen. Its meaning stays; its length may not.
 */
export const foldText = (text: string): string =>
  halfWidth(text)
    .replace(UNSEEN, '')
    .replace(VARIANT, (sign) => PLAIN.get(sign) ?? sign)
    .replace(STAR, '★')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')

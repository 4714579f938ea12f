import type { District } from './district'
import { halfWidth } from './half-width'
import { isVaguePlace } from './vague-place'

/** Beyond which area a leader counts as away (`away.area`). */
export type Area = '区' | '市' | '省'

/** The area a leader leaves when he is away, as the house has set it. */
export const awayArea = (district: District): Area => {
  const set = district.settings.text('away.area')
  return set === '区' || set === '省' ? set : '市'
}

// 北京路 and 上海广场 stand in every town.
const NOT_A_ROAD = '(?![东西南北中]?(?:路|街|大道|巷|广场|花园|小区|社区|饭店|大厦|村|厅))'
const FAR = `(?:外省|省外|国外|境外|出国(?!境)|港澳|(?:北京|香港|澳门|台湾)${NOT_A_ROAD})`
const PROVINCES =
  '天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆'
const BEYOND_CITY = `(?:${FAR}|外市|市外|邻市|外地|异地|省(?:城|会|委|政府|人大|政协|纪委|里|内各)|(?:${PROVINCES})${NOT_A_ROAD})`
const BEYOND_DISTRICT = `(?:${BEYOND_CITY}|外区|区外|邻区|市(?:委|政府|人大|政协|纪委|里)|市(?:级)?机关)`
const PLACES: Record<Area, RegExp> = {
  区: new RegExp(BEYOND_DISTRICT),
  市: new RegExp(BEYOND_CITY),
  省: new RegExp(FAR),
}
const TRAVELS = /^(?:赴|外出|出差|前往)/
// 赴京, 赴省: one sign stands for the place.
const SHORT: Record<Area, RegExp> = {
  区: /^赴(?:京|沪|津|渝|穗|深|杭|蓉|汉|省|市)/,
  市: /^赴(?:京|沪|津|渝|穗|深|杭|蓉|汉|省)/,
  省: /^赴(?:京|沪|津|渝|穗|深|杭)/,
}
const NAMED_CITY = /^(?:赴|前往)\p{Script=Han}{2,4}(?:市|州|地区)(?!场|民|容|政)/u

/**
 * Whether a line takes its leader out of the area by its words: a matter that begins 赴, 外出 or 出差
 * with a place outside, or such a place (domain 3.12; which places are outside: default). A line that
 * says 外出 without any place does as well: nothing is blocked by it.
 */
export const leavesArea = (area: Area, what: string, place: string): boolean => {
  const matter = halfWidth(what).replace(/\s/g, '')
  const outside = PLACES[area]
  if (outside.test(place)) return true
  if (!TRAVELS.test(matter)) return false
  if (SHORT[area].test(matter)) return true
  const to = matter.slice(0, 16)
  if (outside.test(to) || (area !== '省' && NAMED_CITY.test(matter))) return true
  return /^(?:外出|出差)/.test(matter) && isVaguePlace(place)
}

import * as v from 'valibot'
import { BadInput } from '../bad-input'
import { crossCheck } from './cross-check'
import { type District, districtSchema } from './district'
import { withSettingKeys } from './setting-keys'

/** One wrong value of a district file. */
export type Mistake = { path: readonly (string | number)[]; given: unknown; wanted: string }

/** Names a place of a district in the terms of the file it was read from. */
export type Where = (path: readonly (string | number)[]) => string

/**
 * The district somebody wrote, every default filled in.
 * @throws BadInput with one sentence for each mistake.
 */
export function checkDistrict(given: unknown, where: Where = jsonPath): District {
  const parsed = v.safeParse(districtSchema, given)
  const district = parsed.success ? withSettingKeys(parsed.output) : undefined
  const mistakes = district
    ? crossCheck(district)
    : (parsed.issues ?? []).map((issue) => toMistake(issue))
  if (district && mistakes.length === 0) return district
  throw new BadInput(mistakes.map((mistake) => sentence(mistake, where)))
}

/** The sentence about one mistake. */
export function sentence(mistake: Mistake, where: Where): string {
  const given = mistake.given === undefined ? '没有填' : `填的是${shown(mistake.given)}`
  return `${where(mistake.path)}：${given}，应为${mistake.wanted}。`
}

/** A place of a JSON district file, such as “people 第4项 office”. */
export function jsonPath(path: readonly (string | number)[]): string {
  if (path.length === 0) return '文件'
  return path.map((part) => (typeof part === 'number' ? `第${part + 1}项` : part)).join(' ')
}

function toMistake(issue: v.BaseIssue<unknown>): Mistake {
  const path = (issue.path ?? []).map((item) =>
    typeof item.key === 'number' ? item.key : String(item.key),
  )
  if (issue.type === 'strict_object') return objectMistake(issue, path)
  return { path, given: issue.input, wanted: issue.message }
}

function objectMistake(issue: v.BaseIssue<unknown>, path: (string | number)[]): Mistake {
  if (issue.expected === 'never') {
    return { path, given: path.at(-1), wanted: '规定的名称（没有这一项，见 docs/district.md）' }
  }
  if (issue.expected === 'Object') return { path, given: issue.input, wanted: '一组带名称的值' }
  return { path, given: undefined, wanted: '必填项' }
}

function shown(given: unknown): string {
  if (given === '') return '空白'
  const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given))
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

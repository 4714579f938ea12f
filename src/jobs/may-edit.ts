import type { Register } from '../domain/register'
import { judgeText, refusedMark } from '../domain/secrecy'
import type { Ports } from '../ports'
import { type Registry } from './registry'

/** Texts that somebody is about to type, each under a name of the asker's; '' for no tab at all. */
export type EditAsked = { kind?: string; tab: string; cells: Record<string, string> }

export type EditAnswer = {
  allowed: boolean
  sentence?: string
  /** The names of the texts that may be kept nowhere. */
  refused: string[]
  /** What may be typed in their place: the next tick treats it as it would the text. */
  marks: Record<string, string>
}

const standsAt = (register: Register, kind: string | undefined): boolean =>
  kind === undefined || register.home === kind || (kind === 'desk' && register.posts !== undefined)

/** Whether people may type in a tab, and which texts are secret, wherever they are typed. Read-only. */
export const mayEdit = (_ports: Ports, registry: Registry, asked: EditAsked): EditAnswer => {
  const register = registry.all.find(
    (each) => each.title === asked.tab && standsAt(each, asked.kind),
  )
  const judged = Object.entries(asked.cells).map(([name, text]) => ({ name, ...judgeText(text) }))
  const found = judged.filter(({ level }) => level.startsWith('refuse'))
  const refused = found.map(({ name }) => name)
  const marks = Object.fromEntries(found.map(({ name, rule }) => [name, refusedMark(rule)]))
  if (!register) {
    return { allowed: false, sentence: `「${asked.tab}」由系统生成，不能填写`, refused, marks }
  }
  if (refused.length === 0) return { allowed: true, refused, marks }
  return {
    allowed: false,
    sentence:
      '本系统为非涉密系统，涉密内容不得录入，请走机要渠道；已误录的，立即报告保密部门（24小时内）',
    refused,
    marks,
  }
}

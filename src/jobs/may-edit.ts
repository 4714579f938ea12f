import type { Register } from '../domain/register'
import { judgeText } from '../domain/secrecy'
import type { Ports } from '../ports'
import { type Registry } from './registry'

export type EditAsked = { kind?: string; tab: string; cells: Record<string, string> }

export type EditAnswer = { allowed: boolean; sentence?: string; refused: string[] }

const standsAt = (register: Register, kind: string | undefined): boolean =>
  kind === undefined || register.home === kind || (kind === 'desk' && register.posts !== undefined)

/** Whether people may type in these columns of a tab, and which texts are secret. Read-only. */
export const mayEdit = (_ports: Ports, registry: Registry, asked: EditAsked): EditAnswer => {
  const register = registry.all.find(
    (each) => each.title === asked.tab && standsAt(each, asked.kind),
  )
  if (!register) {
    return { allowed: false, sentence: `「${asked.tab}」由系统生成，不能填写`, refused: [] }
  }
  const refused = Object.entries(asked.cells)
    .filter(([, text]) => judgeText(text).level.startsWith('refuse'))
    .map(([heading]) => heading)
  if (refused.length === 0) return { allowed: true, refused }
  return {
    allowed: false,
    sentence:
      '本系统为非涉密系统，涉密内容不得录入，请走机要渠道；已误录的，立即报告保密部门（24小时内）',
    refused,
  }
}

import { type FaultKind, PlatformError } from '../ports'

// What Google says, by what can be done about it; the first that fits counts. The sentences are
// those of Google's own pages on quotas and errors and of field reports (see the test's table).
const kinds: [FaultKind, RegExp][] = [
  [
    'program',
    /match the method signature|email body size|recipients per message|invalid (argument|email)/i,
  ],
  ['quota', /for one day|too much computer time|limit exceeded: email|per day/i],
  [
    'rate',
    /too many times|\b429\b|quota exceeded|resource_exhausted|rate limit|too many scripts|utilities\.sleep/i,
  ],
  [
    'transient',
    /service (\S+ )?(error|failed|timed out|unavailable)|server error|internal error|try again|timed? ?out|currently unavailable|backend ?error|empty response|\b50[0234]\b/i,
  ],
  ['authorization', /permission to call|authorization is required|not authorized/i],
  ['protected', /protected (cell|range|sheet)/i],
  ['permission', /permission|access denied|\b403\b|not found|is missing|no item with/i],
]

const sentences: Record<FaultKind, string> = {
  transient: '谷歌一时没有响应，系统会自动再试，不需要处理',
  rate: '短时间内调用过多，谷歌要求放慢，系统稍后自动再试，不需要处理',
  quota: '运行账号今天的用量已到谷歌上限，约一天内恢复后自动继续；急需的请改用备用账号运行',
  authorization: '运行账号尚未授权，请用运行账号打开总台账，点菜单“联席”中任一项并同意授权',
  protected: '表格的保护范围不让运行账号写入，请把运行账号加为保护范围的编辑者',
  permission: '没有打开这份表格的权限，或表格已被删除，请把运行账号加为编辑者',
  program: '系统与谷歌的接口不符，请把运行记录交维护人员处理',
  unknown: '谷歌的提示系统不认识，系统会再试；多次出现的，请把运行记录交维护人员处理',
}

const messageOf = (failure: unknown): string =>
  failure instanceof Error ? failure.message : String(failure)

/** What kind of failure this is, by what Google says. */
export const faultKind = (failure: unknown): FaultKind => {
  if (failure instanceof PlatformError) return failure.kind
  const message = messageOf(failure)
  return kinds.find(([, words]) => words.test(message))?.[0] ?? 'unknown'
}

/** Whether the failure is Google's own, and not one of ours that already says what it means. */
const isGoogles = (failure: unknown): boolean =>
  failure instanceof Error &&
  !(failure instanceof PlatformError) &&
  (/^(Exception|GoogleJsonResponseException|ScriptError)$/.test(failure.name) ||
    faultKind(failure) !== 'unknown')

/** Calls Google; what fails there is told in a sentence for people, and word for word in the log only. */
export const told = <T>(what: string, log: (text: string) => void, call: () => T): T => {
  try {
    return call()
  } catch (failure) {
    if (!isGoogles(failure)) throw failure
    log(`${what}失败，谷歌原文：${messageOf(failure)}`)
    const kind = faultKind(failure)
    throw new PlatformError(`${what}失败：${sentences[kind]}`, kind, failure)
  }
}

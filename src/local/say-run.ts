import type { Run } from './contract'

const outcomes: Record<Run['outcome'], string> = { done: '完成', failed: '出错', killed: '中断' }

/** How a run ended, in one word. */
export function sayOutcome(outcome: Run['outcome']): string {
  return outcomes[outcome]
}

/** What platform and runtime say in English, as an office would say it. */
const known: readonly (readonly [said: RegExp, sentence: string])[] = [
  [/Exceeded maximum execution time/, '超过六分钟，已中止，下次接着做'],
  [/^Killed/, '中途被结束'],
  [/Service (unavailable|timed out): Mail/, '邮件服务器没有收下'],
  [/[Ss]erver error|try again|timed out|unavailable/, '服务暂时不可用，下次再试'],
]

/** What is said of a run whose failure only a programmer understands. */
export const unknownFailure = '程序出错，详情见 lianxi trace 1 --json'

/** Why a run did not end well, in words without a full stop; its lines of code stay in the record. */
export function sayRunFailure({ error = '' }: Pick<Run, 'outcome' | 'error'>): string {
  const [first = ''] = error.split('\n')
  const said = first.replace(/^(?:\w*Error|Exception):\s*/, '').replace(/[。.]\s*$/, '')
  if (/^[^A-Za-z]*\p{Script=Han}/u.test(said)) return said
  const sentence = known.find(([pattern]) => pattern.test(said))?.[1]
  return sentence ?? unknownFailure
}

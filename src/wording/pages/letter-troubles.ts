import { type Moment, sayMoment } from '../../domain/moment'
import type { Letter } from '../../domain/outbox-letter'
import type { JobRun } from '../../domain/state'
import { sayMailReason } from '../mail/mail-reason'
import type { Trouble } from './control-pages'

const day = 86_400_000

const retry = '需要补发的，在「手动操作」填“补发”和这个编号'

const doubtful = (letter: Letter, name: string): Trouble => {
  const uncertain = letter.state === 'uncertain'
  // A letter that a run had in hand when it ended has no answer to tell of.
  const broken = uncertain ? '发这封信时运行中断' : '原因不明'
  const why = letter.reason === undefined ? broken : sayMailReason(letter.reason)
  const text = uncertain
    ? `${letter.key}：${why}；可能已送达，请先问收件人，${retry}（可能收到两封）`
    : `${letter.key}：${why}；改正后，${retry}`
  return {
    kind: uncertain ? '不确定的信' : '发送失败',
    object: name,
    text,
    since: sayMoment(letter.at),
  }
}

const delayed = (letters: readonly Letter[], server: JobRun | undefined): Trouble[] => {
  const waiting = letters.filter((letter) => letter.state === 'queued')
  if (server) {
    const again = server.next === undefined ? '' : `，${sayMoment(server.next)}再试`
    const text = `${sayMailReason(server.result)}；${waiting.length}封信待发${again}，满一日仍不成的记为发送失败`
    return [{ kind: '邮件发不出', object: '邮件服务器', text, since: sayMoment(server.at) }]
  }
  const reasons = [...new Set(waiting.flatMap(({ reason }) => reason ?? []))]
  return reasons.map((reason) => {
    const some = waiting.filter((letter) => letter.reason === reason)
    const since = Math.min(...some.map((letter) => letter.since ?? letter.at))
    const text = `${sayMailReason(reason)}；${some.length}封信待发，最迟试到${sayMoment(since + day)}`
    return { kind: '邮件发不出', object: '待发的信', text, since: sayMoment(since) }
  })
}

/** What a person has to know of the letters: those that failed, those nobody is sure of, those that wait. */
export const letterTroubles = (
  letters: readonly Letter[],
  held: { server: JobRun | undefined; quota: JobRun | undefined },
  nameOf: (person: string) => string,
): Trouble[] => {
  const wrong = letters
    .filter((letter) => letter.state === 'uncertain' || letter.state === 'failed')
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((letter) => doubtful(letter, nameOf(letter.person)))
  const quota = (at: Moment, count: string): Trouble => ({
    kind: '邮件发不出',
    object: '发信额度',
    text: `今天的发信额度已用完，${count}封信待发，额度恢复后自动续发；急事请电话告知`,
    since: sayMoment(at),
  })
  const spent = held.quota ? [quota(held.quota.at, held.quota.result)] : []
  return [...spent, ...delayed(letters, held.server), ...wrong]
}

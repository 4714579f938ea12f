import type { Saying } from '../domain/letter'
import { copyWords } from './copy-words'
import type { Speak } from './speak'

/** Where a text is to be sent: what may stand in it follows from that. */
export type Messenger = '互联网微信' | '政务协同平台' | '不用'

/** Who sends texts to copy, whom to phone back, and whose names may not stand in them. */
export type CopyFrame = {
  messenger: Messenger
  /** The office that speaks, in short. */
  from: string
  contact: { name: string; phone: string }
  /** Names of the leaders: on the open internet none stands in a text at all. */
  leaders: readonly string[]
  speak: Speak
}

/** A text of at most 70 characters, and one of at most 140. */
export type CopyText = { short: string; long: string }

const shortest = 70
const longest = 140

const length = (text: string): number => [...text].length

const clipped = (text: string, room: number): string => {
  const letters = [...text]
  return letters.length <= room ? text : `${letters.slice(0, Math.max(0, room - 1)).join('')}…`
}

const number =
  /^(?:[\p{Script=Han}A-Za-z]{1,8}[〔[(（]\d{4}[〕\])）]第?\d+号|[A-Z]+-\d+)\S{0,6}?[\s:：，]+/u

/** One plain line without links, without a 编号 first, days without their year. */
const plain = (text: string): string =>
  text
    .replace(/\S*(?:https?:\/\/|www\.)\S*/gi, '')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .replace(number, '')
    .replace(/\d{4}年(?=\d{1,2}月)/g, '')
    .replace(/(\d日)\s+(?=\d{1,2}[:：])/g, '$1')
    .replace(/(\d{1,2}月)(\d{1,2}日)[—–]\1(?=\d)/g, '$1$2至')
    .replace(/(\d日)[—–](?=\d)/g, '$1至')
    .replace(/^[\s，；。：]+|[\s，；。：]+$/g, '')

const filled = (template: string, facts: Saying['with']): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))

/** A list of those who are late is a number: nobody's name goes round for it. */
const counted = (facts: Saying['with']): Saying['with'] => {
  const { offices, what } = facts
  return {
    ...facts,
    ...(typeof offices === 'string' ? { offices: offices.split('、').length } : {}),
    ...(typeof what === 'string' ? { what: clipped(plain(what), 24) } : {}),
  }
}

const bodies = (saying: Saying, lacking: number, { speak }: CopyFrame): [string, string] => {
  const words = copyWords[saying.say]
  if (!words) {
    const said = plain(speak(saying))
    return [said, said]
  }
  const facts = {
    ...counted(saying.with),
    lacking: lacking > 0 ? `尚有${lacking}位领导未填` : '',
  }
  const [short, more] = words.map((each) => plain(filled(each, facts))) as [string, string]
  return [short, more === '' ? short : `${short}；${more}`]
}

const nothingNamed = '有1项工作请您办理，请查看工作台'

const tailOf = ({ contact, from, leaders, messenger }: CopyFrame): string => {
  const name = plain(contact.name)
  const isLeader = messenger !== '政务协同平台' && leaders.some((each) => name.includes(each))
  const who = name === '' || isLeader ? from : name
  const phone = plain(contact.phone)
  return `。联系人${clipped(who, 10)}，${phone === '' ? '办公电话见通讯录' : `电话${clipped(phone, 20)}`}。`
}

/**
 * What to say of a matter by telephone or messenger: plain, no link, no 编号 first, with whom to
 * phone at its end. Unless it goes by the offices' own platform no leader's name stands in it, so
 * none stands beside a time or a place. `lacking` is how many leaders' plans are still wanting.
 */
export const copyText = (saying: Saying, lacking: number, frame: CopyFrame): CopyText => {
  const tail = tailOf(frame)
  const head = `【${clipped(plain(frame.from), 10)}】`
  const isOpen = frame.messenger !== '政务协同平台'
  const fit = (body: string, most: number): string => {
    const named = isOpen && frame.leaders.some((name) => name !== '' && body.includes(name))
    const said = body === '' || named ? nothingNamed : body
    return `${head}${clipped(said, most - length(head) - length(tail))}${tail}`
  }
  const [short, long] = bodies(saying, lacking, frame)
  return { short: fit(short, shortest), long: fit(long, longest) }
}

import { type Day, sayDay, sayMonthDay } from '../../domain/day'
import { type District, officeOf, type Person, shortName } from '../../domain/district'
import type { DraftContent } from '../../domain/draft-content'
import type { PaperPart } from '../../domain/paper'
import { phoneOf } from './paper-words'
import {
  dayOrBlank,
  factsTable,
  leadOf,
  officesOf,
  returnSlip,
  sayDeadline,
  sayDelay,
  sayGiven,
  sayProgressOf,
} from './slip-table'

/** A paper about a task: its facts, and under what it was issued; until then it is a draft. */
export type TaskPaper = {
  facts: DraftContent
  district: District
  /** Who is phoned about it: the commissioner. */
  contact: Person | undefined
  issued: { number: string; on: Day } | undefined
}

const draftMark = ({ issued }: TaskPaper): PaperPart[] =>
  issued === undefined
    ? [{ is: 'sides', left: '', right: '拟稿（未编号、未签发）', grey: true }]
    : []

const organName = ({ facts, district }: TaskPaper): string =>
  officeOf(district, facts.organ)?.name ?? ''

/** Who signs and when, and beneath in brackets whom to phone. */
const tailOf = (paper: TaskPaper): PaperPart[] => {
  const { contact, district, issued } = paper
  const phone = phoneOf(district, contact)
  return [
    { is: 'tail', lines: [`${organName(paper)}（印章）`, dayOrBlank(issued?.on)] },
    {
      is: 'text',
      as: 'body',
      text: contact ? `（联系人：${contact.name}${phone === '' ? '' : `，电话：${phone}`}）` : '',
    },
  ]
}

const copiesTo = ({ facts, district }: TaskPaper): PaperPart => ({
  is: 'text',
  as: 'small',
  text: facts.helpers.length === 0 ? '' : `抄送：${officesOf(district, facts.helpers)}。`,
})

const unitOf = ({ facts, district }: TaskPaper): string =>
  officeOf(district, facts.office)?.name ?? shortName(district, facts.office)

/** What every 督办单 asks; by which days is written by hand. */
const asked = [
  '1. 请对照目标任务抓紧办理，于　　月　　日前完成。',
  '2. 确不能按期完成的，写明原因、采取的措施和预计完成时间。',
  '3. 请于　　月　　日　　时前书面反馈，经单位主要负责同志审签。',
]

/** 督办单: one matter a sheet, to a unit, with the 回执 it sends back. Days asked for are written by hand. */
export const slipPaper = (paper: TaskPaper, title: string): PaperPart[] => {
  const { facts, district, issued } = paper
  return [
    ...draftMark(paper),
    { is: 'title', text: title },
    { is: 'sides', left: facts.urgency, right: issued?.number ?? '' },
    { is: 'text', as: 'flush', text: `${unitOf(paper)}：` },
    factsTable(facts, district, { withDelay: true }),
    { is: 'text', as: 'heading', text: '办理要求' },
    ...asked.map((text): PaperPart => ({ is: 'text', as: 'body', text })),
    ...tailOf(paper),
    ...returnSlip(),
    copiesTo(paper),
  ]
}

/** 交办通知单: what is handed out, to a unit, without delay and with the 回执. */
export const handoutPaper = (paper: TaskPaper): PaperPart[] => {
  const { facts, district, issued } = paper
  return [
    ...draftMark(paper),
    { is: 'title', text: '交办通知单' },
    { is: 'sides', left: facts.urgency, right: issued?.number ?? '' },
    { is: 'text', as: 'flush', text: `${unitOf(paper)}：` },
    factsTable(facts, district, { withDelay: false }),
    {
      is: 'text',
      as: 'body',
      text:
        facts.due === ''
          ? '请收到后及时签收，提出完成时限，按要求办理并反馈进展。'
          : '请收到后及时签收，按时限办理并反馈进展；确不能按期完成的，提前写明原因并申请延期。',
    },
    ...tailOf(paper),
    ...returnSlip(),
    copiesTo(paper),
  ]
}

/** 沟通提示: about a peer, to whoever decides; no number and no table of delay. */
export const hintPaper = (paper: TaskPaper, to: Person | undefined): PaperPart[] => {
  const { facts, district, issued, contact } = paper
  const unit = shortName(district, facts.office)
  const late = facts.due === '' ? '' : `时限为${sayDeadline(facts)}，已过${sayDelay(facts)}`
  return [
    ...(issued === undefined
      ? [{ is: 'sides', left: '', right: '拟稿（未签发）', grey: true } as const]
      : []),
    { is: 'title', text: '沟通提示' },
    { is: 'text', as: 'flush', text: to === undefined ? '' : `${to.name}同志：` },
    {
      is: 'text',
      as: 'body',
      text: `${unit}牵头的“${facts.what}”（${sayGiven(facts)}），${late}，截至${sayDay(facts.asOf)}。最近进展：${sayProgressOf(facts)}${facts.waiting === '' ? '' : `；${facts.waiting}`}。`,
    },
    { is: 'text', as: 'body', text: `请与${unit}沟通。` },
    {
      is: 'tail',
      lines: [contact === undefined ? organName(paper) : contact.name, dayOrBlank(issued?.on)],
    },
  ]
}

const basics = ({ facts, district }: TaskPaper): string => {
  const helpers = facts.helpers.length === 0 ? '' : `，${officesOf(district, facts.helpers)}协办`
  return `${sayGiven(facts)}，由${leadOf(facts, district)}牵头${helpers}。完成时限：${sayDeadline(facts)}。`
}

const course = ({ facts }: TaskPaper): string => {
  const steps = facts.steps.map(
    ({ name, due, done }) =>
      `${name}（${sayMonthDay(due)}，${done === '' ? '未完成' : `${sayMonthDay(done)}完成`}）`,
  )
  const slip = facts.slip
    ? `${sayMonthDay(facts.slip.on)}已发督办通知单${facts.slip.number === '' ? '' : `（${facts.slip.number}）`}；`
    : ''
  const late = facts.due === '' ? '' : `截至${sayDay(facts.asOf)}已逾期${sayDelay(facts)}。`
  return `${steps.length === 0 ? '' : `节点：${steps.join('、')}。`}${slip}最近反馈：${sayProgressOf(facts)}。${late}`
}

const troubles = ({ facts }: TaskPaper): string => {
  const said = [facts.trouble, facts.waiting].filter((text) => text !== '').join('；')
  return said === '' ? '承办单位未反映。' : `承办单位反映：${said.replace(/。$/, '')}。`
}

/** 督查专报: the facts of one task for the principals; what to do about it is written by a person. */
export const reportPaper = (paper: TaskPaper, principals: readonly string[]): PaperPart[] => {
  const { facts, issued } = paper
  const text = (as: 'body' | 'heading', said: string): PaperPart => ({ is: 'text', as, text: said })
  return [
    ...draftMark(paper),
    { is: 'title', text: '督查专报', beneath: issued?.number ?? '　' },
    { is: 'sides', left: `${organName(paper)}编`, right: dayOrBlank(issued?.on) },
    { is: 'rule' },
    { is: 'box', label: '领导批示：', height: 60 },
    { is: 'title', text: `关于“${facts.what}”推进情况的专报` },
    text('heading', '一、基本情况'),
    text('body', basics(paper)),
    text('heading', '二、进展情况'),
    text('body', course(paper)),
    text('heading', '三、存在问题及原因'),
    text('body', troubles(paper)),
    text('heading', '四、意见建议'),
    { is: 'box', label: '（由拟稿人填写）', height: 24 },
    text('body', '以上情况，请阅示。'),
    { is: 'rule' },
    {
      is: 'text',
      as: 'small',
      text:
        principals.length === 0
          ? ''
          : `报：${principals.map((name) => `${name}同志`).join('、')}。`,
    },
    {
      is: 'sides',
      left: `撰稿：${paper.contact?.name ?? ''}`,
      middle: '核稿：',
      right: '签发：　　　　　　',
    },
  ]
}

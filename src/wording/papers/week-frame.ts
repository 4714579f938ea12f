import { weekTitle } from '../../domain/day'
import { type District, officeOf, shortName } from '../../domain/district'
import { dayOf } from '../../domain/moment'
import type { PaperPart } from '../../domain/paper'
import { sayPaper, signerName } from '../../domain/paper-decision'
import { type Reader, readersOf } from '../../domain/readers'
import type { LineColumns, ShownWeek } from '../pages/week-sheet'
import { compilerOf, phoneOf, sayMinute } from './paper-words'

/** A week with what is needed to print it, and for whom. */
export type WeekAsked = {
  shown: ShownWeek
  columns: LineColumns
  district: District
  reader: Reader
}

/** 第1版, what was adjusted since, or that it is no issued version yet. */
const sayIssue = ({ version, draft, lines }: ShownWeek): string => {
  if (!version) return '汇总中'
  if (draft) return `第${version.n}版`
  const changed = lines.filter(({ mark }) => mark !== undefined)
  const last = Math.max(0, ...changed.map(({ since }) => since ?? 0))
  if (changed.length === 0) return `第${version.issued}版`
  const until = last > 0 ? `，截至${sayMinute(last)}` : ''
  return `第${version.issued}版（${version.approver === '' ? '印发' : '审定'}后调整${changed.length}处${until}）`
}

/** The head of a printed week: version, that it is inner paper, title, days and the week's number. */
export const weekHead = ({ shown, columns, district }: WeekAsked): PaperPart[] => {
  const { title, label } = weekTitle(shown.week)
  return [
    {
      is: 'sides',
      left: sayIssue(shown),
      right: shown.draft ? '拟稿（未审定）　内部资料　注意保存' : '内部资料　注意保存',
    },
    {
      is: 'title',
      text: `${district.settings.text('district.name')}${columns.title}表`,
      beneath: `（${title}）`,
      note: label.replace(/[（）]/g, ''),
    },
  ]
}

const signers = ({ shown, district }: WeekAsked): string => {
  const { version, draft } = shown
  const compiler = compilerOf(district)
  const office = officeOf(district, compiler?.office ?? '')?.name ?? ''
  const approver = signerName(district, version?.approver ?? '')
  const parts = [
    compiler ? `汇总：${office}（${compiler.name}）` : '',
    draft || approver === '' ? '' : `审定：${approver}${sayPaper(district, version?.paper)}`,
    draft || !version ? '' : sayMinute(version.issuedAt),
  ]
  return parts.filter((text) => text !== '').join('　')
}

/** The foot of a printed week: who compiled and approved it and when, whom to phone, to whom it goes. */
export const weekFoot = (asked: WeekAsked): PaperPart[] => {
  const { shown, columns, district } = asked
  const phone = phoneOf(district, compilerOf(district))
  const on = shown.version ? dayOf(shown.version.at) : undefined
  const offices = readersOf(district, columns.settings, on).map((id) => shortName(district, id))
  const change = `安排如有变动，以安排调整通知为准。${phone === '' ? '' : `联系电话：${phone}`}`
  return [
    { is: 'sides', left: signers(asked), right: change },
    {
      is: 'text',
      text: offices.length === 0 ? '' : `发：${offices.join('、')}（${offices.length}份）`,
      as: 'small',
    },
  ]
}

import { type Day, weekTitle } from '../../domain/day'
import { type District, officeOf, shortName } from '../../domain/district'
import { cellOf, headCell, type PaperPart } from '../../domain/paper'
import type { AdjustedItem, Notice } from '../../domain/published'
import { busy } from '../busy'
import type { LineColumns } from '../pages/week-sheet'
import { compilerOf, phoneOf, plainTime, sayMinute, sayWeekday } from './paper-words'

/** An adjustment notice, with what its readers may read of each item. */
export type NoticeAsked = {
  notice: Notice
  district: District
  columns: LineColumns
  items: {
    item: AdjustedItem
    /** What the engagement is, '' where it is nobody's to read but its office's. */
    what: string
    kept: boolean
  }[]
}

const arrangement = (
  v: Record<string, string> | undefined,
  { what, kept }: NoticeAsked['items'][number],
  { columns }: NoticeAsked,
): string => {
  if (v === undefined) return '—'
  const on = v[columns.day]
  const from = v[columns.from] ?? ''
  const to = v[columns.to] ?? ''
  const time =
    from === ''
      ? (v[columns.part] ?? '')
      : `${plainTime(from)}${to === '' ? '' : `–${plainTime(to)}`}`
  const when = [on ? sayWeekday(on as Day) : '时间待定', time]
    .filter((text) => text !== '')
    .join(' ')
  if (kept) return `${when} ${busy}`
  const around = [v[columns.manner], v[columns.place]].filter((text) => text).join('，')
  return `${when} ${what}${around === '' ? '' : `（${around}）`}`
}

/** 安排调整通知: what was arranged and what is now, why, whom it touches; half a page. */
export const noticePaper = (asked: NoticeAsked): PaperPart[] => {
  const { notice, district, items } = asked
  const compiler = compilerOf(district)
  const phone = phoneOf(district, compiler)
  const offices = notice.touched.map((id) => shortName(district, id)).join('、')
  return [
    { is: 'title', text: '安排调整通知' },
    {
      is: 'sides',
      left: `${weekTitle(notice.week as Day).title}一周安排`,
      right: `第${notice.n}号`,
    },
    {
      is: 'table',
      columns: [18, 50, 50, 30],
      head: [{ cells: ['领导', '原安排', '现安排', '原因'].map((text) => headCell(text)) }],
      rows: items.map((each) => {
        const { item, kept } = each
        const leader = district.leaders.find(({ id }) => id === item.leader)?.name ?? ''
        const reason = item.owing ? '待补' : kept ? '' : item.reason
        return {
          cells: [
            cellOf(leader, { align: 'center', strong: true }),
            cellOf(arrangement(item.before, each, asked)),
            cellOf(item.kind === '取消' ? '取消' : arrangement(item.after, each, asked)),
            cellOf(reason),
          ],
        }
      }),
    },
    { is: 'text', as: 'flush', text: offices === '' ? '' : `涉及单位：${offices}` },
    {
      is: 'tail',
      lines: [officeOf(district, notice.office)?.name ?? '', sayMinute(notice.at)],
    },
    {
      is: 'text',
      as: 'body',
      text: compiler ? `（联系人：${compiler.name}${phone === '' ? '' : `，电话：${phone}`}）` : '',
    },
  ]
}

import { addDays, sayRange } from '../../domain/day'
import type { Moment } from '../../domain/moment'
import { cellOf, headCell, type PaperPart } from '../../domain/paper'
import type { ChasedWeek } from '../chase'
import { sayMinute } from './paper-words'

const headings = [
  '序号',
  '单位',
  '状态',
  '未填领导',
  '联系人A（电话）',
  '联系人B（电话）',
  '单位负责人（电话）',
  '已催（方式 时间 答复）',
]

/** 催报单: inner paper of whoever phones, never sent to the offices; A4 upright, one page. */
export const chasePaper = (
  { week, rows, filed, missing }: ChasedWeek,
  item: string,
  now: Moment,
): PaperPart[] => [
  { is: 'title', text: `${item}报送情况`, beneath: '（催报用）' },
  {
    is: 'sides',
    left: sayRange(week.monday, addDays(week.monday, 6)),
    middle: `截止${sayMinute(week.cutoff)}`,
    right: `截至${sayMinute(now)}`,
  },
  {
    is: 'table',
    columns: [7, 17, 12, 20, 43, 43, 34, 22],
    head: [{ cells: headings.map((text) => headCell(text)) }],
    rows:
      rows.length === 0
        ? [{ cells: [cellOf('各单位均已报送', { columns: headings.length, align: 'center' })] }]
        : rows.map((row, i) => ({
            least: 12,
            cells: [
              cellOf(String(i + 1), { align: 'center' }),
              cellOf(row.office, { align: 'center', strong: true }),
              cellOf(row.state, { align: 'center' }),
              cellOf(row.missing),
              cellOf(row.a.replace(/、/g, '\n')),
              cellOf(row.b.replace(/、/g, '\n')),
              cellOf(row.head),
              cellOf(row.told),
            ],
          })),
  },
  { is: 'text', as: 'small', text: `已报${filed}家，未报${missing}家。` },
  ...(rows.length === 0 ? [] : [{ is: 'text', as: 'heading', text: '短信版' } as const]),
  ...rows.map(
    (row): PaperPart => ({ is: 'text', as: 'small', text: `${row.office}：${row.text}` }),
  ),
]

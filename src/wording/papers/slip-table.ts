import { type Day, sayDay } from '../../domain/day'
import { type District, shortName } from '../../domain/district'
import type { DraftContent } from '../../domain/draft-content'
import { cellOf, headCell, type PaperPart, type PaperRow } from '../../domain/paper'

/** Offices by their short names, '无' where there are none. */
export const officesOf = (district: District, ids: readonly string[]): string =>
  ids.length === 0 ? '无' : ids.map((id) => shortName(district, id)).join('、')

/** 2024年11月22日 with what it was before; 未定 where there is none. */
export const sayDeadline = ({ due, step, original, extended, moved }: DraftContent): string => {
  if (due === '') return '未定'
  const more = [
    original === '' ? '' : `原时限${sayDay(original)}，已延期${extended}次`,
    moved === '' ? '' : `已顺延至${sayDay(moved)}`,
  ].filter((text) => text !== '')
  const of = step === '' ? '' : `节点“${step}”：`
  return `${of}${sayDay(due)}${more.length === 0 ? '' : `（${more.join('；')}）`}`
}

/** What was reported last and when; 未反馈 where nothing was. */
export const sayProgressOf = ({ progress, noted }: DraftContent): string =>
  progress === '' ? '未反馈' : `${progress}${noted === '' ? '' : `（${sayDay(noted)}）`}`

/** On what basis, by whom and when it was given. */
export const sayGiven = ({ source, giver, assigned }: DraftContent): string =>
  [source, `${giver}${sayDay(assigned)}交办`].filter((text) => text !== '').join('；')

/** 5天（3个工作日）, counted to a day. */
export const sayDelay = ({ overdue, past }: DraftContent): string =>
  `${overdue}天（${past}个工作日）`

const wide = (label: string, text: string): PaperRow => ({
  cells: [headCell(label), cellOf(text === '' ? '　' : text, { columns: 3 })],
})

const pair = (left: [string, string], right: [string, string]): PaperRow => ({
  cells: [headCell(left[0]), cellOf(left[1]), headCell(right[0]), cellOf(right[1])],
})

/** The facts of a task in a table, with how long it is overdue where that is said. */
export const factsTable = (
  facts: DraftContent,
  district: District,
  { withDelay }: { withDelay: boolean },
): PaperPart => ({
  is: 'table',
  columns: [26, 52, 26, 52],
  head: [],
  rows: [
    wide(withDelay ? '督办事项' : '交办事项', facts.what),
    wide('交办依据', sayGiven(facts)),
    pair(['牵头单位', leadOf(facts, district)], ['协办单位', officesOf(district, facts.helpers)]),
    wide('完成时限', sayDeadline(facts)),
    ...(withDelay
      ? [
          wide('目前进展', [sayProgressOf(facts), facts.waiting].filter(Boolean).join('；')),
          wide('逾　　期', `${sayDelay(facts)}，截至${sayDay(facts.asOf)}`),
        ]
      : []),
  ],
})

/** The office that leads, and in person where somebody does. */
export const leadOf = ({ lead, office }: DraftContent, district: District): string => {
  const short = shortName(district, office)
  return lead === short || lead === '' ? short : `${short}（${lead}）`
}

/** The lower third of a slip: what the unit sends back, filled in by hand. */
export const returnSlip = (): PaperPart[] => {
  const blank = (label: string, least: number): PaperRow => ({
    least,
    cells: [headCell(label), cellOf('', { columns: 3 })],
  })
  return [
    { is: 'cut', text: '反馈回执' },
    {
      is: 'table',
      columns: [34, 44, 26, 52],
      head: [],
      rows: [
        blank('办理情况', 13),
        blank('存在问题', 10),
        blank('下步打算', 10),
        {
          least: 9,
          cells: [headCell('单位主要负责\n同志签字'), cellOf(''), headCell('经办人'), cellOf('')],
        },
        { least: 7, cells: [headCell('日　　期'), cellOf('　　年　　月　　日', { columns: 3 })] },
      ],
    },
  ]
}

/** A day, or a blank for one to be written by hand. */
export const dayOrBlank = (on: Day | undefined): string =>
  on === undefined ? '　　　　年　　月　　日' : sayDay(on)

import type { TabView } from '../contract'
import { cellStyle, columnOffsets, type Spans, spansOf, spillOf } from './cell-style'
import { bandsOf, type ChartBand, coversNothing } from './chart-bands'
import { ChartFigure } from './chart-figure'

/** A tab as a table that a person, a phone and a screen reader can read. */
export function SheetTable({
  tab,
  caption,
  rows,
}: {
  tab: TabView
  caption: string
  /** The rows below the headings that are shown. */
  rows?: number[]
}) {
  const headRows = Math.min(tab.frozenRows, tab.rows.length)
  const columns = usedColumns(tab)
  const more = tab.columns.slice(0, columns).filter((column) => column.collapsed).length
  const facts = { tab, columns, spans: spansOf(tab.merges), offsets: columnOffsets(tab) }
  if (tab.rows.length === 0) return <p class="empty">这一页还没有内容。</p>
  const bands = bandsOf(tab)
  const inside = bands.filter((band) => band.top >= headRows && coversNothing(tab, band))
  const body = rows ?? tab.rows.map((_, row) => row).slice(headRows)
  return (
    <div class="sheet-box">
      {bands
        .filter((band) => !inside.includes(band))
        .map((band) => (
          <Charts band={band} />
        ))}
      {more > 0 ? <MoreSwitch more={more} /> : null}
      <div class="sheet" tabindex={0} role="region" aria-label={`${caption}，可左右滚动`}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <colgroup>
            <col class="row-number" />
            {tab.columns.slice(0, columns).map((column) => (
              <col
                class={column.collapsed ? 'more' : ''}
                style={{ width: `${readableWidth(column.width)}px` }}
              />
            ))}
          </colgroup>
          <thead>
            {tab.rows.slice(0, headRows).map((_, row) => (
              <SheetRow facts={facts} row={row} head />
            ))}
          </thead>
          <tbody data-filter-list="">
            {body.map((row) => {
              const band = inside.find(({ top, bottom }) => row >= top && row < bottom)
              if (!band) return <SheetRow facts={facts} row={row} head={false} />
              return row === band.top ? <ChartRow band={band} columns={columns} /> : null
            })}
          </tbody>
        </table>
      </div>
      {tab.rows.length === headRows ? <p class="empty">还没有填写内容。</p> : null}
    </div>
  )
}

type SheetFacts = { tab: TabView; columns: number; spans: Spans; offsets: number[] }

function MoreSwitch({ more }: { more: number }) {
  return (
    <>
      <input type="checkbox" id="more" class="switch" />
      <label for="more">{`更多列（${more}）`}</label>
    </>
  )
}

/** The charts of a band in the place of the blank rows they stand on. */
function ChartRow({ band, columns }: { band: ChartBand; columns: number }) {
  return (
    <tr class="chart-row">
      <th scope="row" class="row-number">
        {band.top + 1}
      </th>
      <td colspan={columns}>
        <Charts band={band} />
      </td>
    </tr>
  )
}

function Charts({ band }: { band: ChartBand }) {
  return (
    <div class="sheet-charts">
      {band.charts.map((chart) => (
        <ChartFigure chart={chart} />
      ))}
    </div>
  )
}

function SheetRow({ facts, row, head }: { facts: SheetFacts; row: number; head: boolean }) {
  const cells = Array.from({ length: facts.columns }, (_, column) => column)
  return (
    <tr>
      <th scope="row" class="row-number">
        {row + 1}
      </th>
      {cells.map((column) => (
        <SheetCell facts={facts} row={row} column={column} head={head} />
      ))}
    </tr>
  )
}

function SheetCell(props: { facts: SheetFacts; row: number; column: number; head: boolean }) {
  const { facts, row, column, head } = props
  const { tab, spans, offsets } = facts
  const span = spans.at(row, column)
  if (span === 'covered') return null
  const look = tab.looks[row]?.[column] ?? {}
  const frozen = column < tab.frozenColumns && span === undefined
  // A title across many columns would be centred out of sight.
  const banner = (span?.columns ?? 1) > 4
  const spill = span === undefined ? spillOf(tab, row, column) : undefined
  const classes = [
    banner ? 'banner' : '',
    spill === undefined ? '' : `spill-${spill}`,
    tab.columns[column]?.collapsed === true ? 'more' : '',
    frozen ? 'frozen' : '',
    look.choices && !head ? 'choice' : '',
  ]
  const shared = {
    class: classes.filter((name) => name !== '').join(' ') || undefined,
    style: cellStyle(look, frozen ? offsets[column] : undefined),
    colspan: span?.columns,
    rowspan: span?.rows,
    title: look.choices && !head ? `可选：${look.choices.join('、')}` : undefined,
  }
  const text = tab.rows[row]?.[column] ?? ''
  const isCopied = !head && text !== '' && copied.test(headingOf(tab, column))
  const shown = isCopied ? (
    <CopiedText text={text} />
  ) : banner || spill === 'from' ? (
    <span>{text}</span>
  ) : (
    text
  )
  if (!head || text === '') return <td {...shared}>{shown}</td>
  return (
    <th scope={span && span.columns > 1 ? 'colgroup' : 'col'} {...shared}>
      {shown}
    </th>
  )
}

/** Headings of texts that are there to be copied. */
const copied = /^(?:[短长]文字|短信版)/

const headingOf = (tab: TabView, column: number): string =>
  tab.rows[tab.frozenRows - 1]?.[column] ?? ''

/** A text with a button that copies it, which appears only where scripts run. */
function CopiedText({ text }: { text: string }) {
  return (
    <>
      <span>{text}</span>
      <button type="button" class="copy" hidden data-copy="">
        复制
      </button>
    </>
  )
}

/** Columns up to the last that is used or named, never the whole empty grid. */
function usedColumns(tab: TabView): number {
  return tab.rows.reduce((most, row) => Math.max(most, row.length), 0)
}

/** A screen of a phone is 390 px wide: no column may fill it alone. */
function readableWidth(width: number): number {
  return Math.min(Math.max(width, 48), 320)
}

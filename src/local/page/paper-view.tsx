import { fitPoints, smallOf } from '../papers/fit-paper'
import type { Paper, PaperCell, PaperPart, PaperRow, PaperTable } from '../papers/paper'
import { pagedParts } from '../papers/split-groups'

/** A paper on a page of its own that prints as it stands: one sheet after the other, nothing else. */
export function PaperView({ paper, district }: { paper: Paper; district: string }) {
  const [top, right, bottom, left] = paper.margins
  const points = fitPoints(paper)
  const sheet = paper.format.replace(' ', '-').toLowerCase()
  const rule = `@page { size: ${paper.format}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; ${numbers(paper)} }`
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${paper.name} · ${district}联席`}</title>
        <link rel="icon" href="/assets/seal.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
        {/* Made of numbers alone: the quotes of what it prints must not be escaped. */}
        <style dangerouslySetInnerHTML={{ __html: rule }}></style>
        <script type="module" src="/assets/page.js"></script>
      </head>
      <body class="printed">
        <a class="skip" href="#main">
          跳到正文
        </a>
        <header class="paper-tools">
          <a href="/papers">返回可打印的材料</a>
          <button type="button" class="button" data-print hidden>
            打印
          </button>
          <a class="button" href={`/papers/${encodeURIComponent(paper.key)}/xlsx`}>
            下载 .xlsx
          </a>
          <span class="muted">{sayFormat(paper)}</span>
        </header>
        <main
          id="main"
          tabindex={-1}
          class={`paper paper-${sheet}`}
          style={{
            '--points': `${points}pt`,
            '--small': `${smallOf(points)}pt`,
            padding: `${top}mm ${right}mm ${bottom}mm ${left}mm`,
          }}
        >
          {pagedParts(paper, points).map((part) => (
            <Part part={part} />
          ))}
        </main>
        <p class="paper-secrecy">非涉密 · 严禁录入涉密内容</p>
      </body>
    </html>
  )
}

/** A3，横向. */
export function sayFormat({ format }: Pick<Paper, 'format'>): string {
  const [size, way] = format.split(' ')
  return `${size} ${way === 'landscape' ? '横向' : '纵向'}`
}

function numbers(paper: Paper): string {
  if (!paper.numbered) return ''
  return '@bottom-center { content: "第" counter(page) "页　共" counter(pages) "页"; font-size: 9pt; }'
}

function Part({ part }: { part: PaperPart }) {
  switch (part.is) {
    case 'title':
      return (
        <div class="paper-title">
          <h1>{part.text}</h1>
          {part.beneath ? (
            <p>
              {part.beneath}
              {part.note ? <small>{part.note}</small> : null}
            </p>
          ) : null}
        </div>
      )
    case 'sides':
      return (
        <p class={part.grey ? 'paper-sides paper-grey' : 'paper-sides'}>
          <span>{part.left}</span>
          {part.middle ? <span>{part.middle}</span> : null}
          <span>{part.right}</span>
        </p>
      )
    case 'text':
      return part.text === '' ? null : <p class={`paper-${part.as}`}>{part.text}</p>
    case 'tail':
      return (
        <div class="paper-tail">
          {part.lines.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      )
    case 'box':
      return (
        <div class="paper-box" style={{ height: `${part.height}mm` }}>
          {part.label}
        </div>
      )
    case 'cut':
      return <p class="paper-cut">{part.text}</p>
    case 'rule':
      return <hr class="paper-rule" />
    case 'table':
      return <Table table={part} />
  }
}

function Table({ table }: { table: PaperTable }) {
  const all = table.columns.reduce((sum, each) => sum + each, 0)
  return (
    <table class="paper-table">
      <colgroup>
        {table.columns.map((each) => (
          <col style={{ width: `${(each / all) * 100}%` }} />
        ))}
      </colgroup>
      {table.head.length > 0 ? (
        <thead>
          {table.head.map((row) => (
            <Row row={row} head />
          ))}
        </thead>
      ) : null}
      {bodiesOf(table).map((rows) => (
        <tbody>
          {rows.map((row) => (
            <Row row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Rows that stand on one page together, as long as they fit one. */
function bodiesOf({ rows }: PaperTable): PaperRow[][] {
  const bodies: PaperRow[][] = []
  for (const row of rows) {
    const last = bodies.at(-1)
    if (row.joined && last) last.push(row)
    else bodies.push([row])
  }
  return bodies
}

function Row({ row, head }: { row: PaperRow; head?: boolean }) {
  return (
    <tr style={row.least === undefined ? undefined : { height: `${row.least}mm` }}>
      {row.cells.map((cell) => (
        <Cell cell={cell} head={head === true} />
      ))}
    </tr>
  )
}

function Cell({ cell, head }: { cell: PaperCell; head: boolean }) {
  const names = [
    cell.align === 'center' ? 'middle' : '',
    cell.shaded ? 'shaded' : '',
    cell.strong ? 'strong' : '',
  ].filter((name) => name !== '')
  const shared = {
    class: names.join(' ') || undefined,
    colspan: cell.columns > 1 ? cell.columns : undefined,
    rowspan: cell.rows > 1 ? cell.rows : undefined,
  }
  const lines = cell.lines.map(({ text, lead, small, strong }) => (
    <p class={small ? 'small' : strong ? 'strong' : undefined}>
      {lead === undefined ? null : <b>{`${lead} `}</b>}
      {text}
    </p>
  ))
  return head ? (
    <th scope="col" {...shared}>
      {lines}
    </th>
  ) : (
    <td {...shared}>{lines}</td>
  )
}

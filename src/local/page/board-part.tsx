import type { Board, BoardBlock } from '../board'
import { BoardTasks } from './board-tasks'
import { ChartFigure } from './chart-figure'
import { OfficeLights } from './office-lights'

type Row = Record<string, string>

/** What stands out when it is not nought. */
const alarms = new Set(['逾期', '周计划未报', '周计划补报', '未解决的冲突'])

/** As many tasks near their deadline are shown without being asked for. */
const fewTasks = 6

/** The directors' page at the head of the overview: figures, lights of the offices, what is late. */
export function BoardPart({ board }: { board: Board }) {
  const [figures, offices, ...lists] = board.blocks
  const block = (title: string) => lists.find((each) => each.title === title) ?? none(title)
  const near = block('临近时限')
  return (
    <section class="board" aria-labelledby="board">
      <div class="section-head">
        <h2 id="board">{figures?.title ?? board.title}</h2>
        <a href={`/book/${encodeURIComponent(board.book)}`}>总览工作簿</a>
      </div>
      {figures ? <Figures rows={figures.rows} /> : null}
      {board.charts.length > 0 ? <Charts charts={board.charts} /> : null}
      <div class="board-body">
        {offices ? <OfficeLights block={offices} /> : null}
        <div class="board-lists">
          <BoardTasks block={block('逾期任务')} open />
          <BoardTasks block={near} open={near.rows.length <= fewTasks} />
          <BoardTasks block={block('未定时限')} />
        </div>
      </div>
    </section>
  )
}

/** Every chart twice: small pictures of large ones could not be read on a phone. */
const wide = { width: 540, height: 236 }
const narrow = { width: 330, height: 250 }

function Charts({ charts }: { charts: Board['charts'] }) {
  return (
    <div class="charts">
      {charts.flatMap((chart) => [
        <ChartFigure chart={chart} size={wide} class="chart chart-wide" />,
        <ChartFigure chart={chart} size={narrow} class="chart chart-narrow" />,
      ])}
    </div>
  )
}

function none(title: string): BoardBlock {
  return { title, rows: [] }
}

function Figures({ rows }: { rows: Row[] }) {
  return (
    <dl class="figures">
      {rows.map((row) => (
        <Figure
          name={row['指标'] ?? ''}
          value={row['数值'] ?? ''}
          counts={row['统计哪些行'] ?? ''}
        />
      ))}
    </dl>
  )
}

function Figure({ name, value, counts }: { name: string; value: string; counts: string }) {
  const alarming = alarms.has(name) && value !== '0'
  return (
    <div class={alarming ? 'figure figure-alarm' : 'figure'} title={counts}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

import type { BoardBlock } from '../board'

/** A list of the directors' page: each task with its lead, its deadline and its stage. */
export function BoardTasks({ block, open }: { block: BoardBlock; open?: boolean }) {
  const { title, rows } = block
  if (rows.length === 0) return <p class="no-tasks">{`${title}：无`}</p>
  return (
    <details class="board-tasks" open={open === true}>
      <summary>
        <h3>{title}</h3>
        <span class="muted">{`${rows.length} 项`}</span>
      </summary>
      <ol>
        {rows.map((row) => (
          <Task row={row} />
        ))}
      </ol>
    </details>
  )
}

function Task({ row }: { row: Record<string, string> }) {
  const why = row['灯'] ?? ''
  const note = row['备注'] ?? ''
  return (
    <li>
      <p class="task-what">{row['任务']}</p>
      <p class="task-why">
        <span class={why.startsWith('逾期') ? 'late-days' : 'near-days'}>{why}</span>
      </p>
      <p class="task-facts">
        <b>{row['牵头']}</b>
        <span>{row['状态']}</span>
        {row['完成时限'] === why ? null : <span>{`时限 ${row['完成时限']}`}</span>}
        {note === '' ? null : <span>{note}</span>}
        <span class="task-number">{row['编号']}</span>
      </p>
    </li>
  )
}

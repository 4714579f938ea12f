import type { BoardBlock } from '../board'

const lights = [
  ['红', 'red', '逾期'],
  ['黄', 'amber', '临近时限或缺进展'],
  ['绿', 'green', '正常'],
  ['灰', 'grey', '未定时限'],
] as const

/** The open tasks of each office as coloured dots with their counts, and how it filed its plan. */
export function OfficeLights({ block }: { block: BoardBlock }) {
  return (
    <div class="lights">
      <div class="lights-head">
        <h3>各单位任务灯</h3>
        <ul class="legend">
          {lights.map(([sign, colour, meaning]) => (
            <li>
              <i class={`dot dot-${colour}`} aria-hidden="true"></i>
              {`${sign} ${meaning}`}
            </li>
          ))}
        </ul>
      </div>
      <table class="plain lights-table">
        <caption class="visually-hidden">{block.title}</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            {lights.map(([sign]) => (
              <th scope="col" class="light">
                {sign}
              </th>
            ))}
            <th scope="col">周计划</th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <OfficeRow row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OfficeRow({ row }: { row: Record<string, string> }) {
  const missing = row['缺报领导'] ?? ''
  return (
    <tr>
      <th scope="row">{row['单位']}</th>
      {lights.map(([sign, colour]) => (
        <td class="light">
          <Light count={row[sign] ?? '0'} colour={colour} />
        </td>
      ))}
      <td>
        <span class={`filing filing-${filingTone[row['周计划'] ?? ''] ?? 'none'}`}>
          {row['周计划']}
        </span>
        {missing === '' ? null : <small class="missing-leaders">{`缺 ${missing}`}</small>}
      </td>
    </tr>
  )
}

const filingTone: Record<string, string> = { 按时: 'good', 补报: 'late', 未报: 'missing' }

function Light({ count, colour }: { count: string; colour: string }) {
  if (count === '0') return <span class="no-light">·</span>
  return (
    <span class="lit">
      <i class={`dot dot-${colour}`} aria-hidden="true"></i>
      {count}
    </span>
  )
}

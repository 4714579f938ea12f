import type { WeekDescription } from '../description'
import { sayShortMoment } from '../say-moment'
import { StateBadge } from './week-card'

/** The weeks around now, one a line, behind a small switch. */
export function WeekTable({ weeks }: { weeks: WeekDescription[] }) {
  if (weeks.length === 0) return <p class="empty">还没有打开的周。</p>
  return (
    <details class="fold">
      <summary>{`近期各周（${weeks.length}）`}</summary>
      <div class="scroll" tabindex={0} role="region" aria-label="近期各周">
        <table class="plain">
          <caption class="visually-hidden">近期各周的报送与反馈</caption>
          <thead>
            <tr>
              {['周次', '状态', '截止', '已报', '补报', '冲突', '版本', '通知', '未报单位'].map(
                (name) => (
                  <th scope="col">{name}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <WeekLine week={week} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function WeekLine({ week }: { week: WeekDescription }) {
  return (
    <tr>
      <th scope="row">
        {week.title} <small>{`第${week.number}周`}</small>
        {week.mark ? <small class="mark">{week.mark}</small> : null}
      </th>
      <td>
        <StateBadge state={week.state} />
      </td>
      <td>{sayShortMoment(week.cutoff)}</td>
      <td class="number">{`${week.filed} / ${week.duties}`}</td>
      <td class="number">{week.late}</td>
      <td class="number">{week.clashes}</td>
      <td class="number">{week.version}</td>
      <td class="number">{week.notices}</td>
      <td>{week.missing.join('、')}</td>
    </tr>
  )
}

import type { WeekDescription } from '../description'
import { sayShortMoment } from '../say-moment'

/** One week with its state, its hand-ins and the moments that bind it. */
export function WeekCard(props: { week: WeekDescription; label: string; now: number }) {
  const { week, label, now } = props
  return (
    <article class="week-card" aria-label={`${label} ${week.title}`}>
      <header>
        <p class="week-label">
          {label}
          <small>{`第${week.number}周`}</small>
        </p>
        <StateBadge state={week.state} />
      </header>
      <h3>{week.title}</h3>
      {week.mark ? <p class="mark">{week.mark}</p> : null}
      <div class="filed">
        <p class="filed-count">
          <b>{week.filed}</b>
          <span>{` / ${week.duties} 个单位已报`}</span>
        </p>
        <meter min={0} max={Math.max(week.duties, 1)} value={week.filed} aria-hidden="true"></meter>
      </div>
      <dl class="counts">
        <Count name="补报" value={week.late} />
        <Count
          name={now < week.cutoff ? '待报' : '未报'}
          value={week.duties - week.filed}
          plain={now < week.cutoff}
        />
        <Count name="冲突" value={week.clashes} />
        <Count name="版本" value={week.version} plain />
        <Count name="调整通知" value={week.notices} plain />
      </dl>
      {week.missing.length > 0 ? <p class="missing">{`未报：${week.missing.join('、')}`}</p> : null}
      <Moments week={week} />
    </article>
  )
}

/** The state of a week as a small coloured word. */
export function StateBadge({ state }: { state: string }) {
  return <span class={`badge badge-${badgeTone[state] ?? 'calm'}`}>{state}</span>
}

const badgeTone: Record<string, string> = {
  未到: 'faint',
  填报中: 'busy',
  待审定: 'warn',
  已印发: 'good',
  已结: 'calm',
}

function Count({ name, value, plain }: { name: string; value: number; plain?: boolean }) {
  return (
    <div class={value > 0 && plain !== true ? 'count count-some' : 'count'}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Moments({ week }: { week: WeekDescription }) {
  const moments: [string, number][] = [
    ['催报', week.remind],
    ['截止', week.cutoff],
    ['反馈', week.feedback],
  ]
  return (
    <ol class="moments">
      {moments.map(([name, moment]) => (
        <li>
          <span>{name}</span>
          <time datetime={new Date(moment).toISOString()}>{sayShortMoment(moment)}</time>
        </li>
      ))}
    </ol>
  )
}

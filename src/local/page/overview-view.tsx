import type { Board } from '../board'
import type { Book, InboxMail, Run } from '../contract'
import type { Description } from '../description'
import { mondayOfMoment } from '../say-moment'
import { BoardPart } from './board-part'
import { BookCards } from './book-cards'
import { MailList } from './mail-list'
import { PageShell, type ShellFacts } from './page-shell'
import { RunTable } from './run-table'
import { WeekCard } from './week-card'
import { WeekTable } from './week-table'

export type OverviewFacts = {
  shell: ShellFacts
  description: Description | undefined
  board: Board | undefined
  books: Book[]
  mails: InboxMail[]
  runs: Run[]
}

/** The district at a glance: the directors' page, its weeks, workbooks, latest letters and runs. */
export function OverviewView(props: OverviewFacts) {
  const { shell, description, board, books, mails, runs } = props
  return (
    <PageShell title="总览" section="overview" facts={shell}>
      <div class="page-head">
        <h1>{`${shell.district}联席总览`}</h1>
        {description ? <LetterCounts letters={description.letters} /> : null}
      </div>
      {board ? <BoardPart board={board} /> : null}
      {description ? (
        <Weeks description={description} now={shell.now} />
      ) : (
        <p class="empty">暂未读到各周情况。</p>
      )}
      <BookCards books={books} description={description} />
      <div class="two-columns">
        <section aria-labelledby="latest-mail">
          <div class="section-head">
            <h2 id="latest-mail">最近发件</h2>
            <a href="/mail">全部邮件</a>
          </div>
          <MailList mails={mails} />
        </section>
        <section aria-labelledby="latest-runs">
          <div class="section-head">
            <h2 id="latest-runs">最近运行</h2>
            <a href="/runs">系统维护</a>
          </div>
          <RunTable runs={runs} brief />
        </section>
      </div>
    </PageShell>
  )
}

function LetterCounts({ letters }: { letters: Description['letters'] }) {
  return (
    <p class="muted">
      {`邮件：已发 ${letters.sent} · 待发 ${letters.waiting} · 撤回 ${letters.withdrawn}`}
      {letters.uncertain > 0 ? (
        <strong class="alarm">{` · 待核 ${letters.uncertain}`}</strong>
      ) : null}
    </p>
  )
}

function Weeks({ description, now }: { description: Description; now: number }) {
  const thisMonday = mondayOfMoment(now)
  const nextMonday = mondayOfMoment(now + 7 * 86_400_000)
  const current = description.weeks.filter((week) => [thisMonday, nextMonday].includes(week.monday))
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks" class="visually-hidden">
        本周与下周
      </h2>
      <div class="week-cards">
        {current.map((week) => (
          <WeekCard week={week} label={week.monday === thisMonday ? '本周' : '下周'} now={now} />
        ))}
      </div>
      <WeekTable weeks={description.weeks} />
    </section>
  )
}

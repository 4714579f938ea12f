import type { Book, TabView } from '../contract'
import type { PaperOffer } from '../papers/paper'
import { sayShortMoment } from '../say-moment'
import { sayKind } from './book-cards'
import { FilterBox } from './mail-view'
import { PageShell, type ShellFacts } from './page-shell'
import { Pager, pageOf } from './pager'
import { paperPath } from './papers-view'
import { SheetTable } from './sheet-table'

/** One tab of a workbook with the switcher of workbooks and the bar of its tabs. */
export function BookView(props: {
  shell: ShellFacts
  books: Book[]
  book: Book
  tabs: TabView[]
  tab: TabView
  /** Which part of its rows is shown, counted from 1. */
  asked?: string | undefined
  /** What can be printed of it. */
  papers?: PaperOffer[]
}) {
  const { shell, books, book, tabs, tab } = props
  const { rows, page, pages, total } = rowsOfPage(tab, props.asked)
  return (
    <PageShell title={`${tab.name} · ${book.name}`} section="book" facts={shell} wide>
      <div class="book">
        <details class="switcher" open>
          <summary>换一本工作簿</summary>
          <BookSwitcher books={books} current={book.id} />
        </details>
        <section class="book-main" aria-labelledby="tab-name">
          <header class="tab-head">
            <div>
              <p class="muted">{book.name}</p>
              <h1 id="tab-name">{tab.name}</h1>
            </div>
            <p class="tab-facts">
              {tab.locked ? <span class="badge badge-faint">自动生成，不可填写</span> : null}
              <span class="muted">{`${sayShortMoment(book.modified)} 更新`}</span>
            </p>
          </header>
          <TabPapers papers={props.papers ?? []} />
          <FilterBox label="筛选本页行" />
          {pages > 1 ? <p class="muted">{`共 ${total} 行，分 ${pages} 页显示`}</p> : null}
          <SheetTable tab={tab} caption={`${book.name} ${tab.name}`} rows={rows} />
          <Pager path={tabPath(book.id, tab)} page={page} pages={pages} />
          <TabBar tabs={tabs} current={tab} book={book.id} />
        </section>
      </div>
    </PageShell>
  )
}

function TabPapers({ papers }: { papers: PaperOffer[] }) {
  if (papers.length === 0) return null
  return (
    <p class="tab-papers">
      {papers.map(({ key, name }) => (
        <a href={paperPath(key)}>{`打印：${name}`}</a>
      ))}
    </p>
  )
}

/** A page of a tab that a browser still opens at once; shorter tabs stand whole. */
const rowsAPage = 500

/** The rows below the headings that stand on the page asked for; charts and merged rows stay whole. */
function rowsOfPage(tab: TabView, asked: string | undefined) {
  const head = Math.min(tab.frozenRows, tab.rows.length)
  const below = tab.rows.map((_, row) => row).slice(head)
  const isWhole = tab.charts.length > 0 || tab.merges.some(({ rows }) => rows > 1)
  const size = isWhole ? Math.max(1, below.length) : rowsAPage
  const { part, page, pages } = pageOf(below, asked, size)
  return { rows: part, page, pages, total: below.length }
}

function BookSwitcher({ books, current }: { books: Book[]; current: string }) {
  const common = books.filter((book) => book.kind !== 'desk')
  const desks = books.filter((book) => book.kind === 'desk')
  return (
    <nav aria-label="工作簿">
      <ul>
        {[...common, ...desks].map((book) => (
          <li class={book === desks[0] ? 'first-desk' : ''}>
            <a
              href={`/book/${encodeURIComponent(book.id)}`}
              aria-current={book.id === current ? 'page' : undefined}
              title={sayKind(book.kind)}
            >
              {book.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The address of a tab: by its sheet id, so that renaming breaks no link. */
export function tabPath(book: string, tab: TabView): string {
  return `/book/${encodeURIComponent(book)}/${tab.sheetId}`
}

function TabBar({ tabs, current, book }: { tabs: TabView[]; current: TabView; book: string }) {
  return (
    <nav class="tab-bar" aria-label="本工作簿的页">
      <ul>
        {tabs
          .filter((tab) => !tab.hidden || tab === current)
          .map((tab) => (
            <li>
              <a href={tabPath(book, tab)} aria-current={tab === current ? 'page' : undefined}>
                <TabMark color={tab.tabColor} />
                {tab.name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function TabMark({ color }: { color: string }) {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null
  return <i class="tab-mark" style={{ background: color }}></i>
}

import type { Book } from '../contract'
import type { Description } from '../description'
import { sayDayAndTime } from '../say-moment'

const kindNames: Record<Book['kind'], string> = {
  control: '总台账',
  dashboard: '总览',
  ledger: '机器账',
  desk: '工作台',
}

/** What the kind of a workbook is called. */
export function sayKind(kind: Book['kind']): string {
  return kindNames[kind]
}

/** The district's workbooks: the common ones first, then the offices' desks. */
export function BookCards(props: { books: Book[]; description: Description | undefined }) {
  const desks = props.books.filter((book) => book.kind === 'desk')
  const common = props.books.filter((book) => book.kind !== 'desk')
  return (
    <section aria-labelledby="books">
      <div class="section-head">
        <h2 id="books">工作簿</h2>
        <span class="muted">{`共 ${props.books.length} 本`}</span>
      </div>
      <ul class="book-cards">
        {common.map((book) => (
          <BookCard book={book} missing={undefined} />
        ))}
      </ul>
      <h3 class="minor">各单位工作台</h3>
      <ul class="book-cards">
        {desks.map((book) => (
          <BookCard book={book} missing={owes(book, props.description)} />
        ))}
      </ul>
    </section>
  )
}

function BookCard({ book, missing }: { book: Book; missing: string | undefined }) {
  return (
    <li>
      <a class={`book-card book-${book.kind}`} href={`/book/${encodeURIComponent(book.id)}`}>
        <span class="book-name">{book.name}</span>
        <span class="book-when">{`更新于 ${sayDayAndTime(book.modified)}`}</span>
        {missing ? <span class="book-owes">{missing}</span> : null}
      </a>
    </li>
  )
}

/** The week that this desk's office still has to hand in, after its cut-off. */
function owes(book: Book, description: Description | undefined): string | undefined {
  const short = description?.books.find((each) => each.book === book.id)?.short
  if (description === undefined || short === undefined) return undefined
  const week = description.weeks.find(
    (each) => each.missing.includes(short) && each.cutoff <= description.now,
  )
  return week ? `第${week.number}周未报` : undefined
}

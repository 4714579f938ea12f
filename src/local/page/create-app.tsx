import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { readBoard } from '../board'
import { readPapers } from '../papers/paper'
import { paperXlsx } from '../papers/paper-xlsx'
import { pageAsset } from './assets'
import { BookView, tabPath } from './book-view'
import { InboxView, MailView } from './mail-view'
import { NotFoundView } from './not-found-view'
import { OverviewView } from './overview-view'
import type { ShellFacts } from './page-shell'
import type { PageSource } from './page-source'
import { pageOf } from './pager'
import { PaperView } from './paper-view'
import { PapersView } from './papers-view'
import { runPath } from './run-table'
import { RunsView, RunView } from './runs-view'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page of a workspace: overview, workbooks, inbox and runs, all read-only. */
export function createApp(source: PageSource): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    context.header('Content-Security-Policy', policy)
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
    context.header('Cache-Control', 'no-store')
  })
  app.use(withDoctype)
  app.get('/', (context) => overview(context, source))
  app.get('/book/:id', (context) => firstTab(context, source))
  app.get('/book/:id/:tab', (context) => tab(context, source))
  app.get('/papers', (context) => papers(context, source))
  app.get('/papers/:key', (context) => paper(context, source))
  app.get('/papers/:key/xlsx', (context) => paperFile(context, source))
  app.get('/mail', (context) => inbox(context, source))
  app.get('/mail/:file', (context) => letter(context, source))
  app.get('/mail/:file/raw', (context) => rawLetter(context, source))
  app.get('/runs', (context) => runs(context, source))
  app.get('/runs/:key', (context) => run(context, source))
  app.get('/api/state', (context) => context.text(stateOf(source)))
  app.get('/assets/:name', async (context) => {
    const asset = await pageAsset(context.req.param('name'))
    if (asset === undefined) return missing(context, source, '没有这个文件')
    return context.body(asset.body, 200, { 'Content-Type': asset.type })
  })
  app.notFound((context) => missing(context, source, '没有这个页面'))
  app.onError((error, context) =>
    error instanceof HTTPException
      ? error.getResponse()
      : context.text(`页面出错：${error.message}`, 500),
  )
  return app
}

/** Every page begins with its doctype: without it browsers lay pages out as those of the last century. */
async function withDoctype(context: Context, next: () => Promise<void>): Promise<void> {
  await next()
  const { res } = context
  if (res.headers.get('Content-Type')?.startsWith('text/html') !== true) return
  const text = await res.text()
  if (text.startsWith('<html')) context.res = new Response(`<!doctype html>${text}`, res)
  else context.res = new Response(text, res)
}

async function shellOf(source: PageSource): Promise<ShellFacts> {
  const description = await source.describe()
  const { workspace } = source
  const name = description?.district ?? workspace.store.fact('district') ?? ''
  return {
    district: name,
    now: workspace.now(),
    clock: workspace.clock,
    state: stateOf(source),
  }
}

/** Grows whenever a workbook changed or a run ended; the open page offers to reload. */
function stateOf({ workspace }: PageSource): string {
  const counters = workspace.store.books().reduce((sum, book) => sum + book.counter, 0)
  return `${counters}.${workspace.store.fact('played') ?? ''}`
}

async function overview(context: Context, source: PageSource) {
  const mails = await source.inbox()
  return context.html(
    <OverviewView
      shell={await shellOf(source)}
      description={await source.describe()}
      board={readBoard(source.workspace.store)}
      books={source.workspace.store.books()}
      mails={mails.slice(0, 6)}
      runs={source.runs(8)}
    />,
  )
}

async function firstTab(context: Context, source: PageSource) {
  const id = context.req.param('id') ?? ''
  const known = source.workspace.store.books().some((book) => book.id === id)
  const first = known ? source.workspace.store.view(id).find((each) => !each.hidden) : undefined
  if (first === undefined) return missing(context, source, '没有这本工作簿')
  return context.redirect(tabPath(id, first))
}

async function tab(context: Context, source: PageSource) {
  const { store } = source.workspace
  const asked = context.req.param('tab') ?? ''
  const books = store.books()
  const book = books.find((each) => each.id === context.req.param('id'))
  if (book === undefined) return missing(context, source, '没有这本工作簿')
  const tabs = store.view(book.id)
  const found = tabs.find((each) => String(each.sheetId) === asked || each.name === asked)
  if (found === undefined) return missing(context, source, `《${book.name}》里没有这一页`)
  const shell = await shellOf(source)
  return context.html(
    <BookView
      shell={shell}
      books={books}
      book={book}
      tabs={tabs}
      tab={found}
      asked={context.req.query('page')}
      papers={(await source.papers()).filter(
        (offer) => offer.book === book.id && offer.tab === found.name,
      )}
    />,
  )
}

async function papers(context: Context, source: PageSource) {
  const offers = await source.papers()
  return context.html(<PapersView shell={await shellOf(source)} offers={offers} />)
}

async function paper(context: Context, source: PageSource) {
  const found = await paperOf(context, source)
  if (found === undefined) return missing(context, source, '没有这份材料')
  const { district } = await shellOf(source)
  return context.html(<PaperView paper={found} district={district} />)
}

async function paperFile(context: Context, source: PageSource) {
  const found = await paperOf(context, source)
  if (found === undefined) return missing(context, source, '没有这份材料')
  const name = encodeURIComponent(`${found.name}.xlsx`)
  return context.body(new Uint8Array(await paperXlsx(found)), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
  })
}

async function paperOf(context: Context, { workspace }: PageSource) {
  return (await readPapers(workspace, context.req.param('key') ?? '')).paper
}

async function inbox(context: Context, source: PageSource) {
  const all = await source.inbox()
  const { part, page, pages } = pageOf(all, context.req.query('page'), 100)
  const shell = await shellOf(source)
  return context.html(
    <InboxView shell={shell} mails={part} total={all.length} page={page} pages={pages} />,
  )
}

async function letter(context: Context, source: PageSource) {
  const file = context.req.param('file')
  const mail = (await source.inbox()).find((each) => each.file === file)
  if (mail === undefined) return missing(context, source, '没有这封邮件')
  return context.html(<MailView shell={await shellOf(source)} mail={mail} />)
}

async function rawLetter(context: Context, source: PageSource) {
  const raw = await source.rawMail(context.req.param('file') ?? '')
  if (raw === undefined) return missing(context, source, '没有这封邮件')
  return context.body(new Uint8Array(raw), 200, {
    'Content-Type': 'message/rfc822',
    'Content-Disposition': 'attachment',
  })
}

async function runs(context: Context, source: PageSource) {
  const { part, page, pages } = pageOf(source.runs(300), context.req.query('page'), 50)
  const shell = await shellOf(source)
  return context.html(<RunsView shell={shell} runs={part} page={page} pages={pages} />)
}

async function run(context: Context, source: PageSource) {
  const key = context.req.param('key') ?? ''
  const all = source.runs(1000)
  const nth = /^\d{1,4}$/.test(key) ? all[Number(key) - 1] : undefined
  const found = nth ?? all.find((each) => runPath(each) === `/runs/${encodeURI(key)}`)
  if (found === undefined) return missing(context, source, '没有这次运行')
  const books = source.workspace.store.books()
  return context.html(<RunView shell={await shellOf(source)} run={found} books={books} />)
}

async function missing(context: Context, source: PageSource, what: string) {
  return context.html(<NotFoundView shell={await shellOf(source)} what={what} />, 404)
}

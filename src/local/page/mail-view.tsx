import type { InboxMail } from '../contract'
import { MailList, sayMailTime } from './mail-list'
import { PageShell, type ShellFacts } from './page-shell'
import { Pager } from './pager'

/** The inbox of the whole district, newest first. */
export function InboxView(props: {
  shell: ShellFacts
  mails: InboxMail[]
  total: number
  page: number
  pages: number
}) {
  return (
    <PageShell title="收件箱" section="mail" facts={props.shell}>
      <div class="page-head">
        <h1>收件箱</h1>
        <p class="muted">{`共 ${props.total} 封，所有收件人`}</p>
      </div>
      <FilterBox label="筛选本页邮件" />
      <MailList mails={props.mails} />
      <Pager path="/mail" page={props.page} pages={props.pages} />
    </PageShell>
  )
}

/** A box that hides what does not match; it appears only where scripts run. */
export function FilterBox({ label }: { label: string }) {
  return (
    <p class="filter" hidden data-filter="">
      <label>
        <span class="visually-hidden">{label}</span>
        <input type="search" placeholder={label} autocomplete="off" />
      </label>
      <span class="filter-count" role="status"></span>
    </p>
  )
}

/** One letter: as its reader sees it, as plain text, and the file that arrived. */
export function MailView({ shell, mail }: { shell: ShellFacts; mail: InboxMail }) {
  return (
    <PageShell title={mail.subject} section="mail" facts={shell}>
      <nav class="crumbs" aria-label="位置">
        <a href="/mail">收件箱</a>
      </nav>
      <article class="letter">
        <h1>{mail.subject}</h1>
        <dl class="letter-head">
          <dt>收件人</dt>
          <dd>{mail.to}</dd>
          <dt>发件人</dt>
          <dd>{mail.from}</dd>
          <dt>时间</dt>
          <dd>{sayMailTime(mail)}</dd>
        </dl>
        {mail.html === '' ? null : <LetterFrame html={mail.html} />}
        <details class="fold" open={mail.html === ''}>
          <summary>纯文本</summary>
          <pre class="letter-text">{mail.text}</pre>
        </details>
        <p>
          <a
            class="button"
            href={`/mail/${encodeURIComponent(mail.file)}/raw`}
            download={mail.file}
          >
            下载原件（.eml）
          </a>
        </p>
      </article>
    </PageShell>
  )
}

/**
 * The letter's HTML without scripts, forms or the page's own origin; a link that is clicked opens
 * in place of the page.
 */
function LetterFrame({ html }: { html: string }) {
  return (
    <div class="letter-frame">
      <input type="checkbox" id="phone" class="switch" />
      <label for="phone">手机宽度</label>
      <iframe
        title="邮件正文"
        sandbox="allow-top-navigation-by-user-activation"
        srcdoc={html.replace('<head>', '<head><base target="_top">')}
      ></iframe>
    </div>
  )
}

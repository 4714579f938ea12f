import type { InboxMail } from '../contract'
import { sayShortMoment } from '../say-moment'

/** Letters, newest first, each with its receiver, subject and first words. */
export function MailList({ mails }: { mails: InboxMail[] }) {
  if (mails.length === 0) return <p class="empty">还没有邮件。</p>
  return (
    <ul class="mail-list" data-filter-list="">
      {mails.map((mail) => (
        <li>
          <a href={`/mail/${encodeURIComponent(mail.file)}`}>
            <span class="mail-to">{mail.to}</span>
            <time datetime={mail.at}>{sayMailTime(mail)}</time>
            <span class="mail-subject">{mail.subject}</span>
            <span class="mail-snippet">{firstWords(mail.text)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The arrival of a letter in words; what cannot be read stands as it is. */
export function sayMailTime(mail: InboxMail): string {
  const moment = Date.parse(mail.at)
  return Number.isNaN(moment) ? mail.at : sayShortMoment(moment)
}

function firstWords(text: string): string {
  return text
    .replace(/\S*https?:\/\/\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 90)
}

import { openStore } from '../store'
import { UsageError } from './usage-error'

/**
 * Sends the letters of a workspace to an SMTP server from now on, or back to the built-in inbox.
 *
 * @throws UsageError when it is neither `inbox` nor an address such as smtp://mail.example:25.
 */
export function setMail(dir: string, given: string): void {
  if (given !== 'inbox' && !/^smtps?:\/\/[^\s/]+/.test(given)) {
    throw new UsageError(
      `--smtp：给的是“${given}”，应为 smtp://主机:端口，或 inbox（自带收件箱）。`,
    )
  }
  const store = openStore(dir)
  store.setFact('mail', given)
  store.close()
}

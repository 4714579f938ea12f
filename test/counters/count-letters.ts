import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Exported, tabRows } from './sheets'

/** How often each letter was marked as sent, by its key, over the ledgers of all years. */
export const sentLetters = (books: Exported): Map<string, number> => {
  const sent = new Map<string, number>()
  const ledgers = [...books.keys()].filter((name) => name.startsWith('机器账')).sort()
  let numbered = 0
  for (const ledger of ledgers) {
    // A later ledger opens with what stood open in the one before it; that was sent there.
    const [first] = tabRows(books, ledger, '运行')
    const opening = first?.['说明'] === '承接上年未结事项' ? Number(first['事件']) : 0
    for (const row of tabRows(books, ledger, '事件').slice(opening)) {
      numbered = Number(row['序号'])
      if (row['事件'] !== '记录' || row['表'] !== 'letters') continue
      const letter = JSON.parse(row['新值'] || '{}') as { state?: string }
      if (letter.state !== 'sent') continue
      const key = row['编号'] ?? ''
      sent.set(key, (sent.get(key) ?? 0) + 1)
    }
  }
  if (numbered === 0) throw new Error('the ledgers hold no event')
  return sent
}

/** How many messages lie in the inbox of a workspace. */
export const messages = (dir: string): number =>
  readdirSync(join(dir, 'inbox')).filter((name) => name.endsWith('.eml')).length

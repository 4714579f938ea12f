import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressObject, ParsedMail } from 'mailparser'
import { simpleParser } from 'mailparser'
import type { InboxMail } from '../contract'
import { inboxFolder } from './inbox-folder'

/** Names of the kept letters, oldest first by workspace time. */
export function letterFiles(dir: string): string[] {
  return readdirSync(inboxFolder(dir), { encoding: 'utf8' })
    .filter((name) => name.endsWith('.eml'))
    .sort()
}

/** The letters in a workspace's inbox, oldest first; empty when none has come yet. */
export async function readInbox(dir: string): Promise<InboxMail[]> {
  const letters: InboxMail[] = []
  for (const file of listed(dir)) {
    letters.push(shown(file, await simpleParser(readFileSync(join(inboxFolder(dir), file)))))
  }
  return letters
}

function listed(dir: string): string[] {
  try {
    return letterFiles(dir)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function shown(file: string, mail: ParsedMail): InboxMail {
  return {
    file,
    at: mail.date?.toISOString() ?? '',
    to: addresses(mail.to),
    from: addresses(mail.from),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : '',
  }
}

function addresses(given: AddressObject | AddressObject[] | undefined): string {
  const all = given === undefined ? [] : [given].flat()
  return all
    .flatMap((one) => one.value)
    .map(({ name, address = '' }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ')
}

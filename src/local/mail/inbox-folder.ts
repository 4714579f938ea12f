import { join } from 'node:path'

/** The folder of a workspace that keeps the letters. */
export function inboxFolder(dir: string): string {
  return join(dir, 'inbox')
}

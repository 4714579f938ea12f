import type { IncomingMessage } from 'node:http'

/** Why a request is not answered, before anything of its body is read. */
export type Refusal = { status: number; says: string; allow?: string }

/** The longest address, and the longest body of a command: a command line names files, not rows. */
const longestUrl = 4096
export const longestBody = 1_000_000

/**
 * What the server of a workspace refuses at the door. A page of another site could reach it through
 * a name that resolves to 127.0.0.1, or send it a form; only commands with the token may post.
 */
export function refusalOf(
  incoming: IncomingMessage,
  port: number,
  mayPost: (incoming: IncomingMessage) => boolean,
): Refusal | undefined {
  const { method = '', url = '', headers } = incoming
  const own = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!own.includes(headers.host ?? '')) return { status: 403, says: '只答复本机的地址' }
  if (headers.origin !== undefined && !own.some((host) => headers.origin === `http://${host}`)) {
    return { status: 403, says: '不答复别的网站' }
  }
  const isLink = headers['sec-fetch-mode'] === 'navigate' && method === 'GET'
  if (headers['sec-fetch-site'] === 'cross-site' && !isLink) {
    return { status: 403, says: '不答复别的网站' }
  }
  if (url.length > longestUrl) return { status: 414, says: '地址过长' }
  if (!url.startsWith('/') || url.startsWith('//')) return { status: 400, says: '地址写法不对' }
  if (method === 'GET' || method === 'HEAD') return undefined
  if (method !== 'POST') return { status: 405, says: '只可查看', allow: 'GET, HEAD' }
  if (!mayPost(incoming)) return { status: 401, says: '没有口令' }
  const length = Number(headers['content-length'] ?? 0)
  return length > longestBody ? { status: 413, says: '内容过长' } : undefined
}

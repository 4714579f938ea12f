import type { Due } from '../../domain/letter'
import type { Speak } from '../speak'

/** A letter in words: subject, plain text, and HTML that reads well on a phone. */
export type Worded = { subject: string; text: string; html: string }

export type LetterFrame = { speak: Speak; language: string; from: string; url: string | undefined }

const font =
  "-apple-system,BlinkMacSystemFont,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei','WenQuanYi Zen Hei',sans-serif"

const styles = {
  page: `margin:0;padding:16px;background:#f3f1ec;font-family:${font};color:#22282e;`,
  card: 'max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #e2ddd2;border-radius:8px;overflow:hidden;',
  head: 'padding:18px 20px 14px;border-top:4px solid #9c2b23;',
  title: 'margin:0;font-size:19px;line-height:1.5;font-weight:600;',
  opening: 'margin:10px 0 0;font-size:16px;line-height:1.75;',
  group: 'padding:4px 20px 10px;',
  groupHead: 'margin:10px 0 4px;font-size:15px;font-weight:600;color:#7a2018;',
  list: 'margin:0;padding:0 0 0 20px;font-size:16px;line-height:1.75;',
  action: 'padding:6px 20px 22px;',
  where: 'margin:0;font-size:16px;line-height:1.75;',
  button:
    'display:inline-block;padding:11px 20px;background:#9c2b23;color:#ffffff;text-decoration:none;border-radius:6px;font-size:16px;',
  foot: 'padding:12px 20px 16px;background:#faf8f4;border-top:1px solid #ece7dc;font-size:13px;line-height:1.6;color:#5d6369;',
}

/** What a letter says, part by part: both its texts are made from it, so that they say the same. */
type Said = {
  subject: string
  opening: string
  groups: { head: string; lines: string[] }[]
  /** Where to look: the words of a button where there is a link, else a sentence. */
  where: string
  foot: string
}

const saidIn = ({ content }: Due, { speak, url, from }: LetterFrame): Said => {
  const nowhere = content.at === '总台账' ? 'nowhereControl' : 'nowhere'
  return {
    subject: speak(content.subject).replace(/[\r\n]+/g, ' '),
    opening: speak(content.opening),
    groups: content.groups
      .filter(({ lines }) => lines.length > 0)
      .map(({ head, lines }) => ({
        head: speak({ say: `head.${head}`, with: { count: lines.length } }),
        lines: lines.map((line) => speak(line)),
      })),
    where: speak({ say: url ? 'open' : nowhere, with: { at: content.at } }),
    foot: speak({ say: 'footer', with: { from } }),
  }
}

type Props = { said: Said; frame: LetterFrame }

const Letter = ({ said, frame: { url, language } }: Props) => (
  <html lang={language === 'en' ? 'en' : 'zh-CN'}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{said.subject}</title>
    </head>
    <body style={styles.page}>
      <div style={styles.card}>
        <div style={styles.head}>
          <h1 style={styles.title}>{said.subject}</h1>
          <p style={styles.opening}>{said.opening}</p>
        </div>
        {said.groups.map(({ head, lines }) => (
          <div style={styles.group}>
            <h2 style={styles.groupHead}>{head}</h2>
            <ul style={styles.list}>
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </div>
        ))}
        <div style={styles.action}>
          {url ? (
            <a style={styles.button} href={url}>
              {said.where}
            </a>
          ) : (
            <p style={styles.where}>{said.where}</p>
          )}
        </div>
        <div style={styles.foot}>{said.foot}</div>
      </div>
    </body>
  </html>
)

const plain = ({ opening, groups, where, foot }: Said, url: string | undefined): string =>
  [
    opening,
    ...groups.map(({ head, lines }) => [head, ...lines.map((line) => `· ${line}`)].join('\n')),
    url ? `${where}：${url}` : where,
    '--',
    foot,
  ].join('\n\n')

/** Puts a letter into words. */
export const wordLetter = (due: Due, frame: LetterFrame): Worded => {
  const said = saidIn(due, frame)
  // oxlint-disable-next-line no-base-to-string -- hono's elements write themselves as HTML
  const page = String(<Letter said={said} frame={frame} />)
  return { subject: said.subject, text: plain(said, frame.url), html: `<!doctype html>${page}` }
}

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
  button:
    'display:inline-block;padding:11px 20px;background:#9c2b23;color:#ffffff;text-decoration:none;border-radius:6px;font-size:16px;',
  foot: 'padding:12px 20px 16px;background:#faf8f4;border-top:1px solid #ece7dc;font-size:13px;line-height:1.6;color:#5d6369;',
}

type Props = { due: Due; frame: LetterFrame; subject: string }

const Letter = ({ due, frame, subject }: Props) => {
  const { speak, url, from, language } = frame
  const { content } = due
  return (
    <html lang={language === 'en' ? 'en' : 'zh-CN'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body style={styles.page}>
        <div style={styles.card}>
          <div style={styles.head}>
            <h1 style={styles.title}>{subject}</h1>
            <p style={styles.opening}>{speak(content.opening)}</p>
          </div>
          {content.groups
            .filter((group) => group.lines.length > 0)
            .map((group) => (
              <div style={styles.group}>
                <h2 style={styles.groupHead}>
                  {speak({ say: `head.${group.head}`, with: { count: group.lines.length } })}
                </h2>
                <ul style={styles.list}>
                  {group.lines.map((line) => (
                    <li>{speak(line)}</li>
                  ))}
                </ul>
              </div>
            ))}
          <div style={styles.action}>
            {url ? (
              <a style={styles.button} href={url}>
                {speak({ say: 'open', with: { at: content.at } })}
              </a>
            ) : (
              <span>{speak({ say: 'nowhere', with: { at: content.at } })}</span>
            )}
          </div>
          <div style={styles.foot}>{speak({ say: 'footer', with: { from } })}</div>
        </div>
      </body>
    </html>
  )
}

const plain = (due: Due, { speak, url, from }: LetterFrame): string => {
  const groups = due.content.groups
    .filter((group) => group.lines.length > 0)
    .map((group) =>
      [
        speak({ say: `head.${group.head}`, with: { count: group.lines.length } }),
        ...group.lines.map((line) => `· ${speak(line)}`),
      ].join('\n'),
    )
  const where = speak({ say: url ? 'open' : 'nowhere', with: { at: due.content.at } })
  return [
    speak(due.content.opening),
    ...groups,
    url ? `${where}：${url}` : where,
    '--',
    speak({ say: 'footer', with: { from } }),
  ].join('\n\n')
}

/** Puts a letter into words. */
export const wordLetter = (due: Due, frame: LetterFrame): Worded => {
  const subject = frame.speak(due.content.subject).replace(/[\r\n]+/g, ' ')
  // oxlint-disable-next-line no-base-to-string -- hono's elements write themselves as HTML
  const page = String(<Letter due={due} frame={frame} subject={subject} />)
  return { subject, text: plain(due, frame), html: `<!doctype html>${page}` }
}

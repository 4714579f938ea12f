// What a mail server's reply means (RFC 5321, 4.2; RFC 4954 for sign-in), and what a connection or
// Google says, in the words of the office.
const words: readonly (readonly [said: RegExp, words: string])[] = [
  [/^421\b/, '邮件服务器暂停服务'],
  [/^(450|451)\b/, '邮件服务器暂时不收，要求稍后再试'],
  [/^452\b/, '邮件服务器或信箱暂时没有空间'],
  [/^45\d\b|^4\d\d\b/, '邮件服务器暂时不收'],
  [/^(530|534|538)\b/, '邮件服务器要求先登录或加密'],
  [/^535\b/, '登录邮件服务器的账号或口令不对'],
  [/^(552|523)\b/, '收件信箱已满，或信超过大小'],
  [/^(550|551|553)\b/, '没有这个信箱，或它不收这封信'],
  [/^5\d\d\b/, '邮件服务器拒收'],
  [/^(ECONNREFUSED|ECONNECTION|ECONNRESET|EPIPE|ESOCKET)\b/, '邮件服务器连不上，或中途断开'],
  [/^ETIMEDOUT\b/, '邮件服务器在规定时间内没有应答'],
  [/^(EDNS|ENOTFOUND|EAI_AGAIN)\b/, '找不到邮件服务器的地址'],
  [/^ETLS\b/, '与邮件服务器的加密连接没有建立'],
  [/^EAUTH\b/, '没有能登录邮件服务器'],
  [/^PARTIAL\b/, '只有一部分收件人收下'],
  [/too many times for one day|limit exceeded: email$/i, '今天的发信额度已用完'],
  [/too many times in a short time/i, '发信太快，稍后接着发'],
  [/invalid email|no recipient/i, '邮箱写得不对'],
  [/limit exceeded/i, '信超过了限度'],
  [/permission|authoriz?ation/i, '运行账号没有发信的权限'],
]

// What the other side wrote stands beside ours in one line of a sheet: it may neither break nor
// turn it, nor fill it.
const inOneLine = (said: string): string => {
  const line = said.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}

/** Why a letter was not taken, in words, with what the other side said. */
export const sayMailReason = (said: string): string => {
  const meaning = words.find(([pattern]) => pattern.test(said))?.[1]
  const line = inOneLine(said)
  if (line === '') return meaning ?? '对方没有说明原因'
  return meaning ? `${meaning}（${line}）` : `对方说明：${line}`
}

/** A letter as the bundle hands it over. */
export type Letter = {
  to: string[]
  from: string
  /** The sender's shown name. */
  name: string
  replyTo: string
  subject: string
  body: string
  htmlBody: string
  /** Workspace time, epoch ms; becomes the Date header. */
  at: number
}

/** Where letters are handed over. */
export type Post = {
  /** Real ms that one run may wait for it in all; what is left waits for the next. */
  patience?: number
  /** Returns when the mail server has accepted the letter. @throws when it has not. */
  send(letter: Letter): void
  close(): Promise<void>
}

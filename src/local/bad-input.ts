/** What somebody gave cannot be used; each sentence says where, what was given and what is wanted. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly sentences: readonly string[]

  constructor(sentences: string | readonly string[]) {
    const all = typeof sentences === 'string' ? [sentences] : [...sentences]
    super(all.join('\n'))
    this.sentences = all
  }
}

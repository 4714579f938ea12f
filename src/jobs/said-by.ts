/** What a failure says of itself, for the sentence a person reads; else the words given. */
export const saidBy = (failure: unknown, otherwise = '原因不明'): string =>
  failure instanceof Error ? failure.message : otherwise

/** A failure of the platform, in a sentence for people; the cause is kept. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly cause: unknown

  constructor(sentence: string, cause: unknown) {
    super(sentence)
    this.cause = cause
  }
}

const transient = /service (error|timed out|unavailable)|try again|internal error|服务/i
const permission = /permission|access|not found|权限/i

/** Whether trying again may help. */
export const isTransient = (failure: unknown): boolean =>
  failure instanceof Error && transient.test(failure.message) && !permission.test(failure.message)

/** One plain sentence about a workbook that could not be opened. */
export const openFailure = (failure: unknown): PlatformError => {
  const message = failure instanceof Error ? failure.message : String(failure)
  const sentence = permission.test(message)
    ? '没有打开这份表格的权限，请把运行账号加为编辑者'
    : '表格暂时打不开，系统会再试'
  return new PlatformError(sentence, failure)
}

/** Calls something that changes nothing, up to three times where only the moment was bad. */
export const retried = <T>(call: () => T, attempts = 3): T => {
  try {
    return call()
  } catch (failure) {
    if (attempts <= 1 || !isTransient(failure)) throw failure
    return retried(call, attempts - 1)
  }
}

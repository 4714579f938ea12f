import { openText } from './readers'

/** A text as it stands within a sentence: what may be read of it, without a stop at its end. */
export const bareText = (text: string): string => openText(text).replace(/[。；，、\s]+$/, '')

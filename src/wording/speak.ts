import i18next from 'i18next'
import type { Saying } from '../domain/letter'
import { en } from './en'
import { zhCN } from './zh-cn'

/** Says a sentence by its name, in one language. */
export type Speak = (saying: Saying) => string

/** The sentences of a language; Chinese where the language is not known. */
export const speakerOf = (language: string): Speak => {
  const speech = i18next.createInstance()
  // With the sentences at hand and initAsync off, everything is ready when init returns.
  void speech.init({
    lng: language === 'en' ? 'en' : 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // Values are escaped where they meet HTML, by the mail template.
    interpolation: { escapeValue: false },
  })
  return ({ say, with: facts }) => speech.t(say, facts)
}

/** What a column holds. */
export type FieldKind =
  | 'text'
  | 'day'
  | 'time'
  | 'moment'
  | 'number'
  | 'choice'
  | 'flag'
  | 'person'
  | 'office'
  | 'leader'
  | 'link'
  | 'mailbox'
  | 'steps'
  | 'setting'
  | 'settingKey'

/** A value of a drop-down, and other words people write for it. */
export type Choice = { value: string; synonyms: readonly string[] }

/** The columns that a time typed along with a day (20日 上午9点-11点) belongs to. */
export type SpanColumns = { part?: string; from?: string; to?: string }

/** A column as it is written down in a register. */
export type Field = {
  kind: FieldKind
  heading: string
  /** Other headings the column is found by. */
  aliases: readonly string[]
  /** False when the tab may do without the column. */
  required: boolean
  /** True when the script fills the column and people do not. */
  computed: boolean
  /** True when people may type there too, though the script fills it: the column is not grey. */
  open?: boolean
  /** True when the column stands outside the collapsed group. */
  core: boolean
  /** `above`: a blank cell means as in the row above. */
  inherits?: 'above'
  /** The values of a choice or a flag, in the order of the drop-down. */
  choices: readonly Choice[]
  /** True when a cell may hold several names or values, separated by 、 */
  many: boolean
  /** What a number counts, such as 人 or 万元; people may type it after the figure. */
  unit?: string
  span?: SpanColumns
  /** What is typed there binds somebody: nothing but a value or a word for it is read as one. */
  exact?: boolean
  /** The column whose text says what this one is read as, or, of a key, what stands in for it where it is blank. */
  keyed?: string
}

export type FieldOptions = Partial<
  Pick<
    Field,
    'aliases' | 'core' | 'open' | 'inherits' | 'many' | 'unit' | 'span' | 'exact' | 'keyed'
  >
>

/** A value of a drop-down, or the value followed by other words for it. */
export type ChoiceWords = string | readonly [value: string, ...synonyms: string[]]

type Builder = (heading: string, options?: FieldOptions) => Field

/** Free text. */
export const text = fieldOf('text')
/** A calendar day, typed in any usual form. */
export const day = fieldOf('day')
/** A time of day, `HH:mm`. */
export const time = fieldOf('time')
/** A day with a time. */
export const moment = fieldOf('moment')
/** A number. */
export const number = fieldOf('number')
/** A person of the people table. */
export const person = fieldOf('person')
/** An office of the offices table. */
export const office = fieldOf('office')
/** A leader of the leaders table. */
export const leader = fieldOf('leader')
/** The 编号 of a row elsewhere, or an address. */
export const link = fieldOf('link')

/** The mailbox of one person. */
export const mailbox = fieldOf('mailbox')

/** The key of a setting, typed as such or by its name; blank it is that of the name in `keyed`. */
export const settingKey = fieldOf('settingKey')

/** The value of a setting: what it is read as is said by the key beside it. */
export const settingValue = fieldOf('setting')

/** One of a list of values, or several of it with `many`. */
export function choice(
  heading: string,
  choices: readonly ChoiceWords[],
  options: FieldOptions = {},
): Field {
  return { ...fieldOf('choice')(heading, options), choices: choices.map(choiceOf) }
}

/** Steps (节点), each with its day: 12月10日 方案；12月31日 开工. */
export const steps = fieldOf('steps')

/** 是 or 否: a drop-down, never a check box. */
export function flag(heading: string, options: FieldOptions = {}): Field {
  return { ...fieldOf('flag')(heading, options), choices: YES_NO }
}

/** The same column in a tab that may do without it. */
export function optional(field: Field): Field {
  return { ...field, required: false }
}

/** The same column filled by the script. */
export function computed(field: Field): Field {
  return { ...field, computed: true }
}

const YES_NO: readonly Choice[] = [
  {
    value: '是',
    synonyms: ['√', '✓', '✔', '☑', '有', '对', 'y', 'yes', '1', 'true', '已', '已报'],
  },
  { value: '否', synonyms: ['×', '✗', '✘', '☒', 'x', '无', '没有', '不', 'n', 'no', '0', 'false'] },
]

function fieldOf(kind: FieldKind): Builder {
  return (heading, options = {}) => ({
    kind,
    heading,
    aliases: [],
    required: true,
    computed: false,
    core: false,
    choices: [],
    many: false,
    ...options,
  })
}

function choiceOf(words: ChoiceWords): Choice {
  if (typeof words === 'string') return { value: words, synonyms: [] }
  const [value, ...synonyms] = words
  return { value, synonyms }
}

import type { Day } from './day'
import { foldName } from './names'
import { clockTime, readSettingValue, type SettingForm, type SettingNames } from './setting-form'
import { settingNames } from './setting-names'
import { settingTable } from './setting-table'

/** A rule of the house: its key, default value and where it comes from. */
export type SettingDefault = {
  key: string
  value: string
  form: SettingForm
  /** The day from which it holds. */
  from: string
  source: string
  note: string
}

/** One row of 参数表: a value and the day from which it holds. */
export type SettingRow = {
  key: string
  value: string
  from: Day | ''
  source?: string
  /** What its cell shows. */
  typed?: string
}

/** Every default something here reads, with its source: a cell in 参数表, never a regulation. */
export const settingDefaults: readonly SettingDefault[] = settingTable.map(
  ([key, value, form, source, note]) => ({
    key,
    value,
    form,
    from: source === '默认' ? '2024-01-01' : '2024-11-15',
    source,
    note,
  }),
)

const byKey = new Map(settingDefaults.map((each) => [each.key, each]))

/** The words of the house for what registers share: the weekly duty, and deadlines. */
const houseWords = ['weekly', 'task']

/** The default of a setting; a register with a word of its own has the house's for what it claims. */
export const settingDefault = (key: string): SettingDefault | undefined => {
  const name = key.slice(key.indexOf('.') + 1)
  const [house] = [key, ...houseWords.map((word) => `${word}.${name}`)].flatMap(
    (each) => byKey.get(each) ?? [],
  )
  return house && { ...house, key }
}

/** What a setting is called; one under the word of a register has the register's name in front. */
export const settingName = (key: string, called = ''): string | undefined => {
  const own = settingNames[key]
  if (own !== undefined) return own
  const name = key.slice(key.indexOf('.') + 1)
  const [house] = houseWords.flatMap((word) => settingNames[`${word}.${name}`] ?? [])
  return house?.replace(/^(?:周计划|任务)/, called)
}

const folded = (text: string): string => foldName(text).toLowerCase()

const keysByName = new Map(
  settingDefaults.flatMap(({ key }) => [
    [folded(key), key] as const,
    [folded(settingName(key) ?? key), key] as const,
  ]),
)

/** The key of a setting of the house by what is typed: its name in Chinese, or the key. */
export const settingKeyOf = (typed: string): string | undefined => keysByName.get(folded(typed))

/** The key in a row of 参数表: what is typed where it belongs, else what is typed as the name. */
export const keyTyped = (key: string, name: string): string =>
  key === '' ? (settingKeyOf(name) ?? name) : (settingKeyOf(key) ?? key)

/** Reads what stands beside a key of 参数表; a key nobody knows takes any text. */
export const readSetting = (key: string, typed: string, names: SettingNames) =>
  readSettingValue(settingDefault(key.trim())?.form ?? { is: 'text', blank: true }, typed, names)

/** Settings as they hold on a day. */
export type Settings = {
  text(key: string, on?: Day): string
  list(key: string, on?: Day): string[]
  number(key: string, on?: Day): number
  /** A time of day, `HH:mm`. */
  time(key: string, on?: Day): string
  /** The row of 参数表 that holds on a day; undefined where the default does. */
  row(key: string, on?: Day): SettingRow | undefined
}

/**
 * Of several rows of a key the one with the latest 生效日期 not after the day, of several from one day
 * the last; without a day the last of all.
 */
export const holdingRow = <R extends SettingRow>(
  rows: readonly R[],
  key: string,
  on?: Day,
): R | undefined =>
  rows
    .filter((row) => row.key === key && (row.from === '' || on === undefined || row.from <= on))
    .reverse()
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1))[0]

/**
 * The rows of 参数表 over the defaults; of several rows of a key the one with the latest
 * 生效日期 not after the day holds. Offices and people stand in them by 编号.
 *
 * @throws when a key has neither row nor default (a mistake of ours).
 */
export const settingsOf = (rows: readonly SettingRow[], names: SettingNames = {}): Settings => {
  const preset = (key: string): string | undefined => {
    const own = settingDefault(key)
    if (!own) return undefined
    const read = readSettingValue(own.form, own.value, names)
    return read.value ?? read.part ?? ''
  }
  // A run asks hundreds of times for the same few, and the rows do not change.
  const known = new Map<string, string>()
  const text = (key: string, on?: Day): string => {
    const asked = `${key} ${on ?? ''}`
    const before = known.get(asked)
    if (before !== undefined) return before
    const value = (holdingRow(rows, key, on)?.value ?? preset(key))?.trim()
    if (value === undefined) throw new Error(`no default for the setting ${key}`)
    known.set(asked, value)
    return value
  }
  return {
    text,
    list: (key, on) =>
      text(key, on)
        .split(/[、,，;；]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    number: (key, on) => {
      const given = text(key, on)
      const value = Number(given)
      if (Number.isFinite(value) && given !== '') return value
      return Number(preset(key) ?? 0)
    },
    row: (key, on) => holdingRow(rows, key, on),
    time: (key, on) => clockTime(text(key, on)) ?? clockTime(preset(key) ?? '') ?? '00:00',
  }
}

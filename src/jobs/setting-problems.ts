import { type Day, sayDay } from '../domain/day'
import type { RegisterProblem } from '../domain/district'
import { calledOf, type Register } from '../domain/register'
import { settingDefaults, settingName } from '../domain/setting'
import type { KnownRow } from '../domain/state'
import { type Names, understand } from '../domain/understand'

const houseKeys = new Set(settingDefaults.map(({ key }) => key))

/** Whether something here reads a setting: one of the house, or one under the word of a register. */
export const isSettingKey = (registers: readonly Register[], key: string): boolean => {
  if (houseKeys.has(key)) return true
  const [word = '', name = ''] = key.split('.')
  return registers.some(
    ({ submission, approval, deadline }) =>
      ((submission?.settings === word || approval?.settings === word) &&
        houseKeys.has(`weekly.${name}`)) ||
      (deadline?.settings === word && houseKeys.has(`task.${name}`)),
  )
}

/** What a setting is called; one under the word of a register has the register's name in front. */
export const sayKey = (registers: readonly Register[], key: string): string | undefined => {
  const word = key.slice(0, key.indexOf('.'))
  const own = registers.find(
    ({ submission, deadline }) => submission?.settings === word || deadline?.settings === word,
  )
  return isSettingKey(registers, key) ? settingName(key, own && calledOf(own)) : undefined
}

/** A row of 参数表 as people are told of it: the setting by its name, and since when it holds. */
export const saySettingRow = (registers: readonly Register[], id: string): string => {
  const [key = '', from = ''] = id.split('|')
  const name = sayKey(registers, key) ?? key
  return /^\d{4}-\d{2}-\d{2}$/.test(from) ? `${name}（${sayDay(from as Day)}起）` : name
}

/** The name and the key of each row of 参数表, for beside it; of a key nobody knows neither. */
export const settingCells = (
  registers: readonly Register[],
  rows: readonly KnownRow[],
): Map<string, Record<string, string>> =>
  new Map(
    rows.flatMap(({ id, cells: { key = '' } }) => {
      const name = sayKey(registers, key)
      return name === undefined ? [] : [[id, { name, key }]]
    }),
  )

/** Rows of 参数表 whose key nobody knows: nothing comes of what stands there, and that is told. */
export const unknownSettings = (
  registers: readonly Register[],
  setting: Register,
  rows: readonly KnownRow[],
): RegisterProblem[] =>
  rows
    .filter(({ cells }) => !isSettingKey(registers, (cells.key ?? '').trim()))
    .map(({ id, cells }) => ({
      register: setting.id,
      id,
      problem: {
        key: 'key',
        heading: setting.fields.name?.heading ?? '',
        text: `“${cells.key ?? ''}”不是系统使用的参数，本行不起作用，请按表中已有的参数名称填写`,
      },
    }))

/** Rows of 参数表 that decide nothing because another of the same setting does. */
export const idleSettings = (
  registers: readonly Register[],
  setting: Register,
  rows: readonly KnownRow[],
  names: Names,
): RegisterProblem[] => {
  const last = new Map<string, string>()
  const dated = new Set<string>()
  const read = rows.map((row) => {
    const key = row.cells.key ?? ''
    const from = understand(setting, row, names).values.from
    if (from) dated.add(key)
    const place = `${key}|${from ?? ''}`
    if (from !== undefined) last.set(place, row.id)
    return { id: row.id, key, from, place }
  })
  return read.flatMap(({ id, key, from, place }) => {
    if (from === undefined || !isSettingKey(registers, key)) return []
    const text =
      from === ''
        ? dated.has(key) && '未填，已有写明日期的行，本行不起作用，请填自哪一天起'
        : last.get(place) !== id &&
          `${sayKey(registers, key) ?? key}自${sayDay(from as Day)}起另有一行填在后面，以后一行为准，本行不起作用，请删去其中一行`
    const heading = setting.fields.from?.heading ?? ''
    return text ? [{ register: setting.id, id, problem: { key: 'from', heading, text } }] : []
  })
}

/** Whether the last row of a setting that is in use may go: it may not, the house would fall to a default. */
export const isLastOfSetting =
  (registers: readonly Register[], known: readonly KnownRow[]) =>
  (id: string, present: ReadonlySet<string>): boolean => {
    const key = known.find((row) => row.id === id)?.cells.key?.trim() ?? ''
    if (!isSettingKey(registers, key)) return false
    return ![...present].some((each) => each.startsWith(`${key}|`))
  }

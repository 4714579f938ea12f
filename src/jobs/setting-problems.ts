import type { RegisterProblem } from '../domain/district'
import type { Register } from '../domain/register'
import { settingDefaults } from '../domain/setting'
import type { KnownRow } from '../domain/state'

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
        heading: setting.fields.key?.heading ?? '',
        text: `“${cells.key ?? ''}”不是系统使用的参数，本行不起作用，请按原有参数名填写`,
      },
    }))

/** Whether the last row of a setting that is in use may go: it may not, the house would fall to a default. */
export const isLastOfSetting =
  (registers: readonly Register[], known: readonly KnownRow[]) =>
  (id: string, present: ReadonlySet<string>): boolean => {
    const key = known.find((row) => row.id === id)?.cells.key?.trim() ?? ''
    if (!isSettingKey(registers, key)) return false
    return ![...present].some((each) => each.startsWith(`${key}|`))
  }

import { computed, day, optional, settingKey, settingValue, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/**
 * 参数表: every rule of the house with its source and the day from which it holds. A row is told by
 * the name people type or by the key; the tick writes the other beside it.
 */
export const setting = defineRegister({
  id: 'setting',
  title: '参数表',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  key: ['key', 'from'],
  mend: 'wrong',
  fields: {
    name: optional(computed(text('参数名称', { core: true, open: true }))),
    key: computed(settingKey('参数代号', { core: true, aliases: ['参数'], keyed: 'name' })),
    value: settingValue('值', { core: true, keyed: 'key' }),
    from: optional(day('生效日期', { core: true })),
    source: optional(text('来源', { core: true })),
    note: optional(text('说明', { core: true })),
    wrong: optional(computed(text('待更正'))),
  },
})

import { computed, day, optional, settingValue, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 参数表: every rule of the house with its source and the day from which it holds. */
export const setting = defineRegister({
  id: 'setting',
  title: '参数表',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  key: ['key', 'from'],
  mend: 'wrong',
  fields: {
    key: text('参数', { core: true }),
    value: settingValue('值', { core: true, keyed: 'key' }),
    from: optional(day('生效日期', { core: true })),
    source: optional(text('来源', { core: true })),
    note: optional(text('说明', { core: true })),
    wrong: optional(computed(text('待更正'))),
  },
})

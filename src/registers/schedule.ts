import { computed, optional, text, time } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 定时任务: what the house does by itself once a day, and when it last did. */
export const schedule = defineRegister({
  id: 'schedule',
  title: '定时任务',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  mend: 'wrong',
  key: ['job'],
  fields: {
    job: text('任务', { core: true }),
    time: time('时间', { core: true }),
    last: computed(text('上次完成')),
    result: computed(text('结果')),
    wrong: optional(computed(text('待更正'))),
  },
})

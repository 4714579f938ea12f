import { computed, day, flag, office, optional, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 调整待核: what changed in an issued week without being told; the coordinator ticks each (default). */
export const planCheck = defineRegister({
  id: 'plan-check',
  title: '调整待核',
  home: 'control',
  rows: 'script',
  fields: {
    id: computed(text('编号')),
    week: computed(day('周次')),
    office: computed(office('单位')),
    change: computed(text('变动内容')),
    checked: flag('已核', { core: true }),
    note: optional(text('说明', { core: true })),
    state: optional(computed(text('状态'))),
  },
  state: 'state',
  rests: ['已核', '不需再核'],
  binds: { decision: 'checked', beside: ['change'] },
})

import { computed, day, moment, number, office, optional, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 报送情况: how every office stands with a week; the coordinator types 退回原因 here. */
export const filingStatus = defineRegister({
  id: 'filing-status',
  title: '报送情况',
  home: 'control',
  rows: 'script',
  fields: {
    id: computed(text('编号')),
    week: computed(day('周次')),
    office: computed(office('单位')),
    cutoff: optional(computed(moment('截止'))),
    state: optional(computed(text('状态'))),
    filed: optional(computed(text('报送时间'))),
    late: optional(computed(text('补报', { aliases: ['迟报'] }))),
    attempt: optional(computed(number('次数'))),
    missing: optional(computed(text('缺报领导'))),
    reason: text('退回原因', { core: true }),
    told: optional(text('已催', { core: true, aliases: ['已催（方式 时间 答复）'] })),
  },
  state: 'state',
  chased: 'told',
  newest: 'week',
})

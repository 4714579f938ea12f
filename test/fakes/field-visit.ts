import { choice, computed, day, leader, optional, steps, text, time } from '../../src/domain/field'
import { defineRegister } from '../../src/domain/register'

/** One declaration that is handed in weekly, has deadlines, can clash, goes by steps and asks for receipt. */
export const fieldVisit = defineRegister({
  id: 'field-visit',
  title: '重点走访',
  home: 'desk',
  rows: 'people',
  serial: '访',
  fields: {
    id: computed(text('编号')),
    visitor: leader('走访领导', { core: true, inherits: 'above' }),
    date: day('走访日期', { core: true, span: { part: 'half', from: 'begin', to: 'finish' } }),
    half: optional(choice('上下午', ['上午', '下午', '晚上', '全天'])),
    begin: optional(time('几点')),
    finish: optional(time('到几点')),
    village: optional(text('去向', { core: true })),
    matter: text('走访事项', { core: true }),
    lead: optional(text('牵头', { core: true })),
    due: optional(day('完成时限', { core: true })),
    steps: optional(steps('分几步')),
    week: optional(day('所属周')),
    light: optional(computed(text('灯'))),
    standing: optional(computed(text('进度'))),
  },
  state: 'standing',
  receipt: true,
  steps: 'steps',
  submission: {
    settings: 'visit',
    week: 'week',
    who: 'visitor',
    day: 'date',
    what: 'matter',
    nothing: ['不走访'],
    title: '领导重点走访',
  },
  deadline: { settings: 'visit', what: 'matter', lead: 'lead', due: 'due' },
  clash: {
    who: 'visitor',
    day: 'date',
    part: 'half',
    from: 'begin',
    to: 'finish',
    place: 'village',
    what: 'matter',
  },
})

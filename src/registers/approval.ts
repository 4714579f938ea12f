import { choice, computed, day, number, optional, person, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 审定: what waits for a named person; it binds the version it stands beside, and no other. */
export const approval = defineRegister({
  id: 'approval',
  title: '审定',
  home: 'control',
  rows: 'script',
  fields: {
    id: computed(text('编号')),
    item: computed(text('事项')),
    week: computed(day('周次')),
    version: computed(number('版本')),
    hash: computed(text('校验码')),
    missing: optional(computed(text('未报单位'))),
    decision: choice(
      '审定',
      [
        ['同意', '审定', '已审定', '批准'],
        ['退回', '不同意'],
      ],
      { core: true, exact: true },
    ),
    by: person('审定人', { core: true }),
    opinion: optional(text('意见', { core: true })),
    how: optional(choice('方式', ['纸质签批', '当面', '电话'], { core: true, exact: true })),
    recorder: optional(person('代录人', { core: true, aliases: ['代为登记'] })),
    on: optional(day('审定日期', { core: true })),
    place: optional(text('原件存放')),
    withdrawn: optional(person('撤回人')),
    state: optional(computed(text('状态'))),
    changes: optional(computed(text('变动'))),
  },
  state: 'state',
  rests: ['已', '作废'],
  binds: {
    decision: 'decision',
    by: 'by',
    opinion: 'opinion',
    beside: ['hash'],
    paper: {
      how: 'how',
      recorder: 'recorder',
      on: 'on',
      place: 'place',
      withdrawn: 'withdrawn',
    },
  },
})

import { choice, computed, day, office, optional, person, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 待审核事项: what waits for a decision on a task (延期、核验、异议), or to be issued (督办单、专报), a line each. */
export const taskDecision = defineRegister({
  id: 'task-decision',
  title: '待审核事项',
  home: 'control',
  rows: 'script',
  posts: ['督办台'],
  fields: {
    id: computed(text('编号')),
    state: optional(computed(text('状态'))),
    kind: computed(text('事项')),
    what: computed(text('任务内容', { core: true })),
    asks: computed(text('申请内容', { core: true, aliases: ['请求'] })),
    situation: optional(computed(text('办理情况', { core: true }))),
    decision: choice(
      '决定',
      [
        ['同意', '通过', '批准', '转交', '签发', '确认'],
        ['不同意', '退回', '维持', '不发'],
      ],
      {
        core: true,
        exact: true,
      },
    ),
    by: person('签批人', { core: true }),
    opinion: optional(text('意见', { core: true })),
    number: optional(text('文号', { core: true })),
    moveTo: optional(office('转交单位')),
    waitFrom: optional(day('确认自', { aliases: ['确认等待自', '起'] })),
    waitTo: optional(day('确认至', { aliases: ['确认等待至', '止'] })),
    how: optional(choice('方式', ['纸质签批', '当面', '电话'], { exact: true })),
    recorder: optional(person('代录人', { aliases: ['代为登记'] })),
    on: optional(day('签批日期')),
    place: optional(text('原件存放')),
    withdrawn: optional(person('撤回人')),
  },
  state: 'state',
  rests: ['已', '不发'],
  binds: {
    decision: 'decision',
    by: 'by',
    opinion: 'opinion',
    beside: ['kind', 'what', 'asks'],
    paper: {
      how: 'how',
      recorder: 'recorder',
      on: 'on',
      place: 'place',
      withdrawn: 'withdrawn',
    },
  },
  decides: {
    of: 'task',
    decision: 'decision',
    by: 'by',
    opinion: 'opinion',
    moveTo: 'moveTo',
    number: 'number',
    waitFrom: 'waitFrom',
    waitTo: 'waitTo',
  },
})

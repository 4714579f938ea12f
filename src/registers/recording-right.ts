import { choice, computed, day, flag, leader, optional, person, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/**
 * 代录授权: who may record a decision that a leader gave on paper, in person or by telephone; the
 * coordinator keeps it, and what cannot be read allows nobody anything (default).
 */
export const recordingRight = defineRegister({
  id: 'recording-right',
  title: '代录授权',
  home: 'control',
  rows: 'people',
  mend: 'wrong',
  fields: {
    id: computed(text('编号')),
    leader: leader('签批领导', { core: true }),
    who: optional(person('代录人', { core: true, many: true })),
    liaisons: optional(flag('联络员可代录', { core: true })),
    commissioners: optional(flag('督办专员可代录', { core: true })),
    item: optional(choice('事项', ['全部', '周计划', '任务'], { core: true, exact: true })),
    from: optional(day('自', { core: true })),
    to: optional(day('至', { core: true })),
    wrong: optional(computed(text('待更正'))),
  },
})

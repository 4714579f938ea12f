import { computed, day, flag, moment, number, optional, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 报送: one line a week and attempt, by which an office says that its plans are in. */
export const handIn = defineRegister({
  id: 'hand-in',
  title: '报送',
  home: 'desk',
  rows: 'script',
  fields: {
    id: computed(text('编号')),
    week: computed(day('周次')),
    cutoff: computed(moment('截止')),
    attempt: computed(number('次数')),
    done: flag('报送', { core: true, aliases: ['是否报送'] }),
    by: optional(text('报送人', { core: true })),
    state: optional(computed(text('状态'))),
  },
  state: 'state',
  newest: 'week',
  handIn: {
    of: 'weekly-plan',
    week: 'week',
    attempt: 'attempt',
    done: 'done',
    by: 'by',
    cutoff: 'cutoff',
  },
})

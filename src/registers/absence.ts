import { computed, day, optional, person, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 外出请假: while liaison A is away, reminders go to B, and to 代管人 while both are. */
export const absence = defineRegister({
  id: 'absence',
  title: '外出请假',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  mend: 'wrong',
  fields: {
    id: computed(text('编号')),
    person: person('姓名', { core: true }),
    from: day('自', { core: true }),
    to: optional(day('至', { core: true })),
    why: optional(text('事由', { core: true })),
    cover: optional(person('代管人', { core: true })),
    wrong: optional(computed(text('待更正'))),
  },
})

import { choice, computed, mailbox, office, optional, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 人员: who works where, in which role, and where mail reaches them. */
export const person = defineRegister({
  id: 'person',
  title: '人员',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  mend: 'wrong',
  fields: {
    id: computed(text('编号')),
    name: text('姓名', { core: true }),
    office: office('单位', { core: true }),
    title: optional(text('职务', { core: true })),
    roles: optional(
      choice('角色', ['统筹', '操作', '主任', '联络员', '督办专员', '牵头'], {
        core: true,
        many: true,
      }),
    ),
    email: optional(mailbox('邮箱', { core: true })),
    phone: optional(text('办公电话', { core: true })),
    wrong: optional(computed(text('待更正'))),
  },
})

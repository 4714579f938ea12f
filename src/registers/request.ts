import { choice, computed, optional, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 手动操作: what a person wants done by the next tick; each is done once. */
export const request = defineRegister({
  id: 'request',
  title: '手动操作',
  home: 'control',
  rows: 'people',
  fields: {
    id: computed(text('编号')),
    time: optional(computed(text('时间'))),
    by: optional(computed(text('操作人', { aliases: ['请求人'] }))),
    what: choice('事项', ['立即汇总', '送审', '修复版面', '补发'], { core: true }),
    object: optional(text('对象', { core: true })),
    state: optional(computed(text('状态'))),
    result: optional(computed(text('结果'))),
  },
  state: 'state',
})

import { computed, day, optional, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 意见建议: what an office wants changed; read by the coordinator, never counted. */
export const suggestion = defineRegister({
  id: 'suggestion',
  title: '意见建议',
  home: 'desk',
  rows: 'people',
  fields: {
    id: computed(text('编号')),
    on: optional(day('日期')),
    what: text('意见', { core: true, aliases: ['意见建议'] }),
    by: optional(text('提出人', { core: true })),
    reply: optional(text('回复')),
  },
  suggestion: ['on', 'what', 'by', 'reply'],
})

import {
  choice,
  computed,
  day,
  flag,
  number,
  office,
  optional,
  person,
  text,
} from '../domain/field'
import { defineRegister } from '../domain/register'

/** 领导: the leaders in protocol order, who serves them and who is their liaison (联络员A/B). */
export const leader = defineRegister({
  id: 'leader',
  title: '领导',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  mend: 'wrong',
  fields: {
    id: computed(text('编号')),
    name: text('姓名', { core: true }),
    title: text('职务', { core: true }),
    body: choice(
      '班子',
      ['区委常委', '区人大', '区政府', '区政协', '区法院院长', '区检察院检察长', '其他'],
      { core: true },
    ),
    order: number('排序', { core: true }),
    office: office('服务单位', { core: true }),
    principal: optional(flag('党政主要领导', { core: true, aliases: ['主要领导'] })),
    liaisonA: optional(person('联络员A')),
    liaisonB: optional(person('联络员B')),
    from: optional(day('自')),
    to: optional(day('至')),
    wrong: optional(computed(text('待更正'))),
  },
})

import { choice, computed, number, optional, person, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 单位: the offices of the district, in protocol order. */
export const office = defineRegister({
  id: 'office',
  title: '单位',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  mend: 'wrong',
  fields: {
    id: computed(text('编号')),
    name: text('单位名称', { core: true }),
    short: text('简称', { core: true }),
    kind: choice('类别', ['四办', '法检', '接待办', '部门', '督办台', '其他'], { core: true }),
    order: number('排序', { core: true }),
    head: optional(person('负责人', { core: true })),
    relation: optional(choice('关系', ['同级', '下级'])),
    phone: optional(text('办公电话', { core: true })),
    desk: computed(text('工作台')),
    wrong: optional(computed(text('待更正'))),
  },
})

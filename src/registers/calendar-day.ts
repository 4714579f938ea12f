import { choice, computed, day, optional, text } from '../domain/field'
import { defineRegister } from '../domain/register'

/** 工作日历: days off and days worked that override the year data (调休). */
export const calendarDay = defineRegister({
  id: 'calendar-day',
  title: '工作日历',
  home: 'control',
  rows: 'people',
  keepsGood: true,
  mend: 'wrong',
  key: ['on'],
  fields: {
    on: day('日期', { core: true }),
    kind: choice(
      '性质',
      [
        ['休息', '放假', '休'],
        ['上班', '班', '补班', '工作日'],
      ],
      { core: true },
    ),
    note: optional(text('说明', { core: true })),
    wrong: optional(computed(text('待更正'))),
  },
})

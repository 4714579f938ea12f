import type { District } from '../district/district'
import { dayAfter } from './days'
import { sampleLeaders } from './sample-leaders'
import { sampleOffices, samplePeople } from './sample-offices'

/**
 * 安澜区, an invented district whose first weekly plan is for the week of `firstMonday`.
 * Two liaisons are away in its first weeks, so that reminders go to their deputies.
 */
export function sampleDistrict(firstMonday: string): District {
  return {
    name: '安澜区',
    offices: sampleOffices(),
    people: samplePeople(),
    leaders: sampleLeaders(),
    absences: [
      {
        person: 'P018',
        from: dayAfter(firstMonday, -5),
        to: dayAfter(firstMonday, -3),
        why: '参加市人大代表工作培训',
      },
      {
        person: 'P006',
        from: dayAfter(firstMonday, 9),
        to: dayAfter(firstMonday, 11),
        why: '年休假',
      },
    ],
    settings: settingsFrom(firstMonday),
    calendar: [],
  }
}

function settingsFrom(firstMonday: string): District['settings'] {
  const from = `${Number(firstMonday.slice(0, 4)) - 1}-01-01`
  const setting = (key: string, value: string, note = '') => ({
    key,
    value,
    from,
    source: '默认',
    note,
  })
  return [
    setting('district.name', '安澜区'),
    setting('mail.from', '安澜区联席工作台', '发件人'),
    setting('weekly.firstWeek', firstMonday, '第一个报送周的周一'),
    setting('weekly.cutoff', '周五 12:00', '遇休息日提前到上一个工作日'),
    setting('weekly.remind', '15:00', '截止前一个工作日提醒'),
    setting('weekly.feedback', '17:00', '截止当日，审定之后反馈'),
    setting('weekly.grace', '0', '截止后等候的分钟数'),
    setting('weekly.feedbackTo', '区委办、区人大办、区政府办、区政协办'),
    setting('weekly.approve', '需审定'),
    setting('weekly.approver', '周衡'),
    setting('weekly.scope', '区委常委、区人大、区政协、区法院院长、区检察院检察长'),
    setting('digest.time', '08:30', '每日提要'),
    setting('language', 'zh-CN'),
    setting('mail.reserve', '20', '为紧急事项留下的发件数'),
    setting('hint.drive', '是', '用文件修改时间判断是否需要读取'),
  ]
}

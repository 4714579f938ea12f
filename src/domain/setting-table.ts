import type { SettingForm } from './setting-form'

const meeting = '2024年11月15日主任联席会议'

const minutes = (most: number): SettingForm => ({ is: 'number', least: 0, most })

const days = (least: number): SettingForm => ({ is: 'number', least, most: 250 })

/** The rules of the house: key, default, how it is read, where it comes from, and what it means. */
export const settingTable: readonly (readonly [
  key: string,
  value: string,
  form: SettingForm,
  source: string,
  note: string,
])[] = [
  ['district.name', '安澜区', { is: 'text' }, '默认', '出现在标题中的地区名称'],
  [
    'weekly.firstWeek',
    '',
    { is: 'day' },
    '默认',
    '第一个周计划的星期一，如 2024-11-18；空着即从建立之日起',
  ],
  [
    'weekly.cutoff',
    '周五 12:00',
    { is: 'weekTime' },
    '默认',
    '前一周的报送截止；遇休息日提前到前一个工作日',
  ],
  [
    'weekly.remind',
    '15:00',
    { is: 'time' },
    '默认',
    '截止日前一个工作日的提醒时间，只提醒未报单位',
  ],
  [
    'weekly.feedback',
    '17:00',
    { is: 'time' },
    '默认',
    '截止日当天的反馈时间；以审定为准，未审定不反馈',
  ],
  ['weekly.grace', '0', minutes(1440), '默认', '截止后宽限的分钟数'],
  [
    'weekly.scope',
    '区委常委、区人大、区政协、区法院院长、区检察院检察长',
    { is: 'bodies' },
    meeting,
    '报送范围，按领导表的班子判断',
  ],
  [
    'weekly.feedbackTo',
    '区委办、区人大办、区政府办、区政协办',
    { is: 'offices', reads: true },
    meeting,
    '一周安排表只反馈给这些单位',
  ],
  [
    'weekly.approve',
    '需审定',
    { is: 'word', words: ['需审定', '免审定'], unread: '需审定' },
    '默认',
    '需审定 或 免审定',
  ],
  ['weekly.approver', '周衡', { is: 'people' }, meeting, '可以审定的人，多人用顿号隔开'],
  [
    'weekly.coordinatorReads',
    '是',
    { is: 'word', words: ['是', '否'], unread: '否' },
    '默认',
    '统筹、操作、审定人在总台账看到知悉范围为本办的安排全文：是 或 否；其他单位只见另有公务',
  ],
  ['weekly.reissue', '10', days(0), '默认', '反馈后调整超过多少行，自动形成新版本送审定'],
  ['district.word', '安区', { is: 'text' }, '默认', '编号中的地区代字，如 安区督〔2024〕1号'],
  ['task.yellow', '3', days(0), '默认', '剩余多少个工作日以内亮黄灯'],
  ['task.noDeadlineAlarm', '5', days(0), '默认', '未定时限超过多少个工作日单独提醒'],
  ['task.objection', '2', days(0), '默认', '交办后多少个工作日内可以提出异议，一项任务一次'],
  [
    'task.objectionDecide',
    '1',
    days(0),
    '默认',
    '异议应在多少个工作日内审核；维持的，超过的工作日补入时限',
  ],
  [
    'task.objectionPauses',
    '否',
    { is: 'word', words: ['是', '否'], unread: '否' },
    '默认',
    '异议协调期间时限是否顺延：是 或 否',
  ],
  [
    'task.waitConfirm',
    '5',
    days(1),
    '默认',
    '督办专员一次最多确认多少个工作日的等待，更长的请办延期',
  ],
  ['task.answer', '1', days(0), '默认', '被等待的单位应在多少个工作日内答复'],
  [
    'task.typedRestDay',
    '不顺延',
    { is: 'word', words: ['不顺延', '顺延'], unread: '不顺延' },
    '默认',
    '填写的时限逢休息日：不顺延 或 顺延',
  ],
  [
    'task.escalateTo',
    '区委办、区政府办',
    { is: 'offices' },
    '默认',
    '逐级报告到哪个单位的负责人：为交办领导服务的单位，没有的为第一个',
  ],
  [
    'task.escalate',
    '1、3、5',
    { is: 'numbers', count: 3, most: 250 },
    '默认',
    '逾期多少个工作日逐级报告：单位负责人和督办专员、督办单、专报',
  ],
  ['task.receipt', '1', days(0), '默认', '任务到单位后多少个工作日内签收'],
  ['digest.time', '08:30', { is: 'time' }, '默认', '工作日今日提醒的时间'],
  [
    'mail.reserve',
    '20',
    { is: 'number', least: 0, most: 10_000 },
    '默认',
    '为突发信息保留的发信额度',
  ],
  ['mail.from', '联席', { is: 'text' }, '默认', '邮件署名'],
  ['mail.replyTo', '', { is: 'address' }, '默认', '回信地址；空着即统筹人的邮箱'],
  ['language', 'zh-CN', { is: 'word', words: ['zh-CN', 'en'] }, '默认', '邮件语言：zh-CN 或 en'],
  [
    'hint.drive',
    '是',
    { is: 'word', words: ['是', '否'] },
    '默认',
    '用云端硬盘的修改时间判断谁有变动，只作提示',
  ],
]

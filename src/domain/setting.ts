import type { Day } from './day'
import { clockTime, readSettingValue, type SettingForm, type SettingNames } from './setting-form'

/** A rule of the house: its key, default value and where it comes from. */
export type SettingDefault = {
  key: string
  value: string
  form: SettingForm
  /** The day from which it holds. */
  from: string
  source: string
  note: string
}

/** One row of 参数表: a value and the day from which it holds. */
export type SettingRow = {
  key: string
  value: string
  from: Day | ''
  source?: string
  /** What its cell shows. */
  typed?: string
}

const meeting = '2024年11月15日主任联席会议'

const minutes = (most: number): SettingForm => ({ is: 'number', least: 0, most })

const days = (least: number): SettingForm => ({ is: 'number', least, most: 250 })

const table: readonly (readonly [
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
  ['district.word', '安区', { is: 'text' }, '默认', '编号中的地区代字，如 安区督〔2024〕1号'],
  ['task.yellow', '3', days(0), '默认', '剩余多少个工作日以内亮黄灯'],
  ['task.noDeadlineAlarm', '5', days(0), '默认', '未定时限超过多少个工作日单独提醒'],
  ['task.objection', '5', days(0), '默认', '交办后多少个工作日内可以提出异议'],
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

/** Every default something here reads, with its source: a cell in 参数表, never a regulation. */
export const settingDefaults: readonly SettingDefault[] = table.map(
  ([key, value, form, source, note]) => ({
    key,
    value,
    form,
    from: source === '默认' ? '2024-01-01' : '2024-11-15',
    source,
    note,
  }),
)

const byKey = new Map(settingDefaults.map((each) => [each.key, each]))

/** The words of the house for what registers share: the weekly duty, and deadlines. */
const houseWords = ['weekly', 'task']

/** The default of a setting; a register with a word of its own has the house's for what it claims. */
export const settingDefault = (key: string): SettingDefault | undefined => {
  const name = key.slice(key.indexOf('.') + 1)
  const [house] = [key, ...houseWords.map((word) => `${word}.${name}`)].flatMap(
    (each) => byKey.get(each) ?? [],
  )
  return house && { ...house, key }
}

/** Reads what stands beside a key of 参数表; a key nobody knows takes any text. */
export const readSetting = (key: string, typed: string, names: SettingNames) =>
  readSettingValue(settingDefault(key.trim())?.form ?? { is: 'text', blank: true }, typed, names)

/** Settings as they hold on a day. */
export type Settings = {
  text(key: string, on?: Day): string
  list(key: string, on?: Day): string[]
  number(key: string, on?: Day): number
  /** A time of day, `HH:mm`. */
  time(key: string, on?: Day): string
  /** The row of 参数表 that holds on a day; undefined where the default does. */
  row(key: string, on?: Day): SettingRow | undefined
}

/** Of several rows of a key the one with the latest 生效日期 not after the day; without a day the last. */
export const holdingRow = <R extends SettingRow>(
  rows: readonly R[],
  key: string,
  on?: Day,
): R | undefined =>
  rows
    .filter((row) => row.key === key && (row.from === '' || on === undefined || row.from <= on))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]

/**
 * The rows of 参数表 over the defaults; of several rows of a key the one with the latest
 * 生效日期 not after the day holds. Offices and people stand in them by 编号.
 *
 * @throws when a key has neither row nor default (a mistake of ours).
 */
export const settingsOf = (rows: readonly SettingRow[], names: SettingNames = {}): Settings => {
  const preset = (key: string): string | undefined => {
    const own = settingDefault(key)
    if (!own) return undefined
    const read = readSettingValue(own.form, own.value, names)
    return read.value ?? read.part ?? ''
  }
  // A run asks hundreds of times for the same few, and the rows do not change.
  const known = new Map<string, string>()
  const text = (key: string, on?: Day): string => {
    const asked = `${key} ${on ?? ''}`
    const before = known.get(asked)
    if (before !== undefined) return before
    const value = (holdingRow(rows, key, on)?.value ?? preset(key))?.trim()
    if (value === undefined) throw new Error(`no default for the setting ${key}`)
    known.set(asked, value)
    return value
  }
  return {
    text,
    list: (key, on) =>
      text(key, on)
        .split(/[、,，;；]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    number: (key, on) => {
      const given = text(key, on)
      const value = Number(given)
      if (Number.isFinite(value) && given !== '') return value
      return Number(preset(key) ?? 0)
    },
    row: (key, on) => holdingRow(rows, key, on),
    time: (key, on) => clockTime(text(key, on)) ?? clockTime(preset(key) ?? '') ?? '00:00',
  }
}

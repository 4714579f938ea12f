import * as v from 'valibot'

/** The kinds of office a district has. */
export const officeKinds = ['四办', '法检', '接待办', '部门', '督办台', '其他'] as const

/** The bodies a leader belongs to; the weekly plan's scope is a choice of these. */
export const bodies = [
  '区委常委',
  '区人大',
  '区政府',
  '区政协',
  '区法院院长',
  '区检察院检察长',
  '其他',
] as const

/** What a person may do in the joint work of the offices. */
export const roles = ['统筹', '操作', '主任', '联络员', '督办专员', '牵头'] as const

const text = v.pipe(v.string('一段文字'), v.trim(), v.nonEmpty('一段文字，不能空着'))
const loose = v.optional(v.pipe(v.string('一段文字，可以空着'), v.trim()), '')
const id = v.pipe(
  v.string('字母和数字组成的编号，如 QWB、P001'),
  v.regex(/^[A-Za-z0-9_-]+$/, '字母和数字组成的编号，如 QWB、P001'),
)
const looseId = v.optional(v.union([v.literal(''), id], '一个编号，可以空着'), '')
const dayForm = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const dayWanted = '日历上有的日期，写成 2024-11-18'
const day = v.pipe(
  v.string(dayWanted),
  v.regex(dayForm, dayWanted),
  v.check((given) => isOnCalendar(given), dayWanted),
)
const looseDay = v.optional(v.union([v.literal(''), day], `${dayWanted}，可以空着`), '')
const whole = '大于零的整数'
const order = v.pipe(v.number(whole), v.integer(whole), v.minValue(1, whole))
const emailWanted = '电子邮箱，如 zhouheng@anlan.local，可以空着'
const email = v.optional(
  v.union([v.literal(''), v.pipe(v.string(emailWanted), v.email(emailWanted))], emailWanted),
  '',
)

const officeSchema = v.strictObject({
  id,
  name: text,
  short: text,
  kind: v.picklist(officeKinds, officeKinds.join('、')),
  desk: v.optional(v.boolean('true 或 false'), true),
  phone: loose,
  order,
  head: looseId,
})

const personSchema = v.strictObject({
  id,
  name: text,
  office: id,
  title: loose,
  roles: v.optional(
    v.array(v.picklist(roles, `${roles.join('、')}中的一个或几个`), '角色的列表，如 ["联络员"]'),
    [],
  ),
  email,
  phone: loose,
})

const leaderSchema = v.strictObject({
  id,
  name: text,
  title: text,
  body: v.picklist(bodies, bodies.join('、')),
  order,
  office: id,
  principal: v.optional(v.boolean('true 或 false'), false),
  liaisonA: looseId,
  liaisonB: looseId,
  from: looseDay,
  to: looseDay,
})

const absenceSchema = v.strictObject({ person: id, from: day, to: looseDay, why: loose })

const settingSchema = v.strictObject({
  key: v.pipe(
    v.string('参数名称或代号，如 周计划截止 或 weekly.cutoff'),
    v.regex(/^([a-z]+(\.[a-zA-Z]+)?|[一-龥]+)$/, '参数名称或代号，如 周计划截止 或 weekly.cutoff'),
  ),
  value: v.pipe(v.string('一段文字'), v.trim()),
  from: day,
  source: loose,
  note: loose,
})

const calendarSchema = v.strictObject({
  day,
  kind: v.picklist(['休息', '上班'], '休息、上班'),
  note: loose,
})

/** The whole of a district file. */
export const districtSchema = v.strictObject({
  name: text,
  offices: v.pipe(v.array(officeSchema, '单位的列表'), v.minLength(1, '至少一个单位')),
  people: v.array(personSchema, '人员的列表'),
  leaders: v.array(leaderSchema, '领导的列表'),
  absences: v.optional(v.array(absenceSchema, '外出请假的列表'), []),
  settings: v.optional(v.array(settingSchema, '参数的列表'), []),
  calendar: v.optional(v.array(calendarSchema, '工作日历的列表'), []),
})

/** A district: its offices, people, leaders, absences, settings and calendar. */
export type District = v.InferOutput<typeof districtSchema>

function isOnCalendar(given: string): boolean {
  const ms = Date.parse(`${given}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(given)
}

import { type Day, sayDay } from '../domain/day'
import { deskName, saySettingValue } from '../domain/district'
import { sayMoment } from '../domain/moment'
import type { Register } from '../domain/register'
import { settingDefault } from '../domain/setting'
import type { KnownRow } from '../domain/state'
import type { Run } from './run'
import { sayKey } from './setting-problems'

/** A setting as it holds on a day: its value, since when, and its source. */
export const saySetting = (run: Run, key: string, on: Day): string => {
  const { district, registry } = run
  const row = district.settings.row(key, on)
  const preset = settingDefault(key)
  const from = row ? row.from : (preset?.from as Day | undefined)
  const since = from ? `，${sayDay(from)}起` : ''
  const source = row ? row.source || '未填' : (preset?.source ?? '默认')
  const { title } = registry.house.district.setting
  const where = row ? title : `${title}未填，按默认`
  return `${where} ${sayKey(registry.all, key) ?? key}＝${saySettingValue(district, key, on)}${since}，来源：${source}`
}

/** What a workbook is called. */
const bookName = ({ district, control }: Run, book: string): string => {
  const office = district.offices.find(({ desk }) => desk !== '' && desk === book)
  return office ? deskName(office.short) : book === control ? '总台账' : book
}

/** Where a row stands, and since when it reads so. */
export const sayRow = (run: Run, register: Register, row: KnownRow): string =>
  `${bookName(run, row.book)}「${register.title}」${row.id}（${sayMoment(row.at)}读到${row.by ? `，最后改动人：${row.by}` : ''}）`

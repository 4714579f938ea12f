import { addDays, type Day, sayMonthDay } from '../domain/day'
import { type District, shortName } from '../domain/district'
import type { Duty } from '../domain/duty'
import { dayOf, type Moment, timeOf } from '../domain/moment'

/** Telephones show so many characters at once; a longer text goes without what matters least. */
const longest = 70

const clock = (at: Moment): string => `${sayMonthDay(dayOf(at))}${timeOf(at).replace(/^0/, '')}`

/** 11月18日至24日, 11月25日至12月1日. */
const sayDays = (monday: Day): string => {
  const last = addDays(monday, 6)
  const end = sayMonthDay(last)
  return `${sayMonthDay(monday)}至${monday.slice(5, 7) === last.slice(5, 7) ? end.replace(/^.*月/, '') : end}`
}

/**
 * The text for a telephone about a plan that is missing, at most 70 characters: no leader is named
 * with a time or a place, no link, whom to answer at its end (default).
 */
export const chaseText = (
  district: District,
  item: string,
  { week, leaders, missing }: Duty,
  by: { office: string; name: string },
  now: Moment,
): string => {
  const left =
    missing.length === 0
      ? '，内容已填、尚未报送'
      : missing.length === leaders.length
        ? '，尚未填报'
        : `，尚有${missing.length}位领导未填`
  const until =
    now < week.putUp
      ? `请于${clock(week.cutoff)}前报送`
      : `已过截止时间（${clock(week.cutoff)}），请抓紧报送`
  const head = `【${shortName(district, by.office)}】贵办${sayDays(week.monday)}${item}${until}`
  const tail = `。联系人${by.name}，办公电话见通讯录。`
  const whole = `${head}${left}${tail}`
  return [...whole].length <= longest ? whole : `${head}${tail}`
}

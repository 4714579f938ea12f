const eightHours = 8 * 3600_000

/** A moment as an office writes it, '2024-11-22 12:00', always Beijing time (+8 all year). */
export function sayMoment(moment: number): string {
  return new Date(moment + eightHours).toISOString().slice(0, 16).replace('T', ' ')
}

/** The moment in short words beside others of the same year: '11月22日 周五 12:00'. */
export function sayShortMoment(moment: number): string {
  const local = new Date(moment + eightHours)
  const weekday = '日一二三四五六'.charAt(local.getUTCDay())
  const time = local.toISOString().slice(11, 16)
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 周${weekday} ${time}`
}

/** The Monday, '2024-11-18', of the week in which the moment lies. */
export function mondayOfMoment(moment: number): string {
  const local = new Date(moment + eightHours)
  const back = (local.getUTCDay() + 6) % 7
  return new Date(local.getTime() - back * 86_400_000).toISOString().slice(0, 10)
}

/** Day and time alone, for narrow places: '11-22 12:00'. */
export function sayDayAndTime(moment: number): string {
  return sayMoment(moment).slice(5)
}

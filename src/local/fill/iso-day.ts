const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/

/** A day written in full (2024年3月5日, 2024/3/5, 2024.3.5) as 2024-03-05; any other text as it is. */
export function isoDay(text: string): string {
  const [, year, month, day] = written.exec(text.trim()) ?? []
  if (year === undefined || month === undefined || day === undefined) return text.trim()
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

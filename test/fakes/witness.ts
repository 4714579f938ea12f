import type { Row } from './memory-district'

/** Offices that write one line each, with 区政协办 taking part: book, leader, who of it gets letters. */
export const writers = [
  { book: '区人大办', leader: '邓清棠', place: '云溪镇' },
  { book: '区政府办', leader: '程波', place: '城东街道' },
] as const

export type Writer = 0 | 1
/** The lines of a table by leader: what each says now, its mark, and its former words. */
export type Shown = { leader: string; text: string; mark: string; former: string }

export const shownIn = (rows: string[][]): Shown[] =>
  rows.flatMap((row) => {
    const leader = row[0] ?? ''
    if (!writers.some((each) => each.leader === leader)) return []
    const lines: Shown[] = []
    for (const part of row.slice(2).join('\n').split('\n')) {
      const former = /^（原：(.*)）$/.exec(part)?.[1]
      const last = lines[lines.length - 1]
      if (former !== undefined && last) last.former = former
      const said = /^(?:〔(..)〕)?((?:晚上 )?\d\d:\d\d–.*)$/.exec(part)
      if (said) lines.push({ leader, text: said[2] ?? '', mark: said[1] ?? '', former: '' })
    }
    return lines
  })

/** What a person of the test knows: what was typed, what whoever may approve had read, what is owed. */
export class Witness {
  readonly typed: Row[] = writers.map(({ place }) => ({
    日期: '2024-11-21',
    开始: '9:00',
    结束: '10:00',
    活动内容: '调研',
    地点: place,
  }))
  /** Texts the approver had before him when he approved, by leader; each approval by itself. */
  readonly read: Set<string>[] = []
  notices = 0
  private touched = new Set<Writer>()
  private readonly told: Row[] = []
  private readonly owes = [false, false]
  private readonly used = ['', '']

  type(who: Writer, row: Row): void {
    const own = this.typed[who] ?? {}
    if (Object.entries(row).every(([key, text]) => (own[key] ?? '') === text)) return
    Object.assign(own, row)
    this.touched.add(who)
  }

  /** A line that offices read for the first time says what was typed by then. */
  issued(leader: string): void {
    const at = writers.findIndex((each) => each.leader === leader)
    this.told[at] ??= { ...this.typed[at] }
  }

  /** A tick on Monday: what two ticks have seen the same and may be told, is told once. */
  tick(): void {
    for (const at of [0, 1] as const) {
      const own = this.typed[at] ?? {}
      const told = this.told[at]
      if (!told || this.touched.has(at)) continue
      const reason = own['调整原因'] ?? ''
      if (this.owes[at] && reason !== this.used[at]) {
        this.owes[at] = false
        this.used[at] = reason
      }
      const keys =
        own['落实情况'] === '取消' ? ['落实情况'] : ['日期', '开始', '结束', '地点', '落实情况']
      if (keys.every((key) => (own[key] ?? '') === (told[key] ?? ''))) continue
      const fresh = reason !== '' && reason !== this.used[at]
      const days = own['落实情况'] === '取消' ? [told['日期']] : [told['日期'], own['日期']]
      if (!fresh && !days.includes('2024-11-19')) continue
      this.notices += 1
      for (const key of keys) told[key] = own[key] ?? ''
      if (fresh) this.used[at] = reason
      else this.owes[at] = true
    }
    this.touched = new Set()
  }
}

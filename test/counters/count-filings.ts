/** One office as typed: whose plans it owes, whose stand there, whether 报送 says 是, and what came of it. */
type Desk = {
  leaders: Set<string>
  lines: Set<string>
  said: boolean
  returned: boolean
  first: number | undefined
  /** How it stood when its plans were issued: they stay in until they are sent back. */
  issued: boolean
}

export type Figures = { 应报: number; 按时: number; 补报: number; 未报: number }

/** Counts the filings of one week from what people typed, by rules of its own. */
export class FilingCounter {
  private readonly desks = new Map<string, Desk>()
  private last = 0
  private frozen: Figures | undefined

  constructor(
    owed: ReadonlyMap<string, readonly string[]>,
    private readonly cutoff: number,
    private readonly closes: number,
  ) {
    for (const [office, leaders] of owed)
      this.desks.set(office, {
        leaders: new Set(leaders),
        lines: new Set(),
        said: false,
        returned: false,
        first: undefined,
        issued: false,
      })
  }

  private desk(office: string): Desk {
    const desk = this.desks.get(office)
    if (!desk) throw new Error(`no desk ${office}`)
    return desk
  }

  file(office: string): string[] {
    const desk = this.desk(office)
    const news = [...desk.leaders].filter((leader) => !desk.lines.has(leader))
    for (const leader of news) desk.lines.add(leader)
    desk.said = true
    return news
  }

  say(office: string, said: boolean): void {
    this.desk(office).said = said
  }

  add(leader: string, office: string): void {
    this.desk(office).leaders.add(leader)
  }

  move(leader: string, from: string, to: string): void {
    // Whose plans were issued are owed where they were.
    if (this.desk(from).issued) return
    this.desk(from).leaders.delete(leader)
    this.desk(to).leaders.add(leader)
  }

  isComplete(office: string): boolean {
    const desk = this.desk(office)
    if (desk.issued) return true
    return (
      desk.said && desk.leaders.size > 0 && [...desk.leaders].every((each) => desk.lines.has(each))
    )
  }

  sendBack(office: string): void {
    const desk = this.desk(office)
    desk.said = false
    desk.issued = false
  }

  /** A run has read everything; `issued` where it gave a version back. */
  tick(at: number, issued: () => boolean): void {
    for (const [office, desk] of this.desks) {
      if (at < this.closes && this.isComplete(office)) desk.first ??= this.last
    }
    if (issued()) for (const [office, desk] of this.desks) desk.issued = this.isComplete(office)
    if (at >= this.closes) this.frozen ??= this.count()
    this.last = at
  }

  private count(): Figures {
    const owing = [...this.desks].filter(([, { leaders }]) => leaders.size > 0)
    // What was first seen when filing had ended came too late to be filed at all.
    const filed = owing.filter(
      ([office, { first }]) => first !== undefined && this.isComplete(office),
    )
    const late = filed.filter(([, { first = 0 }]) => first > this.cutoff).length
    return {
      应报: owing.length,
      按时: filed.length - late,
      补报: late,
      未报: owing.length - filed.length,
    }
  }

  figures(): Figures {
    return this.frozen ?? this.count()
  }
}

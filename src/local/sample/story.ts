import type { Dice } from './dice'
import type { Beat } from './task-beat'
import type { TaskFate, TaskWork } from './task-matters'
import { taskWords } from './task-words'
import { chineseDay, workDayAfter } from './work-days'

/** A task as it was typed, and who works on it; offices by short name. */
export type GivenTask = {
  what: string
  lead: string
  office: string
  helpers: readonly string[]
  work: TaskWork
  fate: TaskFate
  assigned: string
  /** Working days allowed, 0 where nobody set a deadline. */
  days: number
  /** Its steps, each with the working day it is due. */
  steps: readonly { name: string; on: number }[]
  commissioner: string
  /** Where the commissioner decides: a 督办台 of the district, else 总台账. */
  decidedAt: string
  coordinator: string
  /** The leader who gave it where it takes his word to strike it off (批准依据), else ''. */
  approvedBy: string
}

/** What is typed about one task, moment by moment; days are working days after its first. */
export class Story {
  readonly beats: Beat[] = []
  readonly words
  /** The working day of the receipt, and the last one allowed. */
  readonly start: number
  readonly last: number
  private office: string

  constructor(
    readonly task: GivenTask,
    readonly dice: Dice,
  ) {
    this.words = taskWords[task.work]
    this.office = task.office
    const slow = dice.chance(0.15) && (task.days === 0 || task.days >= 4)
    this.start = task.fate === '未签收' ? 6 : slow ? 2 : 1
    this.last = task.days > 0 ? task.days : this.start + (task.fate === '长办' ? 30 : 7)
  }

  day(on: number): string {
    return workDayAfter(this.task.assigned, on)
  }

  type(on: number, cells: Record<string, string>): void {
    const day = this.day(on)
    this.beats.push({ day, desk: this.office, tab: '承办任务', by: '', cells })
  }

  receive(on = this.start): void {
    const unset = this.task.days === 0 && this.task.fate !== '长办'
    this.type(on, {
      签收: '是',
      ...(this.task.lead === this.task.office ? {} : { 签收人: this.task.lead }),
      ...(unset ? { 拟定时限: this.day(this.last) } : {}),
    })
  }

  note(on: number, which: 0 | 1 | 2, more: Record<string, string> = {}): void {
    const day = this.day(on)
    const date = this.dice.chance(0.6) ? day : chineseDay(day).slice(5)
    const cells = { 最新进展: this.words.progress[which], 进展日期: date, ...more }
    this.type(on, cells)
  }

  /** Notes between the receipt and a day, where there is room for them. */
  notesUpTo(end: number): void {
    const span = end - this.start
    if (span >= 2) this.note(this.start + Math.ceil(span * 0.4), 0, { 下一步: this.words.next })
    if (span >= 5) this.note(this.start + Math.floor(span * 0.75), 1)
  }

  claim(on: number, said = this.words.done): void {
    const told = { 最新进展: '已完成', 进展日期: this.day(on) }
    this.type(on, { ...told, 完成: '是', 完成说明: said, '佐证(非密)': this.words.evidence })
  }

  decide(on: number, kind: string, decision: string, opinion = ''): void {
    const { coordinator, commissioner, decidedAt, approvedBy } = this.task
    if (decision === '通过' && approvedBy !== '')
      this.master(on, { 批准依据: `${chineseDay(this.day(on)).slice(5)}${approvedBy}同志圈阅` })
    const [by, desk] = kind === '异议' ? [coordinator, '总台账'] : [commissioner, decidedAt]
    const cells = { 决定: decision, 签批人: by, ...(opinion === '' ? {} : { 意见: opinion }) }
    const moved = this.office === this.task.office ? {} : { lead: this.office }
    this.beats.push({ day: this.day(on), desk, tab: '待审核事项', by, cells, kind, ...moved })
  }

  /** Days of waiting that the commissioner confirms. */
  confirm(on: number, from: number, to: number): void {
    const { commissioner, decidedAt } = this.task
    const days = { 确认自: this.day(from), 确认至: this.day(to) }
    const cells = { 决定: '同意', 签批人: commissioner, ...days }
    const beat = {
      desk: decidedAt,
      tab: '待审核事项',
      by: commissioner,
      cells,
      kind: '等待',
    } as const
    this.beats.push({ day: this.day(on), ...beat })
  }

  master(on: number, cells: Record<string, string>): void {
    const by = this.task.commissioner
    this.beats.push({ day: this.day(on), desk: '总台账', tab: '任务交办', by, cells })
  }

  urge(on: number): void {
    const how = this.dice.pick(['电话催办', '当面催办', '书面催办', '邮件催办'])
    const answer = this.dice.pick(['答复本周内报结果', '答复两日内补报进展', '答复正在抓紧'])
    this.master(on, { 催办记录: `${chineseDay(this.day(on)).slice(5)} ${how}，${answer}` })
  }

  /** Completion that is verified one or two working days later. */
  finish(on: number): void {
    this.claim(on)
    this.decide(on + 1 + this.dice.below(2), '核验', '通过')
  }

  moveTo(office: string): void {
    this.office = office
  }

  /** The first of the offices that help tells what it gave. */
  help(): void {
    const lead = this.office
    for (const [i, helper] of this.task.helpers.entries()) {
      if (helper === lead || this.dice.chance(0.05)) continue
      this.office = helper
      this.type(1, { 签收: '是' })
      const tells = i === 0 && this.last > 5 && this.dice.chance(0.6)
      if (tells) this.type(4, { 最新进展: '已按要求提供资料', 进展日期: this.day(4) })
    }
  }
}

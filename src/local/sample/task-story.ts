import type { Dice } from './dice'
import type { Beat } from './task-beat'
import type { TaskFate, TaskWork } from './task-matters'
import { withStepsTold } from './task-steps-told'
import { fitterOffice, taskWords } from './task-words'
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
}

/** How a task is received, told of, urged and ended; told in working days after its first. */
export function storyOf(task: GivenTask, dice: Dice): Beat[] {
  const story = new Story(task, dice)
  tell[task.fate](story)
  story.help()
  const beats = story.beats.filter(({ day }) => day > task.assigned)
  return withStepsTold(task, beats, dice)
}

class Story {
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
    const { coordinator, commissioner, decidedAt } = this.task
    const [by, desk] = kind === '异议' ? [coordinator, '总台账'] : [commissioner, decidedAt]
    const cells = { 决定: decision, 签批人: by, ...(opinion === '' ? {} : { 意见: opinion }) }
    this.beats.push({ day: this.day(on), desk, tab: '任务裁定', by, cells, kind })
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

const tell: Record<TaskFate, (story: Story) => void> = {
  按期(story) {
    const end = Math.max(story.start + 1, story.last - 1 - story.dice.below(2))
    story.receive()
    story.notesUpTo(end)
    story.finish(end)
  },
  迟办(story) {
    const { last, words } = story
    story.receive()
    story.notesUpTo(last - 1)
    story.urge(last + 1)
    story.note(last + 2, 2, { 存在问题: words.trouble })
    story.finish(last + 3 + story.dice.below(3))
  },
  久拖(story) {
    const { last, words } = story
    story.receive()
    story.notesUpTo(last - 1)
    for (const urged of [last + 1, last + 5, last + 10]) story.urge(urged)
    story.note(last + 3, 1, { 存在问题: words.trouble })
    story.finish(last + 15)
  },
  延期(story) {
    const { last, words } = story
    const asked = Math.max(story.start + 1, last - 2)
    story.receive()
    story.notesUpTo(asked)
    story.type(asked, { 申请延期至: story.day(last + 6), 延期原因: words.why })
    story.decide(asked + 1 + story.dice.below(3), '延期', '同意', '同意延期，不再二次延期')
    story.note(last + 2, 2)
    story.finish(last + 4 + story.dice.below(2))
  },
  不准延期(story) {
    const { last, words } = story
    story.receive()
    story.notesUpTo(last - 1)
    story.type(last - 1, { 申请延期至: story.day(last + 8), 延期原因: words.why })
    story.decide(last, '延期', '不同意', '时限已定，请抓紧完成')
    story.finish(last + 2)
  },
  退回(story) {
    const { words } = story
    const end = Math.max(story.start + 1, story.last - 3)
    story.receive()
    story.notesUpTo(end)
    story.claim(end)
    story.decide(end + 1, '核验', '退回', words.sentBack)
    story.claim(end + 3, `${words.done}，${words.mended}`)
    story.decide(end + 4, '核验', '通过')
  },
  转交(story) {
    const { last, task } = story
    const to = fitterOffice[task.office] ?? '区委办'
    story.type(2, { 异议理由: '主要职责不在本单位，前期未参与', 建议单位: to })
    story.decide(3, '异议', '转交', `按职责分工由${to}承办`)
    story.moveTo(to)
    story.receive(4)
    story.note(5, 0)
    story.finish(Math.max(7, last))
  },
  维持(story) {
    const { last } = story
    story.type(2, {
      异议理由: '涉及多个单位，建议由综合部门牵头',
      建议单位: fitterOffice[story.task.office] ?? '',
    })
    story.decide(3, '异议', '维持', '职责清单已明确，请继续承办')
    story.receive(4)
    story.note(6, 0)
    story.finish(Math.max(8, last - 1))
  },
  待复(story) {
    const { last, start } = story
    story.receive()
    story.note(start + 1, 0)
    story.type(start + 3, { 待谁: '市级主管部门批复', 自何日: story.day(start + 3) })
    story.type(start + 9, { 待谁: '（清空）', 自何日: '（清空）' })
    story.note(start + 10, 1)
    story.finish(Math.max(start + 12, last + 3))
  },
  中止(story) {
    story.receive()
    story.note(2 + story.start, 0)
    story.master(Math.max(4, Math.min(6, story.last - 2)), {
      中止: '是',
      批准依据: '经主任会商同意，并入上级统一部署',
    })
  },
  未签收(story) {
    const end = Math.max(story.start + 2, story.last - 1)
    story.urge(4)
    story.receive()
    story.notesUpTo(end)
    story.finish(end)
  },
  长办(story) {
    story.receive()
    for (let on = 4; on < story.last - 2; on += 5) {
      story.note(on, on < 6 ? 0 : on < story.last - 8 ? 1 : 2)
    }
    story.finish(story.last - 1)
  },
}

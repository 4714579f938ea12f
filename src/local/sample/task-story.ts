import type { Dice } from './dice'
import { type GivenTask, Story } from './story'
import type { Beat } from './task-beat'
import type { TaskFate } from './task-matters'
import { withStepsTold } from './task-steps-told'
import { fitterOffice } from './task-words'

/** How a task is received, told of, urged and ended; told in working days after its first. */
export function storyOf(task: GivenTask, dice: Dice): Beat[] {
  const story = new Story(task, dice)
  tell[task.fate](story)
  story.help()
  const beats = story.beats.filter(({ day }) => day > task.assigned)
  return withStepsTold(task, beats, dice)
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
    story.type(start + 3, { 等待单位: '市级主管部门', 起始日期: story.day(start + 3) })
    story.confirm(start + 7, start + 3, start + 7)
    story.type(start + 9, { 等待单位: '（清空）', 起始日期: '（清空）' })
    story.confirm(start + 9, start + 8, start + 8)
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

import type { Dice } from './dice'
import type { GivenTask } from './story'
import type { Beat } from './task-beat'
import { workDayAfter } from './work-days'

/**
 * The beats of a task that goes by steps: each step is named done about its day, a few of them two
 * days late, and whoever reports completion names them all.
 */
export function withStepsTold(task: GivenTask, beats: readonly Beat[], dice: Dice): Beat[] {
  const steps = task.steps
  if (steps.length === 0) return [...beats]
  const own = beats.filter(({ tab }) => tab === '承办任务')
  const claim = own.find(({ cells }) => cells['完成'] === '是')
  const desk = claim?.desk ?? task.office
  const from = own.find((beat) => beat.desk === desk)?.day ?? ''
  const to = claim?.day ?? beats.at(-1)?.day ?? ''
  const named = steps
    .map(({ on }, i) => ({
      day: workDayAfter(task.assigned, dice.chance(0.25) ? on + 2 : on),
      said: steps
        .slice(0, i + 1)
        .map((each) => each.name)
        .join('、'),
    }))
    .filter(({ day }) => from < day && day < to)
    .map(({ day, said }): Beat => {
      return { day, desk, tab: '承办任务', by: '', cells: { 已完成节点: said } }
    })
  const told = beats.map((beat) =>
    beat.cells['完成'] === '是' ? { ...beat, cells: { ...beat.cells, 已完成节点: '全部' } } : beat,
  )
  return [...told, ...named]
}

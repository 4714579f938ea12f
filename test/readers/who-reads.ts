import type { DrawnLine, DrawnTask } from './random-district'

/** Where a token may stand: workbooks by name, and letters, answers and 总览 besides. */
export type Reach = { books: readonly string[]; everywhere: boolean }

const four = ['区委办', '区人大办', '区政府办', '区政协办']

/** Nobody: a refused text, and what a person may not be sent. */
export const nobody: Reach = { books: [], everywhere: false }

/** A text of a line that no copy of it holds: only its own desk. */
export const ownDesk = ({ desk }: DrawnLine): Reach => ({ books: [desk], everywhere: false })

/** The line as it was issued: who may read what of it. */
export const asIssued = (line: DrawnLine): Reach => {
  if (line.warned !== '' && !line.confirmed) return ownDesk(line)
  const open = line.audience === '' || line.audience === '四办'
  return { books: open ? [line.desk, '总台账', ...four] : [line.desk, '总台账'], everywhere: false }
}

/** The columns that the change of a line writes over. */
export const overwritten = ({ change }: DrawnLine, broken: string): string[] => {
  if (broken === '活动内容') return []
  if (change === 'other words') return ['活动内容', '地点']
  if (change === 'narrow, day broken') return ['活动内容']
  return change === 'unknown audience' ? ['地点'] : []
}

/** As if what was warned were written over, where it is. */
const afterwards = (line: DrawnLine, broken: string): DrawnLine =>
  overwritten(line, broken).includes(line.warned) ? { ...line, warned: '' } : line

const kept = (line: DrawnLine): Reach =>
  asIssued(line).books.length === 1
    ? ownDesk(line)
    : { books: [line.desk, '总台账'], everywhere: false }

/** The line after its change: who may read what of it then. */
export const asChanged = (before: DrawnLine, broken: string): Reach => {
  const line = afterwards(before, broken)
  if (line.change === 'warned reason' && broken !== '活动内容')
    return line.confirmed && line.warned !== '' ? asIssued(line) : ownDesk(line)
  if (broken !== '') return kept(line)
  if (line.change.startsWith('narrow') || line.change === 'unknown audience') return kept(line)
  if (line.change === 'secret as audience') return ownDesk(line)
  if (line.change === 'widen') {
    const wide = { ...line, audience: '四办' }
    return asIssued(wide)
  }
  return asIssued(line)
}

const officeOf: Record<DrawnTask['lead'], string> = {
  赵启飞: '区政府办',
  何思源: '区人大办',
  白予川: '区法院',
}

const post = ({ commissioner }: DrawnTask): string =>
  commissioner === '林堯安' ? '督办台' : '书记督办台'

/** Who has a task from the start. */
export const holders = (task: DrawnTask): string[] =>
  [officeOf[task.lead], task.helper].filter((name) => name !== '')

/** Who leads it at first. */
export const leadsFirst = (task: DrawnTask): string => officeOf[task.lead]

/** The office a moved task goes to. */
export const movedTo = '区委办'

/** Who has it at last. */
export const holdersAtLast = (task: DrawnTask): string[] => {
  if (task.story === 'moved') return [movedTo, task.helper].filter((name) => name !== '')
  return task.story === 'helper dropped' ? [leadsFirst(task)] : holders(task)
}

/** A text about a task: those who have it while it stands, the commissioner, control. */
export const aboutTask = (task: DrawnTask, desks: string[], everywhere: boolean): Reach => ({
  books: ['总台账', post(task), ...desks],
  everywhere,
})

/** The post desk that sees to another's tasks. */
export const otherPost = (task: DrawnTask): string =>
  post(task) === '督办台' ? '书记督办台' : '督办台'

export const postOf = post

import type { PlanLine } from './plan-line'
import type { Register } from './register'

/** Whether a line names somebody who is no leader of the list: it stands on no page (domain 3.1). */
export const isUnnamed = ({ submission }: Register, line: PlanLine): boolean =>
  line.leader === undefined && line.problems.some(({ key }) => key === submission?.who)

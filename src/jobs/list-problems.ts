import { type RegisterProblem, shortName } from '../domain/district'
import { type LiaisonGap, liaisonGaps } from '../domain/liaison'
import { dayOf } from '../domain/moment'
import type { Register } from '../domain/register'
import { rowsOf } from '../domain/state'
import type { Run } from './run'
import { idleSettings, unknownSettings } from './setting-problems'

/** What is wrong in the lists of the control workbook, row by row. */
export const listProblems = ({ district, registry, journal, control }: Run): RegisterProblem[] => {
  const { setting } = registry.house.district
  const rows = rowsOf(journal.state, setting.id, control)
  return [
    ...district.problems,
    ...unknownSettings(registry.all, setting, rows),
    ...idleSettings(registry.all, setting, rows, district.names),
    ...gapProblems({ district, registry, journal }),
  ]
}

const gapTexts: Record<LiaisonGap['gap'], [key: string, text: string]> = {
  noLiaison: ['liaisonA', '空缺，请在3个工作日内补齐'],
  sameLiaison: ['liaisonB', '与联络员A是同一人，不采用，请另填一人'],
  noOffice: ['office', '未填，该领导的周计划没有单位报送，请填写服务单位'],
  noDesk: ['office', '没有工作台，该领导的周计划无处填报，请建立工作台或改由其他单位服务'],
}

/** Leaders whose plans nobody would be asked for, at their rows. */
const gapProblems = ({
  district,
  registry,
  journal,
}: Pick<Run, 'district' | 'registry' | 'journal'>): RegisterProblem[] => {
  const { leader: register } = registry.house.district
  const words = registry.all.flatMap(({ submission }) => submission?.settings ?? [])
  return liaisonGaps(district, words, dayOf(journal.at)).map(({ leader, gap }) => {
    const [key, text] = gapTexts[gap]
    const heading = register.fields[key]?.heading ?? ''
    const office = gap === 'noDesk' ? shortName(district, leader.office) : ''
    const problem = { key, heading, text: `${leader.label}：${office}${text}` }
    return { register: register.id, id: leader.id, problem }
  })
}

/** What the column beside each row of a list says of it; '' where all of it is understood. */
export const mendCells = (
  run: Run,
  register: Register,
  problems: readonly RegisterProblem[],
): Map<string, Record<string, string>> => {
  const { mend } = register
  if (mend === undefined) return new Map()
  const said = new Map<string, string[]>()
  for (const { register: of, id, problem } of problems) {
    if (of !== register.id) continue
    said.set(id, [...(said.get(id) ?? []), `${problem.heading}：${problem.text}`])
  }
  return new Map(
    rowsOf(run.journal.state, register.id, run.control).map(({ id }) => [
      id,
      { [mend]: (said.get(id) ?? []).join('；') },
    ]),
  )
}

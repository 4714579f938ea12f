import { judgeWeekly, type Weekly } from '../domain/weekly'
import type { Digest } from '../ports'
import { weeklyRegisters } from './registry'
import type { Run } from './run'
import { coveredAt, type Standing } from './standing'

/** Judges the live weeks of every weekly register; `asked` are weeks to be put up now. */
export const judgeWeeks = (
  run: Run,
  standing: Standing,
  digest: Digest,
  asked: ReadonlySet<string> = new Set(),
): Weekly[] => {
  const { journal, district, control } = run
  const unread = district.offices.filter(({ desk }) => run.unread.has(desk))
  return weeklyRegisters(run.registry).map((registers) =>
    judgeWeekly(journal, registers, district, {
      control,
      covered: (book) => coveredAt(standing, book),
      unread: new Set(unread.map(({ id }) => id)),
      asked,
      digest,
    }),
  )
}

import type { District, DistrictRegisters } from './district'
import { districtFrom } from './district-from'
import { type KnownRow, rowsOf, type State } from './state'

type Kept = { registers: DistrictRegisters; rows: KnownRow[]; district: District }

// The lists change a few times a year. What was read of the same rows is kept, and with it whatever
// is remembered by the district and its names; one row that differs and all of it is read anew.
let kept: Kept | undefined

const isSame = (before: readonly KnownRow[], now: readonly KnownRow[]): boolean =>
  before.length === now.length && now.every((row, i) => row === before[i])

/** The district out of what is known of the control workbook. */
export const districtOf = (state: State, registers: DistrictRegisters): District => {
  const rows = Object.values(registers).flatMap(({ id }) => rowsOf(state, id))
  if (kept?.registers === registers && isSame(kept.rows, rows)) return kept.district
  const district = districtFrom(state, registers)
  kept = { registers, rows, district }
  return district
}

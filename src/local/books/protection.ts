import type { Box } from '../looks/grid-range'
import { boxOf, overlaps } from '../looks/grid-range'
import type { Protection } from '../looks/tab-looks'
import type { Tab } from './book'

/**
 * The protection that keeps a user from editing any cell of a box, undefined when the user may.
 *
 * Warning-only protections and the script's own account pass; of overlapping ones the strictest wins
 * (Sheet.protect of Google's reference).
 */
export function barOf(tab: Tab, box: Box, user: string, account: string): Protection | undefined {
  if (user === account) return undefined
  return tab.looks.protections.find((protection) => {
    if (protection.warningOnly || !overlaps(boxOf(protection.range), box)) return false
    if (protection.editors?.users?.includes(user)) return false
    return !(protection.unprotectedRanges ?? []).some((range) => isInside(box, boxOf(range)))
  })
}

function isInside(inner: Box, outer: Box): boolean {
  const rows = inner.top >= outer.top && inner.bottom <= outer.bottom
  return rows && inner.left >= outer.left && inner.right <= outer.right
}

const step = 600_000

/** How far the clock trigger's moments lie apart, in ms. */
export const tenMinutes = step

/** The first full ten minutes at or after the moment; Beijing time divides by ten minutes too. */
export function tickAtOrAfter(moment: number): number {
  return Math.ceil(moment / step) * step
}

/** The last full ten minutes at or before the moment. */
export function tickAtOrBefore(moment: number): number {
  return Math.floor(moment / step) * step
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** How many columns of a terminal the text takes: a 汉字 takes two (Unicode East Asian Width). */
export function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += wide.test(sign) ? 2 : 1
  return width
}

/** Fills up with spaces to the width, or cuts with “…” so that it fits. */
export function fitWidth(text: string, width: number): string {
  if (textWidth(text) <= width) return text + ' '.repeat(width - textWidth(text))
  let kept = ''
  for (const sign of text) {
    if (textWidth(kept + sign) > width - 1) break
    kept += sign
  }
  return `${kept}…${' '.repeat(Math.max(0, width - 1 - textWidth(kept)))}`
}

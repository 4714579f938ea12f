/** Stands at the head of every tab. */
export const banner = '非涉密 · 严禁录入涉密内容'

/** A page that is wholly the script's: the notice, the headings, then its rows. */
export const pageOf = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string[][] => [
  [banner, ...headings.slice(1).map(() => '')],
  [...headings],
  ...(rows.length > 0
    ? rows.map((row) => [...row])
    : [['（无）', ...headings.slice(1).map(() => '')]]),
]

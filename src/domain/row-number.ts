/** The parts of a row's 编号: 区委办-0012, or 安区督〔2024〕1号 in the national form. */
export const numberOf = (id: string): { prefix: string; n: number } | undefined => {
  const found = /^(.+)-(\d+)$/.exec(id) ?? /^(.+〔\d{4}〕)(\d+)号$/.exec(id)
  return found?.[1] !== undefined && found[2] !== undefined
    ? { prefix: found[1], n: Number(found[2]) }
    : undefined
}

/** The nth 编号 that starts so; never reused, no padded zero in the national form. */
export const numberFor = (prefix: string, n: number): string =>
  prefix.endsWith('〕') ? `${prefix}${n}号` : `${prefix}-${String(n).padStart(4, '0')}`

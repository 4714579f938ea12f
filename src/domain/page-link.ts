const onThisMachine =
  /^https?:\/\/(?:127(?:\.\d+){3}|localhost|0\.0\.0\.0|\[::1?\])(?::\d+)?(\/.*)?$/i

/**
 * The link to a workbook that its reader can open: its own address; where that opens only on the
 * machine that sends, its place under the address the house has set, and none where none is set.
 */
export const pageLink = (own: string | undefined, address: string): string | undefined => {
  const here = own === undefined ? null : onThisMachine.exec(own)
  if (!here) return own
  return address === '' ? undefined : `${address.replace(/\/+$/, '')}${here[1] ?? ''}`
}

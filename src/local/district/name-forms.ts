/** The ways a name may be written: alone, or told from a namesake's, 张伟（区委办）. */
export function nameForms(name: string, marks: readonly string[]): string[] {
  const told = marks.filter((mark) => mark !== '')
  const pairs = told.flatMap((one, i) => told.slice(i + 1).map((other) => `${one}${other}`))
  return name === '' ? [] : [name, ...[...told, ...pairs].map((mark) => `${name}（${mark}）`)]
}

/** A name as it is compared: brackets of either width are one. */
export function plainForm(given: string): string {
  return given.replace(/\s*[(（]\s*/g, '（').replace(/\s*[)）]/g, '）')
}

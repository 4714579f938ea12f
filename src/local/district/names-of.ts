import type { DistrictTab } from './district-tabs'
import { nameForms, plainForm } from './name-forms'

type List = DistrictTab['list']
type Line = { cells: Record<string, string> }
type Entry = { id: string; names: string[] }
type Found = { value: string; wanted?: never } | { value?: never; wanted: string }

const prefixes: Partial<Record<List, string>> = { offices: 'U', people: 'P', leaders: 'L' }

/** Who and what the names in a district workbook mean; lines without a 编号 are given one. */
export function namesOf(lines: ReadonlyMap<List, readonly Line[]>) {
  const entries = (list: List) => entriesOf(lines.get(list) ?? [], prefixes[list] ?? '')
  const offices = entries('offices')
  const people = entries('people')
  const leaders = entries('leaders')
  const known: Record<'office' | 'person', { among: Entry[]; wanted: string }> = {
    office: { among: offices, wanted: '单位表里的编号、单位名称或简称' },
    person: { among: people, wanted: '人员表里的编号或姓名' },
  }
  return {
    idOf: (list: List, index: number): string =>
      (({ offices, people, leaders }) as Partial<Record<List, Entry[]>>)[list]?.[index]?.id ?? '',
    find(kind: keyof typeof known, given: string): Found {
      const { among, wanted } = known[kind]
      const byId = among.find(({ id }) => id === given)
      if (byId) return { value: byId.id }
      const byName = among.filter(({ names }) => names.includes(plainForm(given)))
      if (byName.length > 1)
        return { wanted: `编号，或加括号写明单位或职务（有${byName.length}处叫这个名字）` }
      return byName[0] ? { value: byName[0].id } : { wanted }
    },
  }
}

function entriesOf(lines: readonly Line[], prefix: string): Entry[] {
  const taken = new Set(lines.map(({ cells }) => cells['编号'] ?? ''))
  let next = 0
  const fresh = (): string => {
    next += 1
    const id = `${prefix}${String(next).padStart(2, '0')}`
    return taken.has(id) ? fresh() : id
  }
  return lines.map(({ cells }) => ({
    id: cells['编号'] || fresh(),
    names: [
      ...nameForms(cells['姓名'] ?? '', [cells['单位'] ?? '', cells['职务'] ?? '']),
      ...[cells['单位名称'], cells['简称']].flatMap((name) => name || []),
    ],
  }))
}

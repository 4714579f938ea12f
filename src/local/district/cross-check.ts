import type { District } from './district'
import type { Mistake } from './mistakes'
import { nameForms, plainForm } from './name-forms'

/** What is wrong between the parts of a district whose every value is well formed. */
export function crossCheck(district: District): Mistake[] {
  return [
    ...doubled(
      'offices',
      district.offices.map(({ id, name, short }) => [id, name, short]),
    ),
    ...doubled('people', idsAlone(district.people)),
    ...doubled('leaders', idsAlone(district.leaders)),
    ...doubled(
      'settings',
      district.settings.map(({ key, from }) => [`${key} ${from}`]),
    ),
    ...doubled(
      'calendar',
      district.calendar.map(({ day }) => [day]),
    ),
    ...wrongOffices(district),
    ...wrongPeople(district),
    ...wrongSpans(district),
    ...wrongSettings(district),
  ]
}

function doubled(list: string, namesByLine: readonly string[][]): Mistake[] {
  const seen = new Set<string>()
  return namesByLine.flatMap((names, index) => {
    const own = [...new Set(names)]
    const again = own.filter((name) => seen.has(name))
    for (const name of own) seen.add(name)
    return again.map((given) => ({ path: [list, index], given, wanted: '不与别的行重复' }))
  })
}

function wrongOffices(district: District): Mistake[] {
  const known = new Set(district.offices.map((office) => office.id))
  const wanted = `一个单位的编号（${[...known].join('、')}）`
  const check = (list: 'people' | 'leaders') =>
    district[list].flatMap(({ office }, index) =>
      known.has(office) ? [] : [{ path: [list, index, 'office'], given: office, wanted }],
    )
  return [...check('people'), ...check('leaders')]
}

function wrongPeople(district: District): Mistake[] {
  const people = ids(district.people)
  const mistakes: Mistake[] = []
  const check = (path: Mistake['path'], given: string, known: Set<string>, wanted: string) => {
    if (given !== '' && !known.has(given)) mistakes.push({ path, given, wanted })
  }
  district.offices.forEach(({ head }, index) => {
    check(['offices', index, 'head'], head, people, '人员表里有的编号')
  })
  district.leaders.forEach(({ liaisonA, liaisonB }, index) => {
    check(['leaders', index, 'liaisonA'], liaisonA, people, '人员表里有的编号')
    check(['leaders', index, 'liaisonB'], liaisonB, people, '人员表里有的编号')
  })
  district.absences.forEach(({ person }, index) => {
    check(['absences', index, 'person'], person, people, '人员表里有的编号')
  })
  return mistakes
}

function wrongSpans(district: District): Mistake[] {
  const check = (list: 'leaders' | 'absences') =>
    district[list].flatMap(({ from, to }, index) =>
      to !== '' && to < from
        ? [{ path: [list, index, 'to'], given: to, wanted: `不早于 ${from} 的日期` }]
        : [],
    )
  return [...check('leaders'), ...check('absences')]
}

function wrongSettings(district: District): Mistake[] {
  const offices = district.offices.flatMap((office) => [office.name, office.short, office.id])
  const people = [
    ...ids(district.people),
    ...district.people.flatMap(({ name, title, office }) => {
      const at = district.offices.find(({ id }) => id === office)
      return nameForms(name, [at?.short ?? '', at?.name ?? '', title])
    }),
  ]
  return district.settings.flatMap(({ key, value }, index) => {
    const rule =
      key === 'weekly.feedbackTo'
        ? { known: offices, wanted: '单位表里有的单位，用、隔开' }
        : key === 'weekly.approver'
          ? { known: people, wanted: '人员表里有的姓名，用、隔开' }
          : undefined
    const given = rule ? value.split(/[、，,\s]+/).filter((name) => name !== '') : []
    const unknown = given.find((name) => !rule?.known.includes(plainForm(name)))
    if (!rule || unknown === undefined) return []
    return [{ path: ['settings', index, 'value'], given: unknown, wanted: rule.wanted }]
  })
}

function idsAlone(entries: readonly { id: string }[]): string[][] {
  return entries.map((entry) => [entry.id])
}

function ids(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map((entry) => entry.id))
}

import type { Named } from './names'

type NamedOffice = { id: string; name: string; short: string }

/** 区委副书记、区长 and each part of it. */
const titlesIn = (title: string): string[] => [
  ...new Set([title, ...title.split(/[、，,；;/]/).map((part) => part.trim())]),
]

const officeMarks = (offices: readonly NamedOffice[], id: string): string[] => {
  const office = offices.find((each) => each.id === id)
  return office ? [office.short, office.name] : []
}

/** The offices as cells can name them: by full and by short name. */
export const namedOffices = (offices: readonly NamedOffice[]): Named[] =>
  offices.map(({ id, name, short }) => ({ id, name, aliases: [short] }))

/** The people as cells can name them; of one name they are told by office, then by title. */
export const namedPeople = (
  people: readonly { id: string; name: string; office: string; title: string }[],
  offices: readonly NamedOffice[],
): Named[] =>
  people.map(({ id, name, office, title }) => ({
    id,
    name,
    marks: [...officeMarks(offices, office), ...titlesIn(title)],
  }))

/** The leaders as cells can name them; of one name they are told by title, body, then by office. */
export const namedLeaders = (
  leaders: readonly { id: string; name: string; office: string; title: string; body: string }[],
  offices: readonly NamedOffice[],
): Named[] =>
  leaders.map(({ id, name, office, title, body }) => ({
    id,
    name,
    marks: [...titlesIn(title), body, ...officeMarks(offices, office)],
  }))

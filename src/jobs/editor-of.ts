import type { District } from '../domain/district'
import { labelOf } from '../domain/names'
import { judgeText } from '../domain/secrecy'
import type { BookId, Ports } from '../ports'

const longest = 60

/** Who changed a workbook last, by name where the lists know the mailbox; '' for the script, or nobody known. */
export const editorOf = (ports: Ports, { people, names }: District, book: BookId): string => {
  const who = ports.tables.editors()[book] ?? ''
  if (who === '' || who === ports.identity.actor()) return ''
  const person = people.find(({ email }) => email !== '' && email === who)
  const listed = names.people.find(({ id }) => id === person?.id)
  const name = listed ? labelOf(names.people, listed) : who
  return name.length <= longest && judgeText(name).level === 'allow' ? name : ''
}

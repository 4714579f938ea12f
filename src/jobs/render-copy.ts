import { addDays } from '../domain/day'
import { officeOf, type Person, withRole } from '../domain/district'
import type { Due, Saying } from '../domain/letter'
import { dueLetters } from '../domain/letters'
import { dayOf } from '../domain/moment'
import { tenureOf } from '../domain/task-readers'
import type { BookId } from '../ports'
import { type CopyFrame, copyText, type Messenger } from '../wording/copy-text'
import { sayLetterKind } from '../wording/pages/control-pages'
import { copyHeadings, copyTab } from '../wording/pages/copy-page'
import { pageOf } from '../wording/pages/page'
import { speakerOf } from '../wording/speak'
import type { Draft } from './draft'
import { mattersIn } from './matters-in'
import type { Run } from './run'
import { taskLists } from './task-lists'

/** How many days a text stands there after the letter that says the same. */
const stands = 3

const frameOf = ({ district }: Run): CopyFrame => {
  const [contact] = [...withRole(district, '操作'), ...withRole(district, '统筹')]
  const office = officeOf(district, contact?.office ?? '')
  const messenger = district.settings.text('messenger')
  return {
    messenger: messenger as Messenger,
    from: office?.short ?? district.settings.text('mail.from'),
    contact: { name: contact?.name ?? '', phone: contact?.phone || (office?.phone ?? '') },
    leaders: district.leaders.map(({ name }) => name),
    speak: speakerOf('zh-CN'),
  }
}

// Every page of a run shows of the same letters those that are its own.
const made = new WeakMap<Run, Due[]>()

/** What is to be told now, to whoever has no mailbox as well. */
const toTell = (run: Run): Due[] => {
  const before = made.get(run)
  if (before) return before
  const { journal, district, control } = run
  const people = district.people.map((each) => ({ ...each, email: each.email || '-' }))
  const since = addDays(dayOf(journal.at), -stands)
  const maker = {
    district: { ...district, people },
    control,
    now: journal.at,
    state: journal.state,
    unreached: new Set(district.people.flatMap(({ id, email }) => (email === '' ? id : []))),
  }
  const due = dueLetters(maker, run.weekly, taskLists(run), mattersIn(run)).filter(({ key }) => {
    const letter = journal.state.letters.get(key)
    return letter === undefined || dayOf(letter.at) >= since
  })
  made.set(run, due)
  return due
}

/**
 * Whether a line may stand at a workbook: one about a task only where that task is carried or seen to,
 * for whoever holds a post desk may be told of others' tasks elsewhere.
 */
const mayStand = (run: Run, book: BookId): ((saying: Saying) => boolean) => {
  if (book === run.control) return () => true
  const own = run.district.offices.filter(({ desk }) => desk === book)
  const tasks = run.tasks.flatMap(({ tasks: all }) => all)
  const elsewhere = tasks.filter(
    (task) =>
      !own.some(({ id, kind, head }) =>
        kind === '督办台'
          ? head !== '' && task.commissioner === head
          : !['', '已转交'].includes(tenureOf(task.state, id)),
      ),
  )
  const others = new Set(elsewhere.map(({ id }) => id))
  return ({ with: facts }) => !others.has(String(facts.no ?? ''))
}

const rowsOf = (
  run: Run,
  frame: CopyFrame,
  due: Due,
  stands: (saying: Saying) => boolean,
): string[][] => {
  const { district } = run
  const person: Person | undefined = district.people.find(({ id }) => id === due.person)
  if (!person) return []
  const office = officeOf(district, person.office)
  const who = [office?.short ?? '', person.name, person.phone || (office?.phone ?? '')]
  const { opening, groups } = due.content
  const lines = groups.flatMap((group) => group.lines)
  const said = due.kind === 'digest' ? lines : [opening]
  const lacking = groups.find(({ head }) => head === 'missing')?.lines.length ?? 0
  return said.filter(stands).map((saying) => {
    const { short, long } = copyText(saying, lacking, frame)
    return [...who, sayLetterKind(due.kind), short, long]
  })
}

/**
 * 可复制文字: what letters say, to be told by telephone or messenger. A desk shows what is for its own
 * people, the control workbook all of it.
 */
export const copyDraft = (run: Run, book: BookId): Draft => {
  const frame = frameOf(run)
  const stands = mayStand(run, book)
  const rows = toTell(run)
    .filter(({ content }) => book === run.control || content.book === book)
    .flatMap((due) => rowsOf(run, frame, due, stands))
  return { kind: 'page', book, tab: copyTab, rows: pageOf(copyHeadings, rows), mayLack: true }
}

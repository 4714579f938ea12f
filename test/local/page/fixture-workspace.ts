import type { Book, InboxMail, Run, Store, Workspace } from '../../../src/local/contract'
import type { Description, WeekDescription } from '../../../src/local/description'
import { planTab, weekTab } from './fixture-tabs'

const friday = Date.parse('2024-11-15T18:00:00+08:00')
const desks = [
  '区委办',
  '区人大办',
  '区政府办',
  '区政协办',
  '区法院',
  '区检察院',
  '区接待办',
  '发改局',
]

export function fixtureBooks(): Book[] {
  const book = (id: string, name: string, kind: Book['kind']): Book => ({
    id,
    name,
    kind,
    counter: 3,
    modified: friday - 3_600_000,
  })
  return [
    book('control', '总台账', 'control'),
    book('board', '总览', 'dashboard'),
    book('ledger', '2024年机器账', 'ledger'),
    ...desks.map((short, index) => book(`desk${index}`, `${short}工作台`, 'desk')),
  ]
}

function week(monday: string, title: string, more: Partial<WeekDescription>): WeekDescription {
  const start = Date.parse(`${monday}T00:00:00+08:00`)
  const hour = 3_600_000
  return {
    monday,
    title,
    number: 46,
    opens: start - 252 * hour,
    cutoff: start - 60 * hour,
    remind: start - 81 * hour,
    feedback: start - 55 * hour,
    closes: start,
    state: '填报中',
    version: 0,
    duties: 6,
    filed: 0,
    late: 0,
    missing: [],
    clashes: 0,
    notices: 0,
    ...more,
  }
}

export function fixtureDescription(): Description {
  return {
    district: '安澜区',
    title: '安澜区区级领导周工作计划',
    now: friday,
    timeZone: 'Asia/Shanghai',
    books: fixtureBooks().map((book) => ({
      book: book.id,
      name: book.name,
      kind: book.kind,
      short: book.name.replace('工作台', ''),
    })),
    tabs: [],
    offices: [],
    leaders: [],
    weeks: [
      week('2024-11-11', '2024年11月11日—11月17日', {
        state: '已印发',
        version: 2,
        filed: 6,
        late: 1,
        notices: 2,
      }),
      week('2024-11-18', '2024年11月18日—11月24日', {
        number: 47,
        state: '待审定',
        version: 1,
        filed: 5,
        late: 1,
        missing: ['区政协办'],
        clashes: 2,
      }),
      week('2024-11-25', '2024年11月25日—12月1日', { number: 48, mark: '2027年放假安排未录入' }),
    ],
    letters: { sent: 31, waiting: 0, withdrawn: 2, uncertain: 1, failed: 0, wrong: [], out: [] },
  }
}

export function fixtureRuns(): Run[] {
  return [0, 1, 2].map((index) => ({
    fn: 'tick',
    at: friday - index * 600_000,
    ms: 5230.4 - index * 900,
    wall: 41,
    outcome: index === 2 ? 'failed' : 'done',
    ...(index === 2 ? { error: 'Service Spreadsheets timed out' } : {}),
    result: '{"outcome":"done"}',
    log: ['read 3'],
    trace: [
      { t: 0, kind: 'open', ss: 'control', ms: 310 },
      { t: 310, kind: 'getValues', ss: 'control', cells: 1200, ms: 420 },
      { t: 730, kind: 'flush', ss: 'desk0', ms: 900, implicit: index === 1 },
      { t: 1630, kind: 'sendEmail', ss: '', recipients: 1, kb: 9.4, ms: 800 },
    ],
  }))
}

export function fixtureMails(): InboxMail[] {
  return [1, 2, 3].map((index) => ({
    file: `2024-11-15T1${index}0000-000${index}.eml`,
    at: `2024-11-15T0${index}:00:00.000Z`,
    to: `liaison${index}@anlan.local`,
    from: '安澜区联席 <lianxi@anlan.local>',
    subject:
      index === 2 ? '11月18日—11月24日周计划已印发（第1版）' : '请报送11月18日—11月24日周计划',
    text: '请于11月15日 12:00 前报送。\n区政协办',
    html: '<html><body style="font-family:sans-serif"><h1>催报</h1><p>请报送 <script>x</script></p></body></html>',
  }))
}

/** A workspace that only reads, for the page. */
export function fixtureWorkspace(more: Partial<Workspace> = {}): Workspace {
  const refuse = () => {
    throw new Error('the page only reads')
  }
  const store: Store = {
    dir: '/nowhere',
    createBook: refuse,
    books: fixtureBooks,
    view: () => [planTab(), weekTab()],
    texts: () => [planTab(), weekTab()],
    type: refuse,
    typings: () => [],
    looks: refuse,
    purge: refuse,
    properties: () => ({}),
    setProperties: refuse,
    fact: () => undefined,
    setFact: refuse,
    runs: () => fixtureRuns(),
    keepRun: refuse,
    syncEach: refuse,
    close: refuse,
  }
  return {
    dir: '/nowhere',
    store,
    now: () => friday,
    moveTo: refuse,
    clock: 'set',
    call: async (fn) => ({
      fn,
      at: friday,
      ms: 0,
      wall: 0,
      outcome: 'done',
      trace: [],
      log: [],
      result: JSON.stringify(fixtureDescription()),
    }),
    inbox: async () => fixtureMails(),
    close: async () => undefined,
    ...more,
  }
}

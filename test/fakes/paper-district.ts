import { type Day, day } from '../../src/domain/day'
import type { District } from '../../src/domain/district'
import { districtOf } from '../../src/domain/district-of'
import { type Journal, journalOf } from '../../src/domain/event'
import { type Moment, momentAt } from '../../src/domain/moment'
import type { Register } from '../../src/domain/register'
import { emptyState, rowKey, type State } from '../../src/domain/state'
import { judgeWeekly, type Weekly, type WeeklyRegisters } from '../../src/domain/weekly'
import { house } from '../../src/registers'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'

/** The workbook that the coordinator keeps in these tests. */
export const control = 'control'

/** A moment in Shanghai, such as 2024-11-15 12:00. */
export const when = (text: string): Moment => momentAt(day(text.slice(0, 10)), text.slice(11))

type Cells = Record<string, string>

const offices: Record<string, Cells> = {
  QWB: {
    name: '区委办公室',
    short: '区委办',
    kind: '四办',
    order: '1',
    head: '周衡',
    desk: 'd-QWB',
  },
  QRD: { name: '区人大常委会办公室', short: '区人大办', kind: '四办', order: '2', desk: 'd-QRD' },
  QZF: { name: '区政府办公室', short: '区政府办', kind: '四办', order: '3', desk: 'd-QZF' },
  QFY: { name: '区人民法院', short: '区法院', kind: '法检', order: '5', desk: 'd-QFY' },
  QJD: { name: '区接待办公室', short: '区接待办', kind: '接待办', order: '6', desk: '无' },
}

const person = (name: string, office: string, roles: string): Cells => ({
  name,
  office,
  roles,
  email: `u${[...name].map((sign) => sign.charCodeAt(0).toString(36)).join('')}@anlan.local`,
})

const people: Record<string, Cells> = {
  P001: person('周衡', '区委办', '统筹、主任'),
  P002: person('林堯安', '区委办', '操作'),
  P003: person('方晓禾', '区委办', '联络员'),
  P004: person('许明远', '区政府办', '联络员'),
  P005: person('赵启飞', '区人大办', '联络员'),
  P006: person('陆知秋', '区法院', '联络员'),
  P007: person('沈亦舟', '区委办', '联络员'),
}

const leaders: Record<string, Cells> = {
  L01: {
    name: '江岳',
    title: '区委书记',
    body: '区委常委',
    order: '1',
    office: '区委办',
    principal: '是',
    liaisonA: '方晓禾',
    liaisonB: '沈亦舟',
  },
  L02: {
    name: '程波',
    title: '区长',
    body: '区委常委',
    order: '2',
    office: '区政府办',
    principal: '是',
    liaisonA: '许明远',
  },
  L03: {
    name: '孟广华',
    title: '主任',
    body: '区人大',
    order: '3',
    office: '区人大办',
    liaisonA: '赵启飞',
  },
  L04: { name: '何思源', title: '副区长', body: '区政府', order: '4', office: '区政府办' },
  L05: {
    name: '郑开元',
    title: '院长',
    body: '区法院院长',
    order: '5',
    office: '区法院',
    liaisonA: '陆知秋',
  },
}

export type PaperDistrict = {
  state: State
  /** Puts a row as it would have been taken in at a moment; cells that are there already change. */
  put(book: string, register: Register, id: string, cells: Cells, at: Moment, after?: Moment): void
  remove(book: string, register: Register, id: string, at: Moment): void
  set(key: string, value: string, from?: string): void
  district(): District
  journal(at: Moment): Journal
  judge(
    at: Moment,
    facts?: { asked?: Day[]; unread?: string[]; registers?: WeeklyRegisters },
  ): Weekly
}

export const weeklyRegisters: WeeklyRegisters = {
  plan: weeklyPlan,
  handIn,
  status: house.status,
  approval: house.approval,
  check: house.check,
}

/** A fingerprint without SHA-256: the same for the same text, no more is asked of it here. */
export const paperDigest = (text: string): string => {
  let sum = 7
  for (const character of text) sum = (sum * 33 + (character.codePointAt(0) ?? 0)) % 4_294_967_291
  return sum.toString(16).padStart(12, '0')
}

/** A district of five offices on paper: no workbook, only what would have been read out of them. */
export function paperDistrict(): PaperDistrict {
  const state = emptyState()
  const { district: lists } = house
  const put: PaperDistrict['put'] = (book, register, id, cells, at, after = at - 600_000) => {
    const journal = journalOf(state, at)
    const known = state.rows.get(rowKey(book, register.id, id))
    const common = { book, register: register.id, key: id, after }
    if (!known) {
      const now = JSON.stringify(cells)
      journal.row({ ...common, happening: '出现', field: '', old: '', now })
      return
    }
    for (const [field, now] of Object.entries(cells)) {
      const old = known.cells[field] ?? ''
      if (old !== now) journal.row({ ...common, happening: '改动', field, old, now })
    }
  }
  const set: PaperDistrict['set'] = (key, value, from = '') => {
    put(control, lists.setting, `${key}|${from}`, { key, value, from }, 0)
  }
  for (const [id, cells] of Object.entries(people)) put(control, lists.person, id, cells, 0)
  for (const [id, cells] of Object.entries(offices)) put(control, lists.office, id, cells, 0)
  for (const [id, cells] of Object.entries(leaders)) put(control, lists.leader, id, cells, 0)
  const district = () => districtOf(state, lists)
  return {
    state,
    put,
    set,
    district,
    remove: (book, register, id, at) => {
      const common = {
        book,
        register: register.id,
        key: id,
        after: at,
        field: '',
        old: '',
        now: '',
      }
      journalOf(state, at).row({ ...common, happening: '消失' })
    },
    journal: (at) => journalOf(state, at),
    judge: (at, { asked = [], unread = [], registers = weeklyRegisters } = {}) =>
      judgeWeekly(journalOf(state, at), registers, district(), {
        control,
        covered: () => at - 600_000,
        unread: new Set(unread),
        asked: new Set(asked),
        digest: paperDigest,
      }),
  }
}

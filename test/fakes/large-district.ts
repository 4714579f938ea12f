import type { District } from '../../src/local/district/district'
import { sampleDistrict } from '../../src/local/sample/sample-district'

const waters = Array.from('柳荷杏桐榆槐枫松竹兰苇蓼菱芦萍藤')
const lands = Array.from('湾坪岗坞塘堤渡桥洲原畈垄陂滩岭')
const surnames = Array.from('柏岑戴凌费廉伍康祁卞穆萧尤屈闵席娄梅盛骆')
const givens = [
  ...['北屏', '砚耕', '知秋', '怀远', '松年', '听泉', '汝南', '景行', '望之', '书田'],
  ...['伯庸', '清越', '承安', '若谷', '一苇', '澄江', '思齐', '慕云', '观复', '晓岚'],
  ...['守拙', '见山', '长风', '半夏', '维桢'],
]

/** The nth of all pairs of these. */
const pairOf = (firsts: readonly string[], seconds: readonly string[], n: number): string =>
  `${firsts[n % firsts.length]}${seconds[Math.floor(n / firsts.length) % seconds.length]}`

const townOf = (n: number, order: number) => {
  const short = `${pairOf(waters, lands, n)}镇`
  const id = `T${String(n + 1).padStart(3, '0')}`
  const phone = `0800-63${String(n).padStart(4, '0')}`
  const office = { id, name: `${short}人民政府`, short, kind: '部门' as const, desk: true, phone }
  const people = ([['主任'], ['联络员']] as const).map((roles, i) => ({
    id: `${id}-${i + 1}`,
    name: pairOf(surnames, givens, n * 2 + i),
    office: id,
    title: `${short}党政办公室${i === 0 ? '主任' : '干部'}`,
    roles: [...roles],
    email: `${id.toLowerCase()}-${i + 1}@anlan.local`,
    phone,
  }))
  return { office: { ...office, order, head: `${id}-1` }, people }
}

/** 安澜区 with as many desks as wished (at most 240 more than the sample): its towns are invented. */
export const largeDistrict = (desks: number, firstMonday: string): District => {
  const sample = sampleDistrict(firstMonday)
  const some = sample.offices.slice(0, desks)
  const kept = new Set(some.map(({ id }) => id))
  const people = sample.people.filter(({ office }) => kept.has(office))
  const known = new Set(people.map(({ id }) => id))
  const towns = Array.from({ length: Math.max(0, desks - some.length) }, (_, n) =>
    townOf(n, some.length + n + 1),
  )
  return {
    ...sample,
    offices: [
      ...some.map((office) => ({ ...office, head: known.has(office.head) ? office.head : '' })),
      ...towns.map(({ office }) => office),
    ],
    people: [...people, ...towns.flatMap((town) => town.people)],
    leaders: sample.leaders.filter(({ office }) => kept.has(office)),
    absences: sample.absences.filter(({ person }) => known.has(person)),
  }
}

import type { Paper as MadePaper } from '../../src/domain/paper'
import { versionKey } from '../../src/domain/version-text'
import { papersOfRun } from '../../src/jobs/papers'
import { sampleLeaders } from '../../src/local/sample/sample-leaders'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, type PaperDistrict, paperDistrict, when } from './paper-district'
import { paperRun } from './paper-run'
import { decide, say } from './paper-week'

const desks: Record<string, 'QWB' | 'QRD' | 'QZF' | 'QFY'> = {
  QWB: 'QWB',
  QZFB: 'QZF',
  QRDB: 'QRD',
  QZXB: 'QRD',
  QFY: 'QFY',
  QJCY: 'QFY',
}

const one = { name: '何思源', title: '副区长', body: '区政府', office: 'QZFB' }

/** 25 leaders in order of protocol, all of them in scope. */
export const fullLeaders = (() => {
  const all = sampleLeaders()
  const at = all.findIndex(({ body }) => body === '区政协')
  return [...all.slice(0, at), one, ...all.slice(at)].map((leader, i) => ({
    id: `L${String(i + 1).padStart(2, '0')}`,
    name: leader.name,
    title: leader.title,
    body: leader.body,
    order: String(i + 1),
    office: desks[leader.office] ?? 'QWB',
  }))
})()

const short = { QWB: '区委办', QRD: '区人大办', QZF: '区政府办', QFY: '区法院' } as const

const own: [on: string, part: string, from: string, to: string, what: string, place: string][] = [
  ['2024-11-19', '上午', '09:30', '11:00', '调研重点项目建设进展情况', '高新产业园'],
  ['2024-11-20', '下午', '15:00', '', '研究冬春安全生产和消防工作', '三楼会议室'],
  ['2024-11-21', '上午', '09:00', '11:30', '走访联系企业，听取意见建议', '城东街道'],
  ['2024-11-22', '下午', '14:30', '17:00', '主持召开分管领域工作例会', '二楼会议室'],
  ['2024-11-19', '晚上', '19:30', '21:00', '督查值班值守情况', '总值班室'],
]

const lineOf = (leader: (typeof fullLeaders)[number], more: Record<string, string>) => ({
  week: '2024-11-18',
  leader: leader.name,
  manner: '',
  ...more,
})

/** A week of 25 leaders as it was issued, with a 本办 line, one without a day, and one changed since. */
export function fullWeek({ issued = true } = {}): PaperDistrict {
  const paper = paperDistrict()
  paper.set('weekly.firstWeek', '2024-11-18')
  paper.set('weekly.scope', '区委常委、区人大、区政府、区政协、区法院院长、区检察院检察长')
  for (const leader of fullLeaders) {
    const { id, ...cells } = leader
    const office = short[leader.office]
    paper.put(
      control,
      house.district.leader,
      id,
      { ...cells, office, liaisonA: '', liaisonB: '' },
      0,
    )
  }
  const filed = when('2024-11-14 10:00')
  fullLeaders.forEach((leader, i) => {
    const put = (n: number, more: Record<string, string>) =>
      paper.put(
        `d-${leader.office}`,
        weeklyPlan,
        `${leader.office}-${leader.id}-${n}`,
        lineOf(leader, more),
        filed,
      )
    if (i === 8) return put(0, { what: '机关日常工作' })
    put(0, {
      on: '2024-11-18',
      part: '上午',
      from: '09:00',
      to: '10:30',
      what: '全区安全生产大会',
      place: '区会议中心',
      manner: i === 0 ? '主持' : '参加',
      host: '区应急局',
    })
    own.slice(0, 3 + (i % 3)).forEach(([on, part, from, to, what, place], n) =>
      put(n + 1, {
        on,
        part,
        from,
        to,
        what,
        place,
        ...(i === 1 && n === 0 ? { audience: '本办' } : {}),
      }),
    )
    if (i === 2) put(9, { what: '赴市参加专题培训', on: '待定' })
  })
  for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const) say(paper, office, filed)
  paper.judge(filed)
  if (!issued) return paper
  decide(paper, 1, when('2024-11-15 13:00'))
  paper.judge(when('2024-11-15 17:00'))
  if (paper.state.versions.get(versionKey(weeklyPlan, '2024-11-18'))?.issued !== 1)
    throw new Error('the full week was not issued')
  const changed = { from: '10:00', to: '11:30', reason: '上级临时安排' }
  paper.put('d-QWB', weeklyPlan, 'QWB-L01-1', changed, when('2024-11-18 09:00'))
  for (const at of ['09:00', '09:10', '09:20']) paper.judge(when(`2024-11-18 ${at}`))
  return paper
}

/** A paper of the full week as it stands on Monday morning, by its key. */
export function fullPaper(key: string, paper = fullWeek()): MadePaper {
  const at = when('2024-11-18 09:30')
  const { paper: made, offers } = papersOfRun(paperRun(paper, at, paper.judge(at)), key)
  if (!made) throw new Error(`no ${key} among ${offers.map((each) => each.key).join(', ')}`)
  return made
}

import { approvalOf, decideOn, filedDistrict, filedWeek, fileOffices } from './filed-district'
import type { MemoryDistrict, Row } from './memory-district'
import { shownIn, Witness, type Writer, writers } from './witness'

/** What people do between two ticks. */
export type Step =
  | { do: 'tick' }
  | { do: 'change'; who: Writer; cells: Row }
  | { do: 'reason'; who: Writer }
  | { do: 'cancel'; who: Writer }
  | { do: 'return'; who: Writer }
  | { do: 'file'; who: Writer }
  | { do: 'decide'; by: string; word: string; ahead: boolean }
  | { do: 'empty' }
  | { do: 'ask' }
  | { do: 'namesake' }
  | { do: 'rename' }

const idOf = (district: MemoryDistrict, who: Writer): string => {
  const { book, leader } = writers[who]
  return district.page(book, '周计划填报').find((row) => row['领导姓名'] === leader)?.['编号'] ?? ''
}

/** One play: what is typed, and after each tick what everybody may have seen. */
export class Play {
  readonly district = filedDistrict()
  readonly witness = new Witness()
  private at = Date.parse('2024-11-14T09:00:00Z')
  private isIssued = false
  private isTwice = false
  private reasons = 0
  private attempts = [1, 1]

  constructor() {
    for (const at of [0, 1] as const) {
      const { book, leader } = writers[at]
      const row = { 周次: filedWeek, 领导姓名: leader, ...this.witness.typed[at] }
      this.district.type(book, '周计划填报', {}, { ...row, '参加人员/单位': '区政协办' })
    }
    fileOffices(this.district)
    this.tick()
  }

  tick(to?: string): void {
    this.at = to ? Date.parse(`${to.replace(' ', 'T')}:00Z`) : this.at + 600_000
    this.district.tick(new Date(this.at).toISOString().slice(0, 16).replace('T', ' '))
    this.witness.tick()
    this.look()
  }

  newest(): number {
    return Math.max(0, ...this.district.page('总台账', '审定').map((row) => Number(row['版本'])))
  }

  /** What stands in front of the approver, when he decides. */
  approve(by: string): void {
    const n = this.newest()
    if (n === 0 || approvalOf(this.district, n)['状态'] !== '待审定') return
    if (approvalOf(this.district, n)['审定'] !== '') return
    const lines = shownIn(this.district.sheet('总台账', '一周安排表'))
    this.witness.read.push(
      new Set(
        lines.filter(({ mark }) => mark !== '取消').map((one) => `${one.leader} ${one.text}`),
      ),
    )
    decideOn(this.district, n, { 审定: '同意', 审定人: by })
  }

  /** Every word at an office was in front of the approver, or is marked with the former one that was. */
  private look(): void {
    const shown = shownIn(this.district.sheet('区政协办', '一周安排表'))
    const signed = (read: Set<string>) =>
      shown.every(({ leader, text, mark, former }) => {
        if (mark === '新增') return true
        if (mark === '调整') {
          return [...read].some((each) => {
            const was = each.slice(leader.length + 1)
            return each.startsWith(leader) && (former === was || former.endsWith(` ${was}`))
          })
        }
        return read.has(`${leader} ${text}`) || (mark === '取消' && former !== '')
      })
    for (const { leader } of shown) this.witness.issued(leader)
    if (shown.length > 0 && !this.witness.read.some(signed))
      throw new Error(`nobody approved ${JSON.stringify(shown)}`)
    const letters = this.district.world.letters.filter(({ subject }) =>
      subject.includes('安排调整通知'),
    )
    const told = letters.map(({ to, subject }) => `${to} ${subject}`)
    const once = new Set(told.filter((each) => each.startsWith('p010@anlan.local ')))
    if (told.length !== this.witness.notices || once.size !== told.length)
      throw new Error(
        `${this.witness.notices} changes were to be told, told were ${told.join('; ')}`,
      )
  }

  do(step: Step): void {
    const { district, witness } = this
    if (step.do === 'tick') this.tick()
    if (step.do === 'change') {
      // Nobody meets another at his place: who is touched is told from what the lines name.
      const { 地点: room, ...rest } = step.cells
      const at = room ? { 地点: `${writers[step.who].place}${room}` } : {}
      this.type(step.who, { ...rest, ...at })
    }
    if (step.do === 'reason') this.type(step.who, { 调整原因: `原因${(this.reasons += 1)}` })
    if (step.do === 'cancel') {
      const isOff = witness.typed[step.who]?.['落实情况'] === '取消'
      if (!isOff || !this.isTwice) this.type(step.who, { 落实情况: isOff ? '' : '取消' })
    }
    if (step.do === 'return') this.sendBack(step.who)
    if (step.do === 'file') this.file(step.who)
    if (step.do === 'decide') this.decide(step)
    if (step.do === 'empty' && this.newest() > 0)
      decideOn(district, this.newest(), { 审定: '', 审定人: '' })
    if (step.do === 'ask')
      district.type('总台账', '手动操作', {}, { 事项: '送审', 对象: filedWeek })
    if (step.do === 'namesake' && !this.isIssued)
      district.type(
        '总台账',
        '人员',
        { 编号: 'P101' },
        { 编号: 'P101', 姓名: '周衡', 单位: '区法院' },
      )
    if (step.do === 'rename')
      district.type('总台账', '单位', { 编号: 'QRDB' }, { 简称: '区人大机关', 排序: '9' })
  }

  private type(at: Writer, row: Row): void {
    this.district.type(writers[at].book, '周计划填报', { 编号: idOf(this.district, at) }, row)
    this.witness.type(at, row)
  }

  private sendBack(at: Writer): void {
    const { book } = writers[at]
    const id = `${filedWeek}-${book === '区人大办' ? 'QRDB' : 'QZFB'}`
    const reason = `请核对${(this.reasons += 1)}`
    this.district.type('总台账', '报送情况', { 编号: id }, { 退回原因: reason })
  }

  private file(at: Writer): void {
    const { book } = writers[at]
    const rows = this.district.page(book, '报送').filter((row) => row['周次'] === filedWeek)
    this.attempts[at] = rows.length
    const row = { 编号: rows[rows.length - 1]?.['编号'] ?? '' }
    this.district.type(book, '报送', row, { 报送: '是' })
  }

  private decide({ by, word, ahead }: { by: string; word: string; ahead: boolean }): void {
    if (by === 'right') {
      this.isTwice = true
      this.approve('周衡（区委办）')
      return
    }
    // Beside the version that is there, or beside the one that is not there yet.
    const n = this.newest() + (ahead ? 1 : 0)
    // While nobody has his name 周衡 is he, and what he approves he has read.
    const alone = !this.district.page('总台账', '人员').some((row) => row['编号'] === 'P101')
    if (by === '周衡' && word === '同意' && alone && !ahead) this.approve(by)
    else decideOn(this.district, n, { 编号: `${filedWeek}-v${n}`, 审定: word, 审定人: by })
  }

  /** Friday afternoon: all is in, and whoever may approves what is put up by then. */
  feedback(): void {
    this.tick()
    this.tick('2024-11-15 17:00')
    this.tick()
    for (const at of [0, 1] as const) this.file(at)
    this.tick()
    if (this.newest() > 0) decideOn(this.district, this.newest(), { 审定: '', 审定人: '' })
    this.tick()
    this.approve('周衡（区委办）')
    this.tick()
    this.tick()
    const shown = shownIn(this.district.sheet('区政协办', '一周安排表'))
    if (shown.length !== 2) throw new Error(`${shown.length} lines were given back`)
    this.isIssued = true
    this.tick('2024-11-18 09:00')
  }
}

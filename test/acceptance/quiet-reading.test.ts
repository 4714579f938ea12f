import { expect, it } from 'vitest'
import type { Faults, Run } from '../../src/local/contract'
import { makeDistrict, nothingPlanned } from './small-district'

const week = '2024-11-18'
const tab = '周计划填报'

/** A desk with one line, an hour after everything was read, written and told. */
const atRest = async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.type('区委办', tab, [nothingPlanned(week, '江岳')], '2024-11-12 10:00')
  await district.playTo('2024-11-12 11:00')
  const view = district.view('区委办', tab)
  const { store } = district.workspace
  const place = (heading: string) => ({
    rowKey: view.rowKeys[2] ?? '',
    column: view.rows[1]?.indexOf(heading) ?? -1,
  })
  const set = (heading: string, value: string, by = '叶知秋') => {
    const edit = { kind: 'set' as const, ...place(heading), value }
    store.type(district.book('区委办'), view.sheetId, [edit], by)
  }
  return { district, set }
}

/** The call after the first of a kind: what a workbook costs once beside its calls is no call. */
const callAfter = ({ trace }: Run, kind: string): number => {
  const at = trace.findIndex((line) => line.kind === kind)
  const before = trace.slice(0, at + 1)
  return before.filter((line) => line.kind !== 'ss.firstRead' && line.kind !== 'ss.firstWrite')
    .length
}

/** What a run read and wrote, by the workbooks it touched. */
const touched = (trace: readonly { kind: string; ss: string }[], kind: string): string[] => [
  ...new Set(trace.filter((line) => line.kind === kind).map(({ ss }) => ss)),
]

it('a column of the script that somebody typed over reads as before at the next tick', async () => {
  const { district, set } = await atRest()
  const before = district.page('区委办', tab)
  const account = district.workspace.store.fact('role') ?? 'lianxi@anlan.local'
  set('状态', '改过', account)
  expect(district.page('区委办', tab)).not.toEqual(before)
  await district.tick('2024-11-12 11:10')
  expect(district.page('区委办', tab)).toEqual(before)
})

it('a cell that was typed and taken back moves its desk, and nothing is written to any', async () => {
  const { district, set } = await atRest()
  const before = district.page('区委办', tab)
  set('备注', '待定')
  set('备注', '')
  const { trace } = await district.tick('2024-11-12 11:10')
  expect(touched(trace, 'range.getFormulas')).toContain(district.book('区委办'))
  expect(touched(trace, 'range.setValues')).not.toContain(district.book('区委办'))
  expect(district.page('区委办', tab)).toEqual(before)
})

it('a run that was killed before its pages is made good by the next, though no desk says more', async () => {
  const given = async (faults: Faults) => {
    const { district } = await atRest()
    const task = {
      任务内容: '规范公文运转',
      牵头: '区政府办',
      交办日期: '2024-11-12',
      完成时限: '2024-11-29',
    }
    await district.type('总台账', '任务交办', [task], '2024-11-12 11:10', '周衡')
    const run = await district.tick('2024-11-12 11:10', faults)
    await district.tick('2024-11-12 11:20')
    return { run, todo: district.sheet('区政府办', '本办待办') }
  }
  const whole = await given({})
  expect(whole.todo.flat().join()).toContain('规范公文运转')
  // The first flush makes the events last, and tells no page of them.
  const flushed = callAfter(whole.run, 'ss.flush')
  for (const killAt of [flushed, flushed + 8]) {
    const { run, todo } = await given({ killAt })
    expect(run.outcome).toBe('killed')
    expect(todo).toEqual(whole.todo)
  }
})

import { describe, expect, test } from 'vitest'
import { defaultRole } from '../../../src/local/store'
import { tinyWorkspace } from '../tiny-workspace'

const coordinator = 'heng.zhou@anlan.local'
const clerk = 'yaoan.lin@anlan.local'
const write = 'sheet.getRange(1, 2, 1, 1).setValues([["甲"]])'
const sentence = 'You are trying to edit a protected cell or object.'

function protectedWorkspace(more: object) {
  const tiny = tinyWorkspace()
  const range = { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 }
  const protectedRange = { protectedRangeId: 7, range, description: '编号由系统给出', ...more }
  tiny.store.looks(tiny.control, [{ addProtectedRange: { protectedRange } }])
  return tiny
}

describe('protected ranges (Protection of Google’s reference)', () => {
  test('a user who is not among the editors cannot write there', () => {
    const { run } = protectedWorkspace({ editors: { users: [coordinator] } })
    expect(run(write, { user: clerk }).error).toContain(sentence)
    expect(run(write, { user: coordinator }).outcome).toBe('done')
    expect(run(write, { user: defaultRole }).outcome).toBe('done')
    expect(run(write.replace('1, 2', '1, 1'), { user: clerk }).outcome).toBe('done')
  })

  test('an appended row that reaches into it is refused', () => {
    const { run } = protectedWorkspace({})
    expect(run('sheet.appendRow(["甲", "乙"])', { user: clerk }).error).toContain(sentence)
    expect(run('sheet.appendRow(["甲"])', { user: clerk }).outcome).toBe('done')
  })

  test('a warning alone stops nobody', () => {
    const { run } = protectedWorkspace({ warningOnly: true })
    expect(run(write, { user: clerk }).outcome).toBe('done')
  })

  test('a person’s typing is refused in one sentence that says why', () => {
    const { store, control } = protectedWorkspace({})
    const edit = { kind: 'append' as const, values: ['', '甲'] }
    expect(() => store.type(control, 0, [edit], '周衡')).toThrow(
      '「工作表1」第 1 行受保护，不能修改（编号由系统给出）',
    )
    expect(store.type(control, 0, [{ kind: 'append', values: ['甲', ''] }], '周衡')).toHaveLength(1)
  })

  test('a tab that is wholly protected is shown as locked', () => {
    const { store, control } = tinyWorkspace()
    const protectedRange = { protectedRangeId: 8, range: { sheetId: 0 } }
    expect(store.view(control)[0]?.locked).toBe(false)
    store.looks(control, [{ addProtectedRange: { protectedRange } }])
    expect(store.view(control)[0]?.locked).toBe(true)
  })
})

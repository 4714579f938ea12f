import { describe, expect, test } from 'vitest'
import { areaRequests, areasOf, listRule, rgb } from '../../src/layout/cell-looks'
import { sameLook } from '../../src/layout/current-looks'
import { listLook, todoLook } from '../../src/layout/page-looks'
import { registerLook } from '../../src/layout/register-looks'
import { colours, sheetIdOf } from '../../src/layout/tab-look'
import { registers } from '../../src/registers'
import { setting } from '../../src/registers/setting'
import { weeklyPlan } from '../../src/registers/weekly-plan'

describe('a register’s tab', () => {
  const look = registerLook(weeklyPlan, 3)
  const column = (heading: string) => look.columns.find((each) => each.heading === heading)

  test('has the columns of its fields, in their order', () => {
    expect(look.columns.map(({ heading }) => heading)).toEqual(
      Object.values(weeklyPlan.fields).map(({ heading }) => heading),
    )
  })

  test('folds what is not core, but never 编号 or the state', () => {
    expect(column('周次')?.folded).toBe(true)
    for (const heading of ['编号', '领导姓名', '日期', '状态'])
      expect(column(heading)?.folded).toBe(false)
  })

  test('folds nothing where there is little to fold', () => {
    expect(registerLook(setting, 0).columns.some(({ folded }) => folded)).toBe(false)
  })

  test('has grey script columns, drop-downs of its choices, and is not locked', () => {
    expect(column('星期')?.script).toBe(true)
    expect(column('时段')?.choices).toEqual(['上午', '下午', '晚上', '全天'])
    expect(look.locked).toBe(false)
  })

  test('colours by what the script wrote only: its own state column', () => {
    const state = look.columns.findIndex(({ heading }) => heading === '状态')
    for (const { columns } of look.colourings)
      expect(columns).toEqual({ from: state, to: state + 1 })
  })
})

test('no two tabs of the house share a sheet id, and one name has one id everywhere', () => {
  const names = [
    ...registers.map(({ title }) => title),
    '本办待办',
    '一周安排表',
    '催报单',
    '冲突',
    '问题',
    '发件情况',
    '各办意见',
    '总览',
    '走势',
    '数据',
    '任务一览',
  ]
  expect(new Set(names.map(sheetIdOf)).size).toBe(names.length)
  expect(registerLook(weeklyPlan, 9).sheetId).toBe(sheetIdOf('周计划填报'))
  // Protection ids are made from it, and the Sheets API takes 32 bits.
  for (const name of names) expect(sheetIdOf(name) * 100 + 99).toBeLessThan(2 ** 31)
})

test('pages are locked and wholly the script’s', () => {
  for (const look of [
    todoLook('本办待办', ['类别', '事项']),
    listLook('问题', 1, ['类别', '说明']),
  ]) {
    expect(look.locked).toBe(true)
    expect(look.columns.every(({ script }) => script)).toBe(true)
  }
})

describe('the areas a tab is made of', () => {
  const areas = areasOf(registerLook(weeklyPlan, 0), 50)

  test('cover every cell once', () => {
    const width = Object.keys(weeklyPlan.fields).length
    const covered = areas.flatMap(({ top, bottom, left, right }) =>
      Array.from({ length: bottom - top }, (_, r) =>
        Array.from({ length: right - left }, (__, c) => `${top + r}:${left + c}`),
      ).flat(),
    )
    expect(covered).toHaveLength(50 * width)
    expect(new Set(covered).size).toBe(covered.length)
  })

  test('are plain text everywhere: 11.20 typed as a day must not become a number', () => {
    for (const { look } of areas)
      expect(look.format.numberFormat).toEqual({ type: 'TEXT', pattern: '@' })
  })

  test('without choices a drop-down is taken away, with them it only warns', () => {
    const [plain] = areas.filter(({ look }) => look.choices.length === 0)
    const [list] = areas.filter(({ look }) => look.choices.length > 0)
    if (!plain || !list) throw new Error('an area is missing')
    expect(areaRequests(7, plain)[1]).toEqual({ setDataValidation: { range: expect.any(Object) } })
    expect(areaRequests(7, list)[1]).toMatchObject({
      setDataValidation: { rule: { strict: false } },
    })
    expect(listRule(['是', '否']).condition).toMatchObject({ type: 'ONE_OF_LIST' })
  })
})

describe('comparing looks', () => {
  test('members at their default, doubled colours and 8-bit rounding say nothing new', () => {
    const wanted = {
      backgroundColorStyle: { rgbColor: rgb('#fbeeec') },
      textFormat: { bold: false },
    }
    const answered = {
      textFormat: {},
      backgroundColor: { red: 0.9843137, green: 0.93333334, blue: 0.9254902 },
      backgroundColorStyle: { rgbColor: { red: 0.9843137, green: 0.93333334, blue: 0.9254902 } },
    }
    expect(sameLook(wanted, answered)).toBe(true)
  })

  test('a colour without a component has nothing of it', () => {
    expect(sameLook({ rgbColor: { red: 1 } }, { rgbColor: rgb('#ff0000') })).toBe(true)
  })

  test('another colour, width, list or weight is another look', () => {
    const style = (hex: string) => ({ backgroundColorStyle: { rgbColor: rgb(hex) } })
    expect(sameLook(style(colours.red), style(colours.amber))).toBe(false)
    expect(sameLook({ bold: true }, {})).toBe(false)
    expect(sameLook(listRule(['是', '否']), listRule(['否', '是']))).toBe(false)
    expect(sameLook(undefined, listRule(['是']))).toBe(false)
  })
})

import { expect, test } from 'vitest'
import { asHeaded } from '../../src/layout/as-headed'
import { registerLook } from '../../src/layout/register-looks'
import { weeklyPlan } from '../../src/registers/weekly-plan'

const look = registerLook(weeklyPlan, 3)
const headings = look.columns.map((column) => column.heading)
const part = (columns: typeof look.columns) =>
  columns.findIndex((each) => each.choices[0] === '上午')

test('the looks go with the heading when a column was moved, renamed or inserted', () => {
  const moved = [
    '我办备注',
    ...headings.toReversed().map((each) => (each === '领导姓名' ? '姓名' : each)),
  ]
  const now = asHeaded(look, moved)
  expect(part(now.columns)).toBe(moved.indexOf('时段'))
  expect(now.columns[0]).toMatchObject({ heading: '我办备注', choices: [], script: false })
  expect(now.columns[moved.indexOf('姓名')]?.heading).toBe('领导姓名')
  expect(now.colourings.map(({ columns }) => columns.from)).toEqual(
    look.colourings.map(() => moved.indexOf('状态')),
  )
})

test('a tab whose headings stand as declared looks as declared', () => {
  expect(asHeaded(look, headings)).toEqual(look)
})

test('a tab without any known heading keeps its looks', () => {
  expect(asHeaded(look, ['', '甲', '乙'])).toBe(look)
})

import type { Field, FieldKind } from '../domain/field'
import type { Register } from '../domain/register'
import { type Colouring, colours, sheetIdOf, type TabLook } from './tab-look'
import { lightColourings, stageColourings } from './task-colourings'

const widths: Record<FieldKind, number> = {
  text: 140,
  day: 110,
  time: 76,
  moment: 140,
  number: 72,
  choice: 92,
  flag: 76,
  person: 92,
  office: 110,
  leader: 96,
  link: 140,
  mailbox: 140,
  steps: 240,
  setting: 140,
  settingKey: 168,
}

const wide = /内容|意见|说明|原因|缺报|结果|来源|情况$/

const widthOf = (field: Field): number => {
  if (field.heading === '编号') return 164
  if (/^(邮箱|报送时间)$/.test(field.heading)) return 190
  return wide.test(field.heading) ? 240 : widths[field.kind]
}

const red: Pick<Colouring, 'background' | 'colour'> = {
  background: colours.red,
  colour: colours.redText,
}
const amber: Pick<Colouring, 'background' | 'colour'> = {
  background: colours.amber,
  colour: colours.amberText,
}
const green: Pick<Colouring, 'background' | 'colour'> = {
  background: colours.green,
  colour: colours.greenText,
}

/** Words of a state column and the colour each gives its cell. */
export const stateColourings = (column: number): Colouring[] => {
  const at = { from: column, to: column + 1 }
  const says = (value: string, look: typeof red): Colouring => ({
    columns: at,
    condition: { type: 'TEXT_CONTAINS', value },
    ...look,
  })
  return [
    ...stageColourings(column),
    says('待补', red),
    says('退回', red),
    says('未报', red),
    says('逾期', red),
    says('补报', amber),
    says('待审定', amber),
    says('草稿', amber),
    says('待办', amber),
    says('延续', amber),
    says('已', green),
  ]
}

/** The names a column offers where several are called alike, by the kind of column. */
export type OfferedNames = Partial<Record<FieldKind, readonly string[]>>

const choicesOf = (field: Field, offered: OfferedNames): readonly string[] =>
  field.choices.length > 0 || field.many || field.computed
    ? field.choices.map((choice) => choice.value)
    : (offered[field.kind] ?? [])

/** How the tab of a register looks; columns beyond the core ones stand in a collapsed group. */
export const registerLook = (
  register: Register,
  index: number,
  offered: OfferedNames = {},
): TabLook => {
  const fields = Object.entries(register.fields)
  const folds = fields.filter(([, field]) => !field.core && !field.computed).length > 4
  const light = fields.findIndex(([key, field]) => key === 'light' && field.computed)
  const state = fields.findIndex(([key]) => key === register.state)
  return {
    name: register.title,
    sheetId: sheetIdOf(register.title),
    index,
    columns: fields.map(([key, field]) => ({
      heading: field.heading,
      aliases: field.aliases,
      width: widthOf(field),
      script: field.computed && field.open !== true,
      folded: folds && !field.core && key !== 'id' && key !== register.state,
      choices: choicesOf(field, offered),
    })),
    frozenRows: 2,
    frozenColumns: register.home === 'desk' ? 1 : 0,
    tabColour: register.home === 'desk' ? '#3f6f8f' : '#8a7a55',
    locked: false,
    hidden: false,
    colourings: [
      ...(light < 0 ? [] : lightColourings(light)),
      ...(state < 0 ? [] : stateColourings(state)),
    ],
    headed: true,
  }
}

import { describe, expect, test } from 'vitest'
import { choice, computed, day, flag, number, optional, text } from '../../src/domain/field'

describe('a column as it is written down', () => {
  test('is required, typed by people and in the collapsed group unless it says otherwise', () => {
    expect(text('活动内容')).toEqual({
      kind: 'text',
      heading: '活动内容',
      aliases: [],
      required: true,
      computed: false,
      core: false,
      choices: [],
      many: false,
    })
  })

  test('can be optional, computed or both', () => {
    expect(optional(text('备注'))).toMatchObject({ required: false, computed: false })
    expect(optional(computed(number('延续次数')))).toMatchObject({
      kind: 'number',
      required: false,
      computed: true,
    })
  })

  test('keeps what it is given', () => {
    const on = day('日期', { core: true, inherits: 'above', span: { from: 'from' } })
    expect(on).toMatchObject({ core: true, inherits: 'above', span: { from: 'from' } })
  })

  test('lists the values of a drop-down in order, with other words for them', () => {
    expect(choice('性质', [['休息', '放假'], '上班']).choices).toEqual([
      { value: '休息', synonyms: ['放假'] },
      { value: '上班', synonyms: [] },
    ])
    expect(flag('报送').choices.map(({ value }) => value)).toEqual(['是', '否'])
  })
})

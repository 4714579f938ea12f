import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NAME_VARIANTS } from '../../src/domain/name-variants'
import { findByName, foldName, labelOf, type Named, withoutTitle } from '../../src/domain/names'

const people = [
  { id: 'P1', name: '林堯安' },
  { id: 'P2', name: '周衡' },
  { id: 'P3', name: '江岳' },
  { id: 'P4', name: '孟哲' },
  { id: 'P5', name: '孟喆' },
  { id: 'P6', name: '赵启飞' },
  { id: 'P7', name: '赵启飞' },
  { id: 'P8', name: '许明远', aliases: ['老许'] },
]

describe('a name as it is compared', () => {
  test.each([
    ['林堯安', '林尧安'],
    ['林 堯 安', '林尧安'],
    ['周　衡', '周衡'],
    ['許明遠', '许明远'],
    ['趙啓飛', '赵启飞'],
    ['ＡＢ', 'ab'],
    ['买买提•艾则孜', '买买提·艾则孜'],
    ['周\u200b衡', '周衡'],
  ])('%s is as %s', (typed, folded) => {
    expect(foldName(typed)).toBe(folded)
  })

  test.each([
    ['喆', '哲'],
    ['昇', '升'],
    ['堃', '坤'],
    ['邨', '村'],
    ['淼', '渺'],
  ])('%s and %s stay two characters: they tell people apart', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other))
  })

  test('folding what is folded changes nothing', () => {
    for (const [variant, plain] of NAME_VARIANTS) {
      expect(foldName(foldName(variant))).toBe(plain)
      expect(variant).not.toBe(plain)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        expect(foldName(foldName(any))).toBe(foldName(any))
      }),
    )
  })

  test.each([
    ['江岳书记', '江岳'],
    ['程波区长', '程波'],
    ['周衡副主任', '周衡'],
    ['林堯安同志', '林尧安'],
    ['书记', '书记'],
    ['江书记', '江书记'],
  ])('%s without its title is %s', (typed, bare) => {
    expect(withoutTitle(typed)).toBe(bare)
  })
})

describe('who is named', () => {
  test('E3: 林尧安 is 林堯安, whose name stays as it was stored', () => {
    expect(findByName(people, '林尧安')).toEqual({ found: 'one', one: people[0] })
  })

  test('a listed short name will do', () => {
    expect(findByName(people, '老许')).toMatchObject({ found: 'one', one: { id: 'P8' } })
  })

  test('two people of one name are several', () => {
    expect(findByName(people, '赵启飞')).toMatchObject({
      found: 'several',
      several: [{ id: 'P6' }, { id: 'P7' }],
    })
  })

  test('孟喆 is not 孟哲', () => {
    expect(findByName(people, '孟喆')).toMatchObject({ found: 'one', one: { id: 'P5' } })
  })

  test.each(['启飞', '主任', '江书记', '', ' ', '林'])(
    '%j names nobody: no guess by title or given name',
    (typed) => {
      expect(findByName(people, typed, { titles: true })).toEqual({ found: 'none' })
    },
  )

  test('a title after the full name is passed over only when asked', () => {
    expect(findByName(people, '江岳书记')).toEqual({ found: 'none' })
    expect(findByName(people, '江岳书记', { titles: true })).toMatchObject({ one: { id: 'P3' } })
  })
})

describe('two of one name', () => {
  const list: Named[] = [
    { id: 'P1', name: '张伟', marks: ['区委办', '区委办公室', '科长'] },
    { id: 'P2', name: '张伟', marks: ['区政府办', '区政府办公室', '科长'] },
    { id: 'P3', name: '张伟', marks: ['区政府办', '区政府办公室', '主任'] },
    { id: 'P4', name: '周衡', marks: ['区委办'] },
  ]

  test.each([
    ['张伟（区委办）', 'P1'],
    ['张伟(区委办公室)', 'P1'],
    ['区委办张伟', 'P1'],
    ['张伟 【主任】', 'P3'],
    ['张伟主任', 'P3'],
    ['张伟—P2', 'P2'],
    ['周衡（区委办）', 'P4'],
    ['张伟（区政府办）', 'P2 P3'],
    ['张伟科长', 'P1 P2'],
    ['张伟（区法院）', ''],
    ['周衡（区法院）', ''],
    ['张伟', 'P1 P2 P3'],
  ])('%s is %s', (typed, ids) => {
    const found = findByName(list, typed, { titles: true })
    const named =
      found.found === 'one' ? [found.one] : found.found === 'several' ? found.several : []
    expect(named.map(({ id }) => id).join(' ')).toBe(ids)
  })

  test('are shown by what only one of them has', () => {
    expect(list.map((one) => labelOf(list, one))).toEqual([
      '张伟（区委办）',
      '张伟（区政府办科长）',
      '张伟（主任）',
      '周衡',
    ])
    for (const one of list) {
      expect(findByName(list, labelOf(list, one))).toMatchObject({ found: 'one', one })
    }
  })
})

import { describe, expect, test } from 'vitest'
import { sharedJson } from '../../../src/local/runtime/shared-json'

describe('a large answer with equal parts', () => {
  test('is written with each part once', () => {
    const cell = { bold: true }
    const row = { values: [cell, cell, { bold: false }] }
    expect(JSON.parse(sharedJson({ rows: [row, row] }))).toEqual({
      shared: [{ bold: true }, { values: [{ $shared: 0 }, { $shared: 0 }, { bold: false }] }],
      whole: { rows: [{ $shared: 1 }, { $shared: 1 }] },
    })
  })
})

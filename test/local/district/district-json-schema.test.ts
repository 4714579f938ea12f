import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { districtJsonSchema } from '../../../src/local/district/district-json-schema'
import { districtTabs } from '../../../src/local/district/district-tabs'

const file = new URL('../../../docs/district.schema.json', import.meta.url)

test('docs/district.schema.json is the schema that district files are checked with', () => {
  const schema: unknown = JSON.parse(JSON.stringify(districtJsonSchema()))
  if (process.env['UPDATE_SCHEMA'] === '1') {
    writeFileSync(file, `${JSON.stringify(schema, undefined, 2)}\n`)
  }
  const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
  expect(kept, 'stale: run with UPDATE_SCHEMA=1, then npm run fix').toEqual(schema)
})

test('the schema names every field that a tab of the workbook holds', () => {
  const text = JSON.stringify(districtJsonSchema())
  for (const { list, columns } of districtTabs) {
    expect(text).toContain(`"${list}":`)
    for (const { field } of columns) {
      if (field !== '') expect(text).toContain(`"${field}":`)
    }
  }
})

test('docs/district.md names every tab and heading of the workbook', () => {
  const guide = readFileSync(new URL('../../../docs/district.md', import.meta.url), 'utf8')
  for (const { tab, columns } of districtTabs) {
    expect(guide).toContain(tab)
    for (const { heading } of columns) expect(guide).toContain(heading)
  }
})

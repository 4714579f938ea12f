import { expect, test } from 'vitest'
import { tinyWorkspace } from '../tiny-workspace'

const list = (options: string) => tinyWorkspace().run(`// \nreturn Drive.Files.list(${options})`)
const asked = 'q: "mimeType = \'application/vnd.google-apps.spreadsheet\' and trashed = false"'

test.each([
  ['an option that Google lacks', `{ ${asked}, feilds: 'files(id)' }`, 'Unknown name "feilds"'],
  ['a page of 1,001', `{ ${asked}, pageSize: 1001 }`, 'Values must be within the range: [1, 1000]'],
  [
    'an option of Google’s that is not imitated',
    `{ ${asked}, orderBy: 'name' }`,
    'orderBy is not imitated here',
  ],
  ['another query', `{ q: "name contains '周'" }`, 'is not imitated here'],
  ['another mask', `{ ${asked}, fields: 'files(owners)' }`, 'is not imitated here'],
])('files.list refuses %s', (_, options, why) => {
  expect(list(options).error).toContain(why)
})

import { expect, test } from 'vitest'
import { pageLink } from '../../src/domain/page-link'
import { readSettingValue } from '../../src/domain/setting-form'

const here = 'http://127.0.0.1:4280/book/d-QWB'

test.each([
  ['nothing where the address opens only here and none is set', here, '', undefined],
  ['nothing by name either', 'http://localhost:4281/book/d', '', undefined],
  [
    'the place under the address set',
    here,
    'http://10.1.1.8:4280',
    'http://10.1.1.8:4280/book/d-QWB',
  ],
  [
    'the same, however the address ends',
    here,
    'https://lx.example/',
    'https://lx.example/book/d-QWB',
  ],
  [
    'its own address where everybody can open it',
    'https://docs.example/d',
    '',
    'https://docs.example/d',
  ],
  [
    'its own, whatever is set',
    'https://docs.example/d',
    'http://10.1.1.8',
    'https://docs.example/d',
  ],
  ['nothing of what has no address', undefined, 'http://10.1.1.8', undefined],
])('a letter links to %s', (_, own, address, link) => {
  expect(pageLink(own, address)).toBe(link)
})

test.each([
  '10.1.1.8',
  'javascript:alert(1)',
  'http://a b',
  'http://x/?q=1',
  'ftp://x',
  'http://"x',
])('页面地址 %j is no address and is told', (typed) => {
  const read = readSettingValue({ is: 'page' }, typed)
  expect(read.value).toBeUndefined()
  expect(read.problem).toContain('请填网址')
})

test.each(['', 'http://10.1.1.8:4280', 'https://lianxi.anlan.local/desk/'])(
  '%j is one',
  (typed) => {
    expect(readSettingValue({ is: 'page' }, typed).value).toBe(typed.replace(/\/$/, ''))
  },
)

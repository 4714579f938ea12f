import { expect, it } from 'vitest'
import { makeDistrict } from './small-district'

it('letters of a local workspace link nowhere but under 页面地址, and say where to look without it', async () => {
  const district = await makeDistrict('2024-11-14 08:30')
  await district.playTo('2024-11-14 15:00')
  const before = await district.letters()
  expect(before.length).toBeGreaterThan(2)
  for (const { text, html } of before) {
    expect(text).toContain('工作台的“本办待办”中查看。')
    expect(`${text} ${html}`).not.toMatch(/127\.0\.0\.1|localhost|href/)
  }
  const address = { 参数名称: '页面地址', 值: 'http://10.1.1.8:4280', 生效日期: '2024-11-01' }
  await district.type('总台账', '参数表', [address], '2024-11-15 11:00')
  await district.playTo('2024-11-15 12:00')
  const changed = Date.parse('2024-11-15T11:00:00+08:00')
  const after = (await district.letters()).filter(({ at }) => Date.parse(at) > changed)
  expect(after.length).toBeGreaterThan(0)
  for (const { text, html } of after) {
    expect(text).toMatch(/：http:\/\/10\.1\.1\.8:4280\/book\/\S+/)
    expect(html).toContain('href="http://10.1.1.8:4280/book/')
  }
})

import { expect, test } from 'vitest'
import { type MemoryDistrict, memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'

const withTask = (): MemoryDistrict => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const given = { 牵头: '区政府办', 督办专员: '林堯安', 完成时限: '2024-12-20' }
  district.type('总台账', '任务交办', {}, { 任务内容: '编制清单', ...given })
  district.tick('2024-11-12 10:00')
  return district
}

const urge = (district: MemoryDistrict, said: string, at: string): void => {
  district.type('总台账', '任务交办', { 编号: id }, { 催办记录: said })
  district.tick(at)
}

const letters = (district: MemoryDistrict): string[] =>
  district.mailTo('p008').flatMap(({ subject, text }) => (subject.startsWith('催办') ? text : []))

const master = (district: MemoryDistrict) =>
  district.page('总台账', '任务交办').find((row) => row['编号'] === id)

test('what a commissioner notes of pressing is counted and shown to those who carry the task', () => {
  const district = withTask()
  urge(district, '12月2日 电话催办，答复本周报进展', '2024-12-02 11:00')
  expect(master(district)?.['催办次数']).toBe('1')
  const [slice] = district.page('区政府办', '承办任务')
  expect(slice?.['督办意见']).toBe('催办：12月2日 电话催办，答复本周报进展')
  expect(letters(district)).toEqual([])
})

test('a note that says 邮件 goes by mail, once', () => {
  const district = withTask()
  urge(district, '12月2日 邮件催办，请报阶段性成果', '2024-12-02 11:00')
  expect(letters(district)).toHaveLength(1)
  expect(letters(district)[0]).toContain(
    `${id}：编制清单，时限：2024年12月20日，林堯安催办：12月2日 邮件催办，请报阶段性成果。请在“承办任务”填报进展和预计办结时间。`,
  )
  district.tick('2024-12-02 11:10')
  district.tick('2024-12-03 08:30')
  expect(letters(district)).toHaveLength(1)
  urge(district, '12月5日 再次邮件催办', '2024-12-05 11:00')
  expect(letters(district)).toHaveLength(2)
  expect(master(district)?.['催办次数']).toBe('2')
  // Long after, no letter of that time comes again.
  for (const day of ['2025-01-20', '2025-01-21']) district.tick(`${day} 10:00`)
  expect(letters(district)).toHaveLength(2)
})

test('what may not stand in a letter stays in the sheet', () => {
  const district = withTask()
  urge(district, '邮件催办：注意保存，不得外传', '2024-12-02 11:00')
  expect(letters(district)[0]).toContain('林堯安催办：内容见表。')
})

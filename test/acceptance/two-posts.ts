import type { District } from '../../src/local/district/district'
import { makeDistrict, type Past, type SmallDistrict } from './small-district'

const post = (
  id: string,
  name: string,
  head: string,
  order: number,
): District['offices'][number] => ({
  id,
  name,
  short: name,
  kind: '督办台',
  desk: true,
  phone: '',
  order,
  head,
})

const posts = [post('DBT', '督办台', 'P002', 20), post('DBS', '书记督办台', 'P003', 21)]

/** A district with two post desks: 督办台 is held by 林堯安, 书记督办台 by 叶知秋. */
export const withTwoPosts = (at: string, past?: Past): Promise<SmallDistrict> =>
  makeDistrict(at, (file) => ({ ...file, offices: [...file.offices, ...posts] }), past)

/** 安区督〔2024〕3号. */
export const taskNumber = (n: number): string => `安区督〔2024〕${n}号`

import type { District } from '../../src/local/district/district'

type Office = District['offices'][number]
type Person = District['people'][number]
type Leader = District['leaders'][number]

const office = (id: string, short: string, kind: Office['kind'], head: string): Office => ({
  id,
  name: short.replace(/办$/, '办公室'),
  short,
  kind,
  desk: id !== 'QJDB',
  phone: '0000-1000',
  order: ['QWB', 'QRDB', 'QZFB', 'QZXB', 'QFY', 'QJCY', 'QJDB'].indexOf(id) + 1,
  head,
})

const person = (id: string, name: string, at: string, role: Person['roles'][number]): Person => ({
  id,
  name,
  office: at,
  title: '',
  roles: [role],
  email: `${id.toLowerCase()}@anlan.local`,
  phone: '',
})

const leader = (
  order: number,
  name: string,
  body: Leader['body'],
  at: string,
  liaisons: readonly [a: string, b: string],
): Leader => ({
  id: `L0${order}`,
  name,
  title: order === 1 ? '区委书记' : order === 2 ? '区长' : body,
  body,
  order,
  office: at,
  principal: order <= 2,
  liaisonA: liaisons[0],
  liaisonB: liaisons[1],
  from: '',
  to: '',
})

export const smallOffices: Office[] = [
  office('QWB', '区委办', '四办', 'P001'),
  office('QRDB', '区人大办', '四办', 'P005'),
  office('QZFB', '区政府办', '四办', 'P007'),
  office('QZXB', '区政协办', '四办', 'P009'),
  office('QFY', '区法院', '法检', ''),
  office('QJCY', '区检察院', '法检', ''),
  office('QJDB', '区接待办', '接待办', ''),
]

export const smallPeople: Person[] = [
  person('P001', '周衡', 'QWB', '统筹'),
  person('P002', '林堯安', 'QWB', '操作'),
  person('P003', '叶知秋', 'QWB', '联络员'),
  person('P004', '许明远', 'QWB', '联络员'),
  person('P005', '郑开元', 'QRDB', '主任'),
  person('P006', '何思源', 'QRDB', '联络员'),
  person('P007', '孟广华', 'QZFB', '主任'),
  person('P008', '赵启飞', 'QZFB', '联络员'),
  person('P009', '方以宁', 'QZXB', '主任'),
  person('P010', '苏见山', 'QZXB', '联络员'),
  person('P011', '白予川', 'QFY', '联络员'),
  person('P012', '宋和畅', 'QJCY', '联络员'),
]

/** In protocol order; 袁绍溪 is a 副区长 and no 常委, so outside the weekly plan's scope. */
export const smallLeaders: Leader[] = [
  leader(1, '江岳', '区委常委', 'QWB', ['P003', 'P004']),
  leader(2, '程波', '区委常委', 'QZFB', ['P008', 'P007']),
  leader(3, '罗景澜', '区委常委', 'QWB', ['P004', 'P003']),
  leader(4, '邓清棠', '区人大', 'QRDB', ['P006', 'P005']),
  leader(5, '袁绍溪', '区政府', 'QZFB', ['P008', 'P007']),
  leader(6, '龚立言', '区政协', 'QZXB', ['P010', 'P009']),
  leader(7, '孔维岳', '区法院院长', 'QFY', ['P011', '']),
  leader(8, '薛定川', '区检察院检察长', 'QJCY', ['P012', '']),
]

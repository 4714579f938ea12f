import { makeDistrict, type SmallDistrict } from './small-district'

/** A district with two post desks: 督办台 is held by 林堯安, 书记督办台 by 叶知秋. */
export const withTwoPosts = (at: string): Promise<SmallDistrict> =>
  makeDistrict(at, (file) => ({
    ...file,
    offices: [
      ...file.offices,
      ...[
        { id: 'DBT', name: '督办台', head: 'P002' },
        { id: 'DBS', name: '书记督办台', head: 'P003' },
      ].map(({ id, name, head }, i) => ({
        id,
        name,
        short: name,
        kind: '督办台' as const,
        desk: true,
        phone: '',
        order: 20 + i,
        head,
      })),
    ],
  }))

/** 安区督〔2024〕3号. */
export const taskNumber = (n: number, year = 2024): string => `安区督〔${year}〕${n}号`

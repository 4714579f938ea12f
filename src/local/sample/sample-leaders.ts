import type { District } from '../district/district'

type Leader = District['leaders'][number]
type Short = readonly [
  name: string,
  title: string,
  body: Leader['body'],
  office: string,
  liaisonA: string,
  liaisonB: string,
]

// In protocol order. 区政府 is outside the weekly plan's default scope.
const inOrder: readonly Short[] = [
  ['江岳', '区委书记', '区委常委', 'QWB', 'P003', 'P004'],
  ['程波', '区委副书记、区长', '区委常委', 'QZFB', 'P012', 'P013'],
  ['陆明屿', '区委副书记', '区委常委', 'QWB', 'P003', 'P005'],
  ['沈知遥', '区委常委、常务副区长', '区委常委', 'QZFB', 'P013', 'P012'],
  ['韩砚池', '区委常委、区纪委书记、区监委主任', '区委常委', 'QWB', 'P005', 'P004'],
  ['罗景澜', '区委常委、组织部部长', '区委常委', 'QWB', 'P005', 'P006'],
  ['唐令秋', '区委常委、宣传部部长', '区委常委', 'QWB', 'P006', 'P004'],
  ['冯伯川', '区委常委、政法委书记', '区委常委', 'QWB', 'P006', 'P005'],
  ['曹砺之', '区委常委、区人武部政委', '区委常委', 'QWB', 'P004', 'P003'],
  ['魏书芷', '区委常委、统战部部长', '区委常委', 'QWB', 'P004', 'P006'],
  ['温怀朴', '区委常委、开发区党工委书记', '区委常委', 'QWB', 'P003', 'P004'],
  ['邓清棠', '区人大常委会主任', '区人大', 'QRDB', 'P008', 'P009'],
  ['秦望舒', '区人大常委会副主任', '区人大', 'QRDB', 'P008', 'P009'],
  ['钟毓岭', '区人大常委会副主任', '区人大', 'QRDB', 'P009', 'P018'],
  ['史文砚', '区人大常委会副主任', '区人大', 'QRDB', 'P018', 'P009'],
  ['袁绍溪', '副区长', '区政府', 'QZFB', 'P013', 'P012'],
  ['叶怀松', '副区长', '区政府', 'QZFB', 'P012', 'P013'],
  ['龚立言', '区政协主席', '区政协', 'QZXB', 'P015', 'P016'],
  ['段云栖', '区政协副主席', '区政协', 'QZXB', 'P015', 'P016'],
  ['贺长汀', '区政协副主席', '区政协', 'QZXB', 'P016', 'P015'],
  ['常以柔', '区政协副主席', '区政协', 'QZXB', 'P016', 'P015'],
  ['顾南乔', '区政协副主席', '区政协', 'QZXB', 'P015', 'P016'],
  ['孔维岳', '区人民法院院长', '区法院院长', 'QFY', 'P020', 'P021'],
  ['薛定川', '区人民检察院检察长', '区检察院检察长', 'QJCY', 'P023', 'P024'],
]

/** The leaders of 安澜区 in protocol order, each served by one office. */
export function sampleLeaders(): Leader[] {
  return inOrder.map(([name, title, body, office, liaisonA, liaisonB], index) => ({
    id: `L${String(index + 1).padStart(2, '0')}`,
    name,
    title,
    body,
    order: index + 1,
    office,
    principal: index < 2,
    liaisonA,
    liaisonB,
    from: '',
    to: '',
  }))
}

import { foldName } from './names'

const VAGUE = new Set(
  [
    ...['待定', '未定', '暂未定', '另定', '另行通知', '另通知', '待通知', '无', '不定', '同上'],
    ...['全区', '区内', '区外', '全市', '市内', '本区', '辖区', '辖区内', '各地', '各处', '外地'],
    ...['有关地点', '相关地点', '有关单位', '相关单位', '各单位', '有关乡镇', '相关乡镇', '各乡镇'],
    ...[
      '各镇街',
      '各街道',
      '各村',
      '现场',
      '沿线',
      '线上',
      '网上',
      '视频',
      '机关',
      '办公室',
      '本单位',
    ],
  ].map(foldName),
)

/** Whether what stands as a place names none: 待定, 全区, a blank; such are never compared (domain 3.12). */
export const isVaguePlace = (place: string): boolean => {
  const folded = foldName(place).replace(/^地点[::]?/, '')
  return folded === '' || VAGUE.has(folded) || /(?:待定|另行通知)\)?$/.test(folded)
}

import type { District } from './district'

// Only these are asked for here; what the others are called the bundle knows.
const keys: Readonly<Record<string, string>> = {
  地区名称: 'district.name',
  周计划报送范围: 'weekly.scope',
  周计划反馈单位: 'weekly.feedbackTo',
  周计划审定人: 'weekly.approver',
}

/** The key of a setting that a district file may give by its name. */
export const settingKey = (given: string): string => keys[given] ?? given

/** The same district with these settings under their keys. */
export const withSettingKeys = (district: District): District => ({
  ...district,
  settings: district.settings.map((each) => ({ ...each, key: settingKey(each.key) })),
})

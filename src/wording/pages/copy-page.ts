/** The tab with texts to be told by telephone or messenger. */
export const copyTab = '可复制文字'

export const copyHeadings = [
  '单位',
  '收件人',
  '办公电话',
  '事由',
  '短文字（70字以内）',
  '长文字（140字以内）',
] as const

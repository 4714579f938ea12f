/** The sort of work a task is, for how its progress is told. */
export type TaskWork = '文稿' | '现场' | '整改' | '会务'

/** How a task goes: most are done in time, the others are what supervision is for. */
export type TaskFate =
  | '按期'
  | '迟办'
  | '久拖'
  | '延期'
  | '不准延期'
  | '退回'
  | '转交'
  | '维持'
  | '待复'
  | '中止'
  | '未签收'
  | '长办'

/** A step of a task and the working day of its deadline, counted from the first. */
export type TaskPart = readonly [on: number, name: string]

/** One task as it is decided; `days` are the working days allowed, 0 for no deadline. */
export type TaskMatter = readonly [
  what: string,
  lead: string,
  helpers: string,
  work: TaskWork,
  days: number,
  fate: TaskFate,
  result: string,
  steps?: readonly TaskPart[],
]

/** What is decided at one moment: minutes, instructions or findings typed one below the other. */
export type TaskBatch = {
  /** Working days after the first day of the sample. */
  on: number
  source: string
  /** 〔日〕 stands for the working day before. */
  origin: string
  leader: string
  matters: readonly TaskMatter[]
}

/** The eight results of the directors' joint meeting; only the last has a day, and it recurs. */
export const jointMeetingItems: readonly TaskMatter[] = [
  ['完善突发信息报送的流程', '许明远', '应急管理局', '文稿', 0, '长办', '报送流程图'],
  ['建立总值班制度', '郑开元', '区委办、区政府办、区政协办', '文稿', 0, '按期', '制度和值班表'],
  [
    '向区委组织部报送明年全区办公室系统能力培训班计划',
    '何思源',
    '区人大办、区政府办、区政协办',
    '文稿',
    0,
    '按期',
    '明年培训计划',
  ],
  ['落实书记和区长的督办专员', '孟广华', '区委办', '会务', 0, '退回', '专员名单'],
  ['进一步规范公文运转', '赵启飞', '', '文稿', 0, '未签收', '运转办法'],
  [
    '进一步规范重大活动、重要会议、重要接待、重要工作信息报送',
    '周衡',
    '区接待办',
    '文稿',
    0,
    '延期',
    '报送办法',
  ],
  [
    '年终各类重大材料的基础资料一单清',
    '许明远',
    '区人大办、区政府办、区政协办',
    '文稿',
    0,
    '长办',
    '资料清单',
  ],
  [
    '认领承办下一次主任联席会议，确保至少每季度召开一次',
    '区人大办',
    '区委办、区政府办、区政协办',
    '会务',
    0,
    '长办',
    '召开会议',
  ],
]

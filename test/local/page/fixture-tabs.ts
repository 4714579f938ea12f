import type { CellLook, TabView } from '../../../src/local/contract'

const heads = [
  ['编号', 90],
  ['周次', 96],
  ['领导姓名', 84],
  ['日期', 96],
  ['星期', 64],
  ['时段', 64],
  ['活动内容', 280],
  ['地点', 160],
  ['参与方式', 84],
  ['需协调事项', 160],
  ['参加人员/单位', 160],
  ['承办单位', 100],
  ['退回原因', 120],
  ['状态', 80],
] as const

const lines = [
  [
    'QWB-0001',
    '2024-11-18',
    '江岳',
    '2024-11-18',
    '星期一',
    '上午',
    '主持召开区委常委会（扩大）会议，传达学习上级会议精神',
    '区委1号会议室',
    '主持',
    '',
    '区委常委、有关单位主要负责人',
    '区委办',
    '',
    '已汇总',
  ],
  [
    'QWB-0002',
    '',
    '',
    '2024-11-19',
    '星期二',
    '下午',
    '调研安澜河综合治理二期工程',
    '安澜河南岸项目部',
    '带队',
    '请住建局提前踏勘',
    '住建局、发改局',
    '区委办',
    '',
    '已汇总',
  ],
  [
    'QWB-0003',
    '',
    '何思源',
    '2024-11-20',
    '星期三',
    '全天',
    '赴市里汇报重点项目建设情况',
    '市政府',
    '参加',
    '',
    '',
    '区委办',
    '日期与报送周不符，请核对',
    '退回',
  ],
  ['QWB-0004', '', '孟广华', '', '', '', '无统一安排', '', '', '', '', '', '', '草稿'],
]

function look(row: number, column: number): CellLook {
  const script = [0, 4, 12, 13].includes(column)
  if (row === 0) return { background: script ? '#d9d9d9' : '#dce6ec', bold: true, align: 'center' }
  const base: CellLook = script ? { background: '#f1f1f1', color: '#5f6368' } : { wrap: true }
  if (column === 5) return { ...base, choices: ['上午', '下午', '晚上', '全天'] }
  if (column === 13 && row === 3) return { ...base, background: '#fbe3df', color: '#8a1f14' }
  return base
}

/** A desk's plan tab with script columns, a drop-down, a collapsed group and a coloured state. */
export function planTab(): TabView {
  const rows = [heads.map(([name]) => name as string), ...lines]
  return {
    sheetId: 102,
    name: '周计划填报',
    index: 2,
    hidden: false,
    frozenRows: 1,
    frozenColumns: 1,
    maxRows: 500,
    maxColumns: heads.length,
    tabColor: '#3b7d9e',
    columns: heads.map(([name, width]) => ({
      width,
      collapsed: name === '参加人员/单位' || name === '承办单位',
    })),
    rowKeys: rows.map((_, index) => `r${index}`),
    rows,
    looks: rows.map((row, index) => row.map((_, column) => look(index, column))),
    merges: [],
    charts: [],
    locked: false,
  }
}

/** A page that the script draws: merged title, two heading rows, leaders by half-days. */
export function weekTab(): TabView {
  const days = ['周一', '周二', '周三', '周四', '周五']
  const title = [
    '安澜区区级领导周工作计划（2024年11月18日—11月24日）',
    ...Array.from({ length: 11 }, () => ''),
  ]
  const top = ['领导', '职务', ...days.flatMap((day) => [day, ''])]
  const half = ['', '', ...days.flatMap(() => ['上午', '下午'])]
  const line = (name: string, post: string, what: string) => [
    name,
    post,
    what,
    '',
    '',
    '调研重点项目',
    '',
    '',
    '',
    '',
    '参加全区经济运行分析会',
    '',
  ]
  const rows = [
    title,
    top,
    half,
    line('江岳', '区委书记', '主持区委常委会'),
    line('程波', '区长', '区政府常务会议'),
  ]
  return {
    ...planTab(),
    sheetId: 103,
    name: '一周安排表',
    index: 3,
    frozenRows: 3,
    frozenColumns: 2,
    columns: top.map((_, index) => ({ width: index < 2 ? 84 : 140, collapsed: false })),
    rowKeys: rows.map((_, index) => `w${index}`),
    rows,
    looks: rows.map((row, index) =>
      row.map(() => (index < 3 ? { bold: true, align: 'center', background: '#eef1ee' } : {})),
    ),
    merges: [
      { row: 0, column: 0, rows: 1, columns: 12 },
      { row: 1, column: 0, rows: 2, columns: 1 },
      { row: 1, column: 1, rows: 2, columns: 1 },
      ...days.map((_, index) => ({ row: 1, column: 2 + index * 2, rows: 1, columns: 2 })),
    ],
    locked: true,
  }
}

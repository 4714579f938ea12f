import type { District } from './district'

/** How the text of a column becomes a value. */
export type ColumnKind = 'text' | 'number' | 'desk' | 'flag' | 'list' | 'day' | 'office' | 'person'

/** A column of a tab of the district workbook. */
export type Column = {
  heading: string /** '' for a column that is read past. */
  field: string
  kind: ColumnKind
  needed?: boolean
  /** Headings that give the same; what stands under them comes first. */
  before?: readonly string[]
}

/** A tab of the district workbook and the list of the district it holds. */
export type DistrictTab = { tab: string; list: Exclude<keyof District, 'name'>; columns: Column[] }

/** The tabs of a district workbook and what their columns mean; the headings are those of 总台账. */
export const districtTabs: readonly DistrictTab[] = [
  {
    tab: '单位',
    list: 'offices',
    columns: [
      { heading: '编号', field: 'id', kind: 'text' },
      { heading: '单位名称', field: 'name', kind: 'text', needed: true },
      { heading: '简称', field: 'short', kind: 'text', needed: true },
      { heading: '类别', field: 'kind', kind: 'text', needed: true },
      { heading: '排序', field: 'order', kind: 'number' },
      { heading: '负责人', field: 'head', kind: 'person' },
      { heading: '办公电话', field: 'phone', kind: 'text' },
      { heading: '工作台', field: 'desk', kind: 'desk' },
    ],
  },
  {
    tab: '人员',
    list: 'people',
    columns: [
      { heading: '编号', field: 'id', kind: 'text' },
      { heading: '姓名', field: 'name', kind: 'text', needed: true },
      { heading: '单位', field: 'office', kind: 'office', needed: true },
      { heading: '职务', field: 'title', kind: 'text' },
      { heading: '角色', field: 'roles', kind: 'list' },
      { heading: '邮箱', field: 'email', kind: 'text' },
      { heading: '办公电话', field: 'phone', kind: 'text' },
    ],
  },
  {
    tab: '领导',
    list: 'leaders',
    columns: [
      { heading: '编号', field: 'id', kind: 'text' },
      { heading: '姓名', field: 'name', kind: 'text', needed: true },
      { heading: '职务', field: 'title', kind: 'text', needed: true },
      { heading: '班子', field: 'body', kind: 'text', needed: true },
      { heading: '排序', field: 'order', kind: 'number' },
      { heading: '服务单位', field: 'office', kind: 'office', needed: true },
      { heading: '党政主要领导', field: 'principal', kind: 'flag' },
      { heading: '联络员A', field: 'liaisonA', kind: 'person' },
      { heading: '联络员B', field: 'liaisonB', kind: 'person' },
      { heading: '自', field: 'from', kind: 'day' },
      { heading: '至', field: 'to', kind: 'day' },
    ],
  },
  {
    tab: '外出请假',
    list: 'absences',
    columns: [
      { heading: '编号', field: '', kind: 'text' },
      { heading: '姓名', field: 'person', kind: 'person', needed: true },
      { heading: '自', field: 'from', kind: 'day', needed: true },
      { heading: '至', field: 'to', kind: 'day' },
      { heading: '事由', field: 'why', kind: 'text' },
    ],
  },
  {
    tab: '参数表',
    list: 'settings',
    columns: [
      {
        heading: '参数名称',
        field: 'key',
        kind: 'text',
        needed: true,
        before: ['参数代号', '参数'],
      },
      { heading: '值', field: 'value', kind: 'text', needed: true },
      { heading: '生效日期', field: 'from', kind: 'day', needed: true },
      { heading: '来源', field: 'source', kind: 'text' },
      { heading: '说明', field: 'note', kind: 'text' },
    ],
  },
  {
    tab: '工作日历',
    list: 'calendar',
    columns: [
      { heading: '日期', field: 'day', kind: 'day', needed: true },
      { heading: '性质', field: 'kind', kind: 'text', needed: true },
      { heading: '说明', field: 'note', kind: 'text' },
    ],
  },
]

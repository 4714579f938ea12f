import type { District } from '../district/district'

type Office = District['offices'][number]
type Person = District['people'][number]

const offices: readonly (readonly [string, string, string, Office['kind'], string])[] = [
  ['QWB', '区委办公室', '区委办', '四办', 'P033'],
  ['QRDB', '区人大常委会办公室', '区人大办', '四办', 'P010'],
  ['QZFB', '区政府办公室', '区政府办', '四办', 'P011'],
  ['QZXB', '区政协办公室', '区政协办', '四办', 'P014'],
  ['QFY', '区人民法院', '区法院', '法检', 'P019'],
  ['QJCY', '区人民检察院', '区检察院', '法检', 'P022'],
  ['QJDB', '区接待办公室', '区接待办', '接待办', 'P017'],
  ['FGJ', '区发展和改革局', '发改局', '部门', 'P025'],
  ['JTJ', '区教育体育局', '教体局', '部门', 'P026'],
  ['CZJ', '区财政局', '财政局', '部门', 'P027'],
  ['ZJJ', '区住房和城乡建设局', '住建局', '部门', 'P028'],
  ['NYJ', '区农业农村局', '农业农村局', '部门', 'P029'],
  ['YJJ', '区应急管理局', '应急管理局', '部门', 'P030'],
  ['DBT', '督办台', '督办台', '督办台', 'P002'],
  ['DBS', '书记督办台', '书记督办台', '督办台', 'P031'],
  ['DBQ', '区长督办台', '区长督办台', '督办台', 'P032'],
]

const people: readonly (readonly [string, string, string, string, string, ...Person['roles']])[] = [
  ['P001', '周衡', 'zhouheng', 'QWB', '区委办公室副主任', '统筹', '牵头'],
  ['P002', '林堯安', 'linyaoan', 'QWB', '区委办公室综合科科长', '操作', '督办专员'],
  ['P003', '梁知白', 'liangzhibai', 'QWB', '区委办公室秘书科科长', '联络员'],
  ['P004', '苏映竹', 'suyingzhu', 'QWB', '区委办公室秘书科副科长', '联络员'],
  ['P005', '丁以宁', 'dingyining', 'QWB', '区委办公室信息科科长', '联络员'],
  ['P006', '方棠梨', 'fangtangli', 'QWB', '区委办公室机要科干部', '联络员'],
  ['P007', '何思源', 'hesiyuan', 'QWB', '区委办公室副主任', '联络员', '牵头'],
  ['P008', '傅青禾', 'fuqinghe', 'QRDB', '区人大办秘书科科长', '联络员'],
  ['P009', '卢见川', 'lujianchuan', 'QRDB', '区人大办秘书科干部', '联络员'],
  ['P010', '郑开元', 'zhengkaiyuan', 'QRDB', '区人大常委会办公室主任', '主任', '牵头'],
  ['P011', '孟广华', 'mengguanghua', 'QZFB', '区政府办公室主任', '主任', '牵头'],
  ['P012', '陶然之', 'taoranzhi', 'QZFB', '区政府办秘书一科科长', '联络员'],
  ['P013', '邹闻溪', 'zouwenxi', 'QZFB', '区政府办秘书二科科长', '联络员'],
  ['P014', '赵启飞', 'zhaoqifei', 'QZXB', '区政协办公室主任', '主任', '牵头'],
  ['P015', '谭疏影', 'tanshuying', 'QZXB', '区政协办综合科科长', '联络员'],
  ['P016', '汪北辰', 'wangbeichen', 'QZXB', '区政协办综合科干部', '联络员'],
  ['P017', '蒋云舟', 'jiangyunzhou', 'QJDB', '区接待办公室主任', '主任', '联络员'],
  ['P018', '毛锦书', 'maojinshu', 'QRDB', '区人大办代表科科长', '联络员'],
  ['P019', '范从周', 'fancongzhou', 'QFY', '区人民法院办公室主任', '主任'],
  ['P020', '余听澜', 'yutinglan', 'QFY', '区人民法院办公室副主任', '联络员'],
  ['P021', '石砚青', 'shiyanqing', 'QFY', '区人民法院办公室干部', '联络员'],
  ['P022', '白鹿鸣', 'bailuming', 'QJCY', '区人民检察院办公室主任', '主任'],
  ['P023', '黎乐章', 'lilezhang', 'QJCY', '区人民检察院办公室副主任', '联络员'],
  ['P024', '侯未央', 'houweiyang', 'QJCY', '区人民检察院办公室干部', '联络员'],
  ['P025', '严望川', 'yanwangchuan', 'FGJ', '区发展和改革局办公室主任', '主任', '联络员'],
  ['P026', '文漱石', 'wenshushi', 'JTJ', '区教育体育局办公室主任', '主任', '联络员'],
  ['P027', '尹牧之', 'yinmuzhi', 'CZJ', '区财政局办公室主任', '主任', '联络员'],
  ['P028', '阮星阑', 'ruanxinglan', 'ZJJ', '区住房和城乡建设局办公室主任', '主任', '联络员'],
  ['P029', '麦秋实', 'maiqiushi', 'NYJ', '区农业农村局办公室主任', '主任', '联络员'],
  ['P030', '古千帆', 'guqianfan', 'YJJ', '区应急管理局办公室主任', '主任', '联络员'],
  ['P033', '许明远', 'xumingyuan', 'QWB', '区委办公室主任', '主任', '牵头'],
  ['P031', '季扶摇', 'jifuyao', 'QWB', '区委办公室督查室主任', '督办专员'],
  ['P032', '鲁砺行', 'lulixing', 'QZFB', '区政府办公室督查室主任', '督办专员'],
]

/** The thirteen units of 安澜区; every one has a desk. */
export function sampleOffices(): Office[] {
  return offices.map(([id, name, short, kind, head], index) => ({
    id,
    name,
    short,
    kind,
    desk: true,
    phone: `0800-62${String(10 + index)}00`,
    order: index + 1,
    head,
  }))
}

/** The people of 安澜区 who keep the joint desk going. */
export function samplePeople(): Person[] {
  return people.map(([id, name, account, office, title, ...held], index) => ({
    id,
    name,
    office,
    title,
    roles: held,
    email: `${account}@anlan.local`,
    phone: `0800-62${String(1101 + index)}`,
  }))
}

import { namesCasualty } from './casualty-names'
import { holdsBankCard, holdsIdNumber } from './personal-numbers'

/** What happens to a text: the row is refused, the cell is refused, a person confirms, or nothing. */
export type SecrecyLevel = 'refuse' | 'refuse-cell' | 'warn' | 'allow'

/** A folded text with its spaces (`loose`) and without any (`tight`). */
export type Compared = { loose: string; tight: string }

/** A rule of the guard; its name never holds any of the text. */
export type SecrecyRule = { level: SecrecyLevel; rule: string; found: (text: Compared) => boolean }

export const idNumber = '身份证号'
export const bankCard = '银行卡号'

/** The rule about a mobile number: where people look for a telephone it is that cell's alone. */
export const mobileNumber = '手机号'

/** Signs that may stand within a mark: no letters, no figures, no star. */
const SIGNS = '[^\\p{L}\\p{N}★]'
const WORD = '(?<!商业|工作|个人|技术|企业)(?:绝密|机密|秘密)'
/** The same with signs between its two characters. */
const PARTED = `(?<!商业|工作|个人|技术|企业)(?:绝${SIGNS}{0,3}密|机${SIGNS}{0,3}密|秘${SIGNS}{0,3}密)`
const YEARS = '(?:\\d{1,2}|[一二三五十]{1,3})(?:年|个月)|长期|启用前'
const PAPER =
  '文件|公文|材料|资料|电报|传真|文电|文稿|函件|信函|批件|情报|数据|照片|件(?![数套])|图纸|档案|载体'
/** How such papers are to be handled is no secret: 机密文件管理培训. */
const NO_LESSON = '(?!管理|保管|清退|销毁|培训|管控|规定|制度|办法|检查|自查)'
const LEVEL = '密级|保密等级|保密级别|涉密等级|涉密级别|秘密等级'

/** 说明电话, 黎明电厂 and 明电瓷厂 hold the two characters of 明电 by chance. */
const OPEN_WIRE = new RegExp(
  [
    '(?:[委府办厅局部院急]|内部|收到?|印发|转发|传真)明电(?![话子视脑影力器动路商网源站缆灯瓷厂机梯])',
    '(?<![说证照声表注阐发透文黎光黑昆清])明电(?=$|[(\\d第,。;、:]|传真|电报|通知|文件|号|处理|件)',
  ].join('|'),
)

const AFFAIRS = new RegExp(
  [
    '留置(?!针|送达|权)',
    '谈话函询',
    '立案审查',
    '干部考察',
    '研究干部(?!教育|培训|学习|作风|能力|素质)',
    '人事任免',
    '(?<![方精])专案(?!例)',
    '军事(?:演练|演习)',
  ].join('|'),
)

const INNER = new RegExp(
  `内部(?:资料|文件|掌握|参阅|刊物)|内部${SIGNS}{0,4}★|(?:不得|严禁|请勿|切勿|禁止|不准|勿)外传`,
  'u',
)
/** Ends a phrase: 注意保存实力 is none. */
const KEEP = /注意保存(?![\u4e00-\u9fff])/

const ADDRESS = new RegExp(
  [
    '住址',
    '(?<![国专大])家住(?![房建宅宿院])',
    '家庭地址|居住地址|户籍地址|户籍所在地',
    '(?<!第)(?<!第\\d)\\d{1,2}单元\\d{3,4}(?:室|号)',
    '[栋幢座楼]\\d{1,2}单元\\d{1,4}室',
  ].join('|'),
)
const ROOM =
  /(?<![机库厂药门乳票])房号|房间号|(?:入住|住|宾馆|酒店|招待所|饭店)[^,。;\d]{0,6}\d{3,5}(?:号?房(?![屋源子])|室)/
const GUARDED = /警卫(?:任务|对象|方案|级别|部署)|[一二三]级警卫/
/** 民警卫士 and 武警卫生队 hold the two characters by chance. */
const GUARDS = /(?<![民交特刑巡辅法铁骑协武])警卫(?![生星校])|行车路线/
const MOBILE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ .·-]?\d{4}[ .·-]?\d{4}(?!\d)/

/** The rules of the guard, the gravest first (保守国家秘密法, 实施条例; domain 2.8). */
export const secrecyRules: readonly SecrecyRule[] = [
  // 保守国家秘密法实施条例 Art. 21: a mark is 密级★保密期限.
  refuse('密级标志', `${PARTED}级?${SIGNS}{0,4}★|${WORD}级?${SIGNS}{0,2}(?:${YEARS})`),
  refuse(
    '密级栏',
    [
      `(?:${LEVEL})${SIGNS}{0,6}(?:为|是|定为|定|系|属于?|拟定为?|标注?为|确定为|填)?${SIGNS}{0,6}${PARTED}`,
      `\\(${SIGNS}{0,2}${PARTED}级?${SIGNS}{0,2}\\)`,
      `^(?:${SIGNS}|★)*${PARTED}级?(?:${SIGNS}|★)*$`,
      `(?<!不)(?:定|列|标)为${WORD}`,
    ].join('|'),
  ),
  {
    level: 'refuse',
    rule: '份号和密级',
    found: ({ tight }) => tight.includes('份号') && /密级|绝密|机密|秘密/.test(tight),
  },
  refuse('密码电报', '密码(?:电报|传真|电文)'),
  refuse(
    '涉密载体',
    `${PARTED}级|${PARTED}的?(?:${PAPER})${NO_LESSON}|(?<![非不无])涉密(?:文件|公文|材料|资料|电报|件)${NO_LESSON}`,
  ),
  refuse(
    '国家秘密',
    '(?<!不|非|是否|凡)(?:属于?|涉及|含有?|系)(?:国家(?:秘密|机密)|绝密|机密|秘密)',
  ),
  refuse('警卫任务', GUARDED.source),
  { level: 'refuse-cell', rule: idNumber, found: ({ loose }) => holdsIdNumber(loose) },
  { level: 'refuse-cell', rule: bankCard, found: ({ loose }) => holdsBankCard(loose) },
  warn('待公开事项', AFFAIRS),
  {
    level: 'warn',
    rule: '内部资料',
    found: ({ loose, tight }) =>
      INNER.test(tight) || KEEP.test(loose) || tight.endsWith('注意保存'),
  },
  warn('工作秘密', /工作秘密/),
  warn('明电', OPEN_WIRE),
  warn('警卫', GUARDS),
  warn('房号', ROOM),
  { level: 'warn', rule: mobileNumber, found: ({ loose }) => MOBILE.test(loose) },
  // 国家住房, 专家住宿 and 实现住有所居 are no addresses.
  warn('家庭住址', ADDRESS),
  { level: 'warn', rule: '伤亡人员姓名', found: ({ tight }) => namesCasualty(tight) },
]

function refuse(rule: string, pattern: string): SecrecyRule {
  const compiled = new RegExp(pattern, 'u')
  return { level: 'refuse', rule, found: ({ tight }) => compiled.test(tight) }
}

function warn(rule: string, pattern: RegExp): SecrecyRule {
  return { level: 'warn', rule, found: ({ tight }) => pattern.test(tight) }
}

// Common surnames, without those that begin ordinary words (方, 安, 常, 高, 任, 向, 全, 路).
const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程魏苏吕丁沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付傅邹熊孟秦邱江尹薛闫雷侯龙史陶黎贺顾毛郝龚邵钱严覃赖武戴莫孔汤]'
const NOT_A_NAME = '[人名员某等家属头只匹株棵户起例]'
// Beasts, plants, places and other words that begin as a name does.
const WORD =
  '(?!黄[牛羊鱼鸡狗河]|[杨李林石梁]树|林[木区场农业地]|石[榴斑料桥头]|江[河豚段面边]|陈[案年旧]|马[匹鹿]|龙[虾眼舟]|金[鱼丝融]|熊猫|熊出|田[鼠间地]|杜鹃|杨梅|李子|麦|毛[驴猪]|雷[击电暴]|武[警装]|程序|叶片|范围|余[震人名头只户起]|钱款|夏[季天]|顾客|孔雀|周[边围末年日一二三四五六期]|许[多可]|何[种时地人]|胡[蜂乱]|曾[经于在因]|陆[上地]|唐代|宋代|韩国|汤|莫名|严重|梁柱|金属|史上|苏[打丹]|罗非|孟加)'
const NAME = `${WORD}${SURNAME}(?!${NOT_A_NAME})[\\u4e00-\\u9fff](?:(?!${NOT_A_NAME})[\\u4e00-\\u9fff])?`
const VICTIM =
  '(?:死者|亡者|逝者|伤者|遇难者|罹难者|失踪者|失联者|伤员|死亡人员|受伤人员|遇难人员|失踪人员|失联人员)'
const FATE = '(?:死亡|身亡|遇难|罹难|溺亡|坠亡|失踪|失联|重伤|轻伤|受伤)'
const NAMED_CASUALTY = new RegExp(
  `${VICTIM}(?:姓名|名单|(?:[:(]|为|系|是|叫|姓名)*${NAME})|${NAME}(?:等\\d*人)?(?:当场|不幸|经抢救无效)?${FATE}`,
)

/** True when a text without spaces seems to name who was killed, hurt or lost. */
export function namesCasualty(text: string): boolean {
  return NAMED_CASUALTY.test(text)
}

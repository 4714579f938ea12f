// Common surnames, without those that begin ordinary words (方, 安, 常, 高, 任, 向, 全, 路).
const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程魏苏吕丁沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付傅邹熊孟秦邱江尹薛闫雷侯龙史陶黎贺顾毛郝龚邵钱严覃赖武戴莫孔汤]'
const NOT_A_NAME = '[人名员某等家属]'
const NAME = `${SURNAME}(?!${NOT_A_NAME})[\\u4e00-\\u9fff](?:(?!${NOT_A_NAME})[\\u4e00-\\u9fff])?`
const VICTIM = '(?:死者|伤者|遇难者|罹难者|失踪者|伤员|死亡人员|受伤人员|遇难人员|失踪人员)'
const FATE = '(?:死亡|身亡|遇难|罹难|溺亡|失踪|重伤|轻伤|受伤)'
const NAMED_CASUALTY = new RegExp(
  `${VICTIM}(?:姓名|名单|(?:[:(]|为|系|是|叫|姓名)*${NAME})|${NAME}(?:等\\d*人)?(?:当场|不幸|经抢救无效)?${FATE}`,
)

/** True when a text without spaces seems to name who was killed, hurt or lost. */
export function namesCasualty(text: string): boolean {
  return NAMED_CASUALTY.test(text)
}

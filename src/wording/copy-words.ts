/**
 * What a text to copy says of a matter, by the name its sentence has in letters: short, and what the
 * long one adds. Facts are those of the letter; none of them begins with a 编号.
 */
export const copyWords: Readonly<Record<string, readonly [short: string, more: string]>> = {
  'remind.opening': [
    '贵办{{week}}{{plan}}请于{{cutoff}}前报送',
    '{{lacking}}；领导没有安排的也请填“无统一安排”',
  ],
  'remind.partly': ['贵办{{week}}{{plan}}请于{{cutoff}}前补齐', '{{lacking}}'],
  'returned.opening': ['贵办{{week}}{{plan}}已退回补正，请抓紧补报', '原因：{{reason}}'],
  'overdue.opening': ['贵办{{week}}{{plan}}已过报送时限，请抓紧补报', '{{lacking}}'],
  'digest.late': ['{{week}}{{plan}}已过报送时限，请抓紧补报', '截止时间为{{cutoff}}'],
  'digest.lateUnsaid': ['{{week}}{{plan}}已过报送时限，内容已齐，请填“是”报送', ''],
  'digest.due': ['{{week}}{{plan}}请于{{cutoff}}前报送', ''],
  'digest.dueUnsaid': ['{{week}}{{plan}}内容已齐，请于{{cutoff}}前填“是”报送', ''],
  'digest.returned': ['{{week}}{{plan}}已退回补正，请抓紧补报', '原因：{{reason}}'],
  'approve.opening': ['{{week}}{{plan}}第{{version}}版已汇总，请审定', '审定后反馈有关单位'],
  'digest.approve': ['{{week}}{{plan}}第{{version}}版待审定，请审定', ''],
  'issued.opening': ['{{week}}{{plan}}第{{version}}版已印发，请查收', '内部资料，请勿转发'],
  'notice.opening': [
    '{{office}}调整了{{week}}的{{count}}项安排，请查看',
    '如与贵办安排有关，请及时衔接',
  ],
  'notice.owing': ['{{office}}调整了{{week}}的{{count}}项安排，请查看', '原因待补'],
  'clash.opening': ['{{week}}新发现{{count}}处安排冲突，请查看', '请商有关单位调整'],
  'digest.clashes': ['{{week}}有{{count}}处安排冲突，请查看', '请商有关单位调整'],
  'digest.missing': ['{{week}}{{plan}}尚有{{offices}}家单位未报，请见催报单', ''],
  'cutoff.opening': ['{{week}}{{plan}}已到截止时间，尚有{{offices}}家单位未报，请见催报单', ''],
  'digest.ask': ['“{{what}}”的{{kind}}待您审核', ''],
  'digest.draft': ['“{{what}}”的{{kind}}待您签发', ''],
  'digest.ownerless': ['“{{what}}”暂无人承办，请明确承办人', '{{reason}}'],
  'digest.task': ['“{{what}}”请抓紧办理，时限{{until}}', '{{why}}'],
  'digest.undated': ['“{{what}}”请提出完成时限', '提出即生效，交办领导另有意见的从其意见'],
  'assigned.opening': ['新任务“{{what}}”请签收，时限{{due}}', '有异议的请按期写明理由和建议单位'],
  'helping.opening': ['请协办“{{what}}”并签收，时限{{due}}', '由{{lead}}牵头'],
  'unsigned.opening': ['任务“{{what}}”请尽快签收', '时限{{due}}'],
  'red.opening': ['“{{what}}”已逾期，请抓紧办理', '确不能按期的，请说明原因并提出延期'],
  'urged.opening': ['“{{what}}”请抓紧办理并填报进展', '时限{{until}}，请写明预计办结时间'],
  'slip.opening': ['“{{what}}”的督办单已印发，请按要求办理并反馈', '时限{{until}}'],
  'report.opening': ['“{{what}}”的专报已印发，请查阅', ''],
}

import type { zhCN } from './zh-cn'

/** The sentences of letters in English; names of tabs and headings stay Chinese. */
export const en: Record<keyof typeof zhCN, string> = {
  'remind.subject': 'Please hand in {{plan}} for {{week}}',
  'remind.opening':
    '{{office}} has not handed in {{plan}} for {{week}}. Please do so before {{cutoff}}.',
  'returned.subject': '{{plan}} of {{office}} for {{week}} was returned',
  'returned.opening':
    '{{plan}} of {{office}} for {{week}} was returned: {{reason}}. Please correct it before {{until}} and say 是 in the new line.',
  'cutoff.subject': '{{plan}} for {{week}} is missing from: {{offices}}',
  'cutoff.opening':
    'The cut-off for {{plan}} of {{week}} has come. Missing: {{offices}}. See 催报单 in 总台账.',
  'remind.partly':
    '{{plan}} of {{office}} for {{week}} still lacks the leaders below. Please complete it before {{cutoff}}.',
  'issued.subject': '{{plan}} of {{week}} has been issued (version {{version}})',
  'issued.opening':
    'Version {{version}} of {{title}} {{week}} has been approved, with {{offices}} offices and {{clashes}} clashes. Please read it in {{sheet}}. Internal: do not forward.',
  'approve.subject': 'Please approve {{plan}} of {{week}} (version {{version}})',
  'approve.opening':
    'Version {{version}} of {{title}} {{week}} waits for your approval; missing offices: {{missing}}. Please fill in 同意 or 退回 in the tab 审定 of the control workbook. Nothing is given back before.',
  'notice.subject': 'Adjustment notice no. {{n}} for {{week}}',
  'notice.opening':
    '{{office}} changed {{count}} entries of {{week}}. Please see 本办待办 and {{sheet}}.',
  'notice.owing':
    '{{office}} has changed {{count}} engagements of {{week}}; the reason will follow. See 本办待办 and {{sheet}}.',
  'clash.subject': '{{count}} new clashes in {{week}}',
  'clash.opening':
    '{{count}} new clashes were found in {{week}}. Please look and settle them with the offices concerned. Nothing is blocked.',
  'clash.kind': '{{kind}}: {{count}}',
  'assigned.subject': 'New task: {{what}} ({{no}})',
  'assigned.opening':
    '{{no}}: {{what}}. Due: {{due}}. Please acknowledge it in {{tab}}; an objection needs its reason and another office within {{days}} working days.',
  'slip.subject': 'Supervision slip (督办单): {{what}} ({{no}})',
  'slip.opening': '{{text}} Issued by {{by}}.',
  'hint.subject': 'To be talked over (沟通提示): {{what}} ({{no}})',
  'hint.opening': '{{text}} Issued by {{by}}.',
  'report.subject': 'Special report (专报): {{what}} ({{no}})',
  'report.opening': '{{text}} Issued by {{by}}.',
  'urged.subject': 'Please report on the task: {{what}} ({{no}})',
  'urged.opening':
    '{{no}}: {{what}}, due {{until}}. {{by}} presses: {{said}}. Please note in {{tab}} how it stands and when it will be done.',
  'digest.task': '{{no}} {{what}} (due {{until}}; {{why}})',
  'digest.undated': '{{no}} {{what}} (given {{given}}; {{due}})',
  'digest.ask': '{{no}} {{what}}: {{kind}} waits for a decision',
  'digest.draft': '{{no}} {{what}}: {{kind}} waits to be issued',
  'digest.askLate': '{{no}} {{what}} (due {{until}}; {{why}}): {{kind}} waits for a decision',
  'digest.draftLate': '{{no}} {{what}} (due {{until}}; {{why}}): {{kind}} waits to be issued',
  'digest.watch': '{{no}} {{what}} (lead: {{lead}}; due {{until}}; {{why}}): please see to it',
  'digest.helping': '{{no}} {{what}} (you help {{lead}}; due {{until}}): please acknowledge it',
  'digest.sign': '{{no}} {{what}} (due {{until}}): {{days}} days late, please acknowledge it',
  'digest.unsigned':
    '{{no}} {{what}}: {{office}} is {{days}} days late in acknowledging it, please see to it',
  'digest.answer': '{{no}} {{what}}: {{lead}} waits for your answer',
  'digest.returned':
    '{{plan}} for {{week}} was returned, please hand it in again before {{until}}: {{reason}}',
  'digest.lateAbove':
    '{{office}} has not handed in {{plan}} for {{week}} (cut-off: {{cutoff}}): please see to it',
  'digest.missed': '{{office}} handed in no {{plan}} for {{week}} (cut-off: {{cutoff}})',
  'digest.reason': '{{week}}: a change ({{kind}}) lacks its reason ({{no}})',
  'digest.clash': 'Clash on {{day}}: {{kind}}',
  'digest.notice': 'Adjustment notice no. {{n}} for {{week}}: {{office}} changed {{count}} entries',
  'head.overdue': 'Overdue ({{count}})',
  'head.today': 'Due today ({{count}})',
  'head.returned': 'Returned for correction ({{count}})',
  'head.decide': 'Waiting for your decision ({{count}})',
  'head.mend': 'To be completed ({{count}})',
  'head.near': 'Nearly due ({{count}})',
  'head.unset': 'No deadline set ({{count}})',
  'head.receipt': 'To acknowledge ({{count}})',
  'head.new': 'For information ({{count}})',
  'head.going': 'Under way ({{count}})',
  'head.done': 'Done ({{count}})',
  'digest.ownerless':
    '{{no}} {{what}} (nobody carries it; lead: {{lead}}; due {{until}}; {{reason}})',
  'digest.subject': 'Today: {{count}} items',
  'digest.opening': 'Good morning, {{name}}. Today:',
  'digest.late': '{{plan}} for {{week}} is past its cut-off ({{cutoff}}): {{leaders}}',
  'digest.lateUnsaid':
    '{{plan}} for {{week}} is past its cut-off ({{cutoff}}): all is in, please write 是 in {{tab}}',
  'digest.due': '{{plan}} for {{week}} is due today ({{cutoff}}): {{leaders}}',
  'digest.dueUnsaid':
    '{{plan}} for {{week}} is due today ({{cutoff}}): all is in, please write 是 in {{tab}}',
  'digest.week': 'Week {{week}}: {{count}} entries of your leaders, {{changed}} adjusted',
  'digest.approve': '{{plan}} for {{week}}, version {{version}}, waits for your approval',
  'digest.sentBack': '{{plan}} of {{week}}, version {{version}}: sent back by the approver',
  'digest.missing': '{{plan}} for {{week}} is missing from: {{offices}}',
  'digest.bothAway': 'Liaisons A and B of {{leader}} are both away ({{days}}); please name a C',
  'digest.noLiaison': 'No liaison, please name one: {{leaders}}',
  'digest.sameLiaison': 'A and B are one person, please name another B: {{leaders}}',
  'digest.noOffice': 'No office serves them, nobody hands in their plans: {{leaders}}',
  'digest.noDesk': 'Their office has no desk to hand in plans at: {{leaders}}',
  'digest.clashes': 'Week {{week}}: {{count}} clashes',
  missing: '{{leader}}',
  'head.missing': 'Leaders still missing ({{count}})',
  'head.kinds': 'Kinds of clash ({{count}})',
  'digest.damaged': '{{count}} lines of the machine ledger cannot be read: see 问题 in 总台账',
  open: 'Open {{at}}',
  nowhere: 'Please look at 本办待办 in {{at}}.',
  nowhereControl: 'Please look in {{at}}.',
  footer:
    'Sent by {{from}}. It holds no details of what leaders do. Please do not write anything classified in a reply.',
}

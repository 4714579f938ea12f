import type { zhCN } from './zh-cn'

/** The sentences of letters in English; names of tabs and headings stay Chinese. */
export const en: Record<keyof typeof zhCN, string> = {
  'remind.subject': 'Please hand in {{plan}} for {{week}}',
  'remind.opening':
    '{{office}} has not handed in {{plan}} for {{week}}. Please do so before {{cutoff}}.',
  'returned.subject': '{{plan}} of {{office}} for {{week}} was returned',
  'returned.opening':
    '{{plan}} of {{office}} for {{week}} was returned: {{reason}}. Please correct it and say 是 in the new line (cut-off: {{cutoff}}).',
  'remind.partly':
    '{{plan}} of {{office}} for {{week}} still lacks the leaders below. Please complete it before {{cutoff}}.',
  'overdue.subject': '{{office}} has not handed in {{plan}} for {{week}}',
  'overdue.opening':
    'The cut-off ({{cutoff}}) for {{plan}} of {{office}} for {{week}} has passed. Please have it handed in soon.',
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
  'helping.subject': 'New task to help with: {{what}} ({{no}})',
  'helping.opening':
    '{{no}}: {{what}}, led by {{lead}}; your office helps. Due: {{due}}. Please acknowledge it in {{tab}} and note your progress there; delays and objections are for the leading office.',
  'unsigned.subject': 'Please acknowledge the task: {{what}} ({{no}})',
  'unsigned.opening':
    '{{no}}: {{what}}, due {{due}}. {{office}} is {{days}} days late in acknowledging it; please do so in {{tab}}.',
  'slip.subject': 'Supervision slip (督办单): {{what}} ({{no}})',
  'slip.opening': '{{text}} Issued by {{by}}.',
  'hint.subject': 'To be talked over (沟通提示): {{what}} ({{no}})',
  'hint.opening': '{{text}} Issued by {{by}}.',
  'report.subject': 'Special report (专报): {{what}} ({{no}})',
  'report.opening': '{{text}} Issued by {{by}}.',
  'red.subject': 'Task overdue: {{what}} ({{no}})',
  'red.opening': '{{no}}: {{what}}, due {{until}}, {{why}}. Please complete it soon or explain.',
  'urged.subject': 'Please report on the task: {{what}} ({{no}})',
  'urged.opening':
    '{{no}}: {{what}}, due {{until}}. {{by}} presses: {{said}}. Please note in {{tab}} how it stands and when it will be done.',
  'digest.task': '{{no}} {{what}} (due {{until}}; {{why}})',
  'digest.undated': '{{no}} {{what}} (given {{given}}; {{due}})',
  'digest.ask': '{{no}} {{what}}: {{kind}} waits for a decision',
  'digest.draft': '{{no}} {{what}}: {{kind}} waits to be issued',
  'digest.ownerless': '{{no}} {{what}} (lead: {{lead}}; due {{until}}; {{reason}})',
  'head.taskOwnerless': 'Tasks nobody carries ({{count}})',
  'head.taskOverdue': 'Tasks overdue ({{count}})',
  'head.taskToday': 'Tasks due today ({{count}})',
  'head.taskNear': 'Tasks nearly due ({{count}})',
  'head.taskNew': 'New tasks to acknowledge ({{count}})',
  'head.taskUnset': 'No deadline set ({{count}})',
  'head.taskAsk': 'Waiting for your decision ({{count}})',
  'digest.subject': 'Today: {{count}} items',
  'digest.opening': 'Good morning, {{name}}. Today:',
  'digest.late': '{{plan}} for {{week}} is past its cut-off ({{cutoff}}): {{leaders}}',
  'digest.lateUnsaid':
    '{{plan}} for {{week}} is past its cut-off ({{cutoff}}): all is in, please write 是 in {{tab}}',
  'digest.returned': '{{plan}} for {{week}} was returned: {{reason}}',
  'digest.due': '{{plan}} for {{week}} is due today ({{cutoff}}): {{leaders}}',
  'digest.dueUnsaid':
    '{{plan}} for {{week}} is due today ({{cutoff}}): all is in, please write 是 in {{tab}}',
  'digest.reason': '{{count}} changes in {{week}} still lack their reason',
  'digest.week': 'Week {{week}}: {{count}} entries of your leaders, {{changed}} adjusted',
  'digest.approve': '{{plan}} for {{week}}, version {{version}}, waits for your approval',
  'digest.sentBack': '{{plan}} of {{week}}, version {{version}}: sent back by the approver',
  'digest.missing': '{{plan}} for {{week}} is missing from: {{offices}}',
  'digest.bothAway': 'Liaisons A and B of {{leader}} are both away ({{days}}); please name a C',
  'digest.noLiaison': 'No liaison, please name one: {{leaders}}',
  'digest.sameLiaison': 'A and B are one person, please name another B: {{leaders}}',
  'digest.noOffice': 'No office serves them, nobody hands in their plans: {{leaders}}',
  'digest.noDesk': 'Their office has no desk to hand in plans at: {{leaders}}',
  'head.cover': 'Liaisons ({{count}})',
  'digest.clashes': 'Week {{week}}: {{count}} clashes',
  missing: '{{leader}}',
  'head.missing': 'Leaders still missing ({{count}})',
  'head.kinds': 'Kinds of clash ({{count}})',
  'head.late': 'Overdue ({{count}})',
  'head.returned': 'Returned for correction ({{count}})',
  'head.due': 'Due today ({{count}})',
  'head.reason': 'Reason wanted ({{count}})',
  'head.week': 'This week ({{count}})',
  'head.approve': 'Waiting for your approval ({{count}})',
  'head.damaged': 'Machine ledger to be checked ({{count}})',
  'digest.damaged': '{{count}} lines of the machine ledger cannot be read: see 问题 in 总台账',
  'head.missingOffices': 'Offices missing ({{count}})',
  'head.clashes': 'Clashes ({{count}})',
  open: 'Open {{at}}',
  nowhere: 'Please look at 本办待办 in {{at}}.',
  nowhereControl: 'Please look in {{at}}.',
  footer:
    'Sent by {{from}}. It lists counts only, no plans. Please do not write anything classified in a reply.',
}

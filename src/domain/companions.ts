import type { Field } from './field'
import type { Register } from './register'

/** The tabs a capability brings along: 报送 of what is handed in, 承办 and 审核 of what has a deadline. */
export type Companions = { handIn: Register; feedback: Register; decision: Register }

/** The house's own columns, headed as in the register where no other column is called so. */
const headedAs = (
  fields: Record<string, Field>,
  headings: Record<string, string | undefined>,
): Record<string, Field> => {
  const all = Object.entries(fields)
  const named = new Set(all.flatMap(([, field]) => [field.heading, ...field.aliases]))
  return Object.fromEntries(
    all.map(([key, field]) => {
      const heading = headings[key]
      const kept = heading === undefined || named.has(heading)
      return [key, kept ? field : { ...field, heading, aliases: [] }]
    }),
  )
}

const handInOf = (plan: Register, model: Register): Register[] =>
  model.handIn === undefined
    ? []
    : [
        {
          ...model,
          id: `${plan.id}-hand-in`,
          title: `${plan.title}报送`,
          handIn: { ...model.handIn, of: plan.id, mark: plan.id },
        },
      ]

const feedbackOf = (task: Register, model: Register): Register[] => {
  const rule = model.feedback
  if (!rule) return []
  const what = task.fields[task.deadline?.what ?? '']?.heading
  const due = task.fields[task.deadline?.due ?? '']?.heading
  // What is not claimed nobody is asked for: that a row has arrived, which steps are done.
  const unasked = [
    ...(task.receipt ? [] : [rule.received, rule.receivedBy]),
    ...(task.steps === undefined ? [rule.steps, rule.stepsDone] : []),
  ]
  const fields = Object.entries(headedAs(model.fields, { what, due }))
  return [
    {
      ...model,
      id: `${task.id}-feedback`,
      title: `承办${task.title}`,
      fields: Object.fromEntries(fields.filter(([key]) => !unasked.includes(key))),
      feedback: { ...rule, of: task.id },
    },
  ]
}

const decisionOf = (task: Register, model: Register): Register[] => {
  const what = task.fields[task.deadline?.what ?? '']?.heading
  return model.decides === undefined
    ? []
    : [
        {
          ...model,
          id: `${task.id}-decision`,
          title: `${task.title}待审核事项`,
          fields: headedAs(model.fields, { what }),
          decides: { ...model.decides, of: task.id },
        },
      ]
}

/**
 * The registers with the tabs their capabilities bring along: the one written by hand where there
 * is one, else one made like the house's own, beside its register.
 */
export const withCompanions = (
  registers: readonly Register[],
  { handIn, feedback, decision }: Companions,
): Register[] =>
  registers.flatMap((register) => {
    const { id, submission, deadline } = register
    const handsIn = registers.some((each) => each.handIn?.of === id)
    const reports = registers.some((each) => each.feedback?.of === id)
    const decides = registers.some((each) => each.decides?.of === id)
    return [
      ...(submission && !handsIn ? handInOf(register, handIn) : []),
      register,
      ...(deadline && !reports ? feedbackOf(register, feedback) : []),
      ...(deadline && !decides ? decisionOf(register, decision) : []),
    ]
  })

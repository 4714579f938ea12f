import type { DistrictRegisters, Office } from '../domain/district'
import type { Register } from '../domain/register'
import type { TaskRegisters } from '../domain/task'
import type { WeeklyRegisters } from '../domain/weekly'

/** The registers that are switched on, and those the engine lives by. */
export type Registry = {
  all: readonly Register[]
  house: {
    district: DistrictRegisters
    request: Register
    status: Register
    approval: Register
    check: Register
  }
}

/** The tabs of a desk: those of a post where it is one, else those every office fills in. */
export const deskRegisters = ({ all }: Registry, office: Office): Register[] => {
  const post = all.filter((register) => register.posts?.includes(office.kind))
  return post.length > 0 ? post : all.filter((register) => register.home === 'desk')
}

export const controlRegisters = ({ all }: Registry): Register[] =>
  all.filter((register) => register.home === 'control')

/** Every register that is handed in weekly, with the tab by which it is handed in. */
export const weeklyRegisters = ({ all, house }: Registry): WeeklyRegisters[] =>
  all.flatMap((plan) => {
    const handIn = all.find((register) => register.handIn?.of === plan.id)
    return plan.submission && handIn
      ? [{ plan, handIn, status: house.status, approval: house.approval, check: house.check }]
      : []
  })

/** Every register with deadlines, with the tabs for feedback on it and decisions about it. */
export const taskRegisters = ({ all }: Registry): TaskRegisters[] =>
  all.flatMap((task) => {
    const feedback = all.find((register) => register.feedback?.of === task.id)
    const decision = all.find((register) => register.decides?.of === task.id)
    return task.deadline && feedback && decision ? [{ task, feedback, decision }] : []
  })

import type { LocalStore } from '../store'
import type { RunState } from './run-state'
import type { ServiceMethod, ServiceObject } from './service'
import { integer, none, object, ServiceError, text, value } from './service'

/** A trigger as the fact `triggers` keeps it; kind: everyMinutes:10, everyDays:1@7, onEdit:<id>. */
export type KeptTrigger = { id: number; handler: string; kind: string }

const minutes = [1, 5, 10, 15, 30]
/** Triggers of one user and script (Google's quotas). */
const mostTriggers = 20

/** The triggers a script has installed in this workspace. */
export function triggersOf(store: Pick<LocalStore, 'fact'>): KeptTrigger[] {
  return JSON.parse(store.fact('triggers') ?? '[]') as KeptTrigger[]
}

/** ScriptApp: triggers are recorded; who drives the workspace's clock fires them. */
export function scriptApp(run: RunState): ServiceObject {
  return {
    name: 'ScriptApp',
    members: {
      getProjectTriggers: () => {
        run.charge('script.listTriggers')
        return { kind: 'objects', objects: triggersOf(run.store).map(triggerService(run)) }
      },
      deleteTrigger: (trigger) => {
        run.charge('script.deleteTrigger')
        const id = idOf(trigger)
        const kept = triggersOf(run.store).filter((other) => other.id !== id)
        run.store.setFact('triggers', JSON.stringify(kept))
        return none
      },
      newTrigger: (functionName) => {
        run.charge('handle')
        return object(builder(run, text(functionName, 'ScriptApp.newTrigger')))
      },
    },
  }
}

const ids = new WeakMap<ServiceObject, number>()

function triggerService(run: RunState): (trigger: KeptTrigger) => ServiceObject {
  return (trigger) => {
    const service: ServiceObject = {
      name: 'Trigger',
      members: {
        getHandlerFunction: () => {
          run.charge('handle')
          return value(trigger.handler)
        },
      },
    }
    ids.set(service, trigger.id)
    return service
  }
}

function idOf(trigger: unknown): number {
  const id = ids.get(trigger as ServiceObject)
  if (id === undefined) throw new ServiceError('The trigger does not belong to this script.')
  return id
}

function builder(run: RunState, handler: string): ServiceObject {
  const step =
    (name: string, members: ServiceObject['members']): ServiceMethod =>
    () => {
      run.charge('handle')
      return object({ name, members })
    }
  const create = (kind: string): ServiceObject => ({
    name: 'TriggerBuilder',
    members: { create: () => object(triggerService(run)(install(run, handler, kind))) },
  })
  const everyMinutes: ServiceMethod = (n) => {
    run.charge('handle')
    const every = integer(n, 'ClockTriggerBuilder.everyMinutes')
    if (!minutes.includes(every)) {
      throw new ServiceError('The value you passed to everyMinutes was invalid.')
    }
    return object(create(`everyMinutes:${every}`))
  }
  const everyDays: ServiceMethod = (n) => {
    run.charge('handle')
    const days = integer(n, 'ClockTriggerBuilder.everyDays')
    const atHour: ServiceMethod = (hour) => {
      run.charge('handle')
      return object(create(`everyDays:${days}@${integer(hour, 'ClockTriggerBuilder.atHour')}`))
    }
    return object({ name: 'ClockTriggerBuilder', members: { atHour } })
  }
  const forSpreadsheet: ServiceMethod = (key) => {
    run.charge('handle')
    const id = text(key, 'TriggerBuilder.forSpreadsheet')
    const onEdit: ServiceMethod = () => {
      run.charge('handle')
      return object(create(`onEdit:${id}`))
    }
    return object({ name: 'SpreadsheetTriggerBuilder', members: { onEdit } })
  }
  return {
    name: 'TriggerBuilder',
    members: {
      timeBased: step('ClockTriggerBuilder', { everyMinutes, everyDays }),
      forSpreadsheet,
    },
  }
}

function install(run: RunState, handler: string, kind: string): KeptTrigger {
  run.charge('script.newTrigger')
  const all = triggersOf(run.store)
  if (all.length >= mostTriggers) {
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    )
  }
  const trigger = { id: Math.max(0, ...all.map((other) => other.id)) + 1, handler, kind }
  run.store.setFact('triggers', JSON.stringify([...all, trigger]))
  return trigger
}

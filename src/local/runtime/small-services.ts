import type { RunState } from './run-state'
import type { ServiceObject } from './service'
import { integer, none, object, plainObject, ServiceError, self, text, value } from './service'

const mostValue = 9 * 1024
const mostProperties = 500 * 1024

/** PropertiesService: script properties, within Google's 9 KB a value and 500 KB a store. */
export function propertiesService(run: RunState): ServiceObject {
  const properties: ServiceObject = {
    name: 'Properties',
    members: {
      getProperties: () => {
        run.charge('props.getAll')
        return value(run.store.properties())
      },
      setProperties: (given, deleteAllOthers) => {
        run.charge('props.setAll')
        const all = Object.entries(plainObject(given, 'Properties.setProperties'))
        const texts = Object.fromEntries(all.map(([name, one]) => [name, String(one)]))
        const kept = deleteAllOthers === true ? {} : run.store.properties()
        const after = { ...kept, ...texts }
        refuseLarge(after)
        run.store.setProperties(after)
        return self
      },
    },
  }
  return {
    name: 'PropertiesService',
    members: {
      getScriptProperties: () => {
        run.charge('handle')
        return object(properties)
      },
    },
  }
}

function refuseLarge(all: { [name: string]: string }): void {
  const sizes = Object.entries(all).map(([name, one]) => [Buffer.byteLength(one), name.length])
  if (sizes.some(([size = 0]) => size > mostValue)) {
    throw new ServiceError('Argument too large: value')
  }
  const total = sizes.reduce((sum, [size = 0, name = 0]) => sum + size + name, 0)
  if (total > mostProperties) {
    throw new ServiceError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    )
  }
}

/** LockService: runs of one workspace follow each other, so the lock is busy only as a fault. */
export function lockService(run: RunState): ServiceObject {
  const lock: ServiceObject = {
    name: 'Lock',
    members: {
      tryLock: (timeoutInMillis) => {
        // A negative wait is none, as on Google.
        const timeout = Math.max(0, integer(timeoutInMillis, 'Lock.tryLock'))
        run.charge('lock.try')
        if (run.faults.lockBusy) {
          run.charge('lock.wait', {}, timeout)
          return value(false)
        }
        run.hasLock = true
        return value(true)
      },
      releaseLock: () => {
        run.charge('lock.release')
        run.hasLock = false
        return none
      },
    },
  }
  return {
    name: 'LockService',
    members: {
      getScriptLock: () => {
        run.charge('handle')
        return object(lock)
      },
    },
  }
}

/** Session: everyone acts as the role account unless the run names another user. */
export function sessionService(run: RunState): ServiceObject {
  const user: ServiceObject = {
    name: 'User',
    text: run.user,
    members: {
      getEmail: () => {
        run.charge('session.email')
        return value(run.user)
      },
    },
  }
  const getUser = () => {
    run.charge('handle')
    return object(user)
  }
  return {
    name: 'Session',
    members: {
      getEffectiveUser: getUser,
      getActiveUser: getUser,
    },
  }
}

export function consoleService(run: RunState): ServiceObject {
  return {
    name: 'console',
    members: {
      log: (message) => {
        run.charge('log')
        run.log.push(text(message, 'console.log'))
        return none
      },
    },
  }
}

import { randomUUID } from 'node:crypto'
import type { RunState } from './run-state'
import type { ServiceObject } from './service'
import { integer, none, object, plainObject, ServiceError, self, text, value } from './service'

const mostValue = 9 * 1024
const mostProperties = 500 * 1024
/** The most one sleep may last (Utilities.sleep: 300000). */
const longestSleep = 300_000

/** PropertiesService: script properties, within Google's 9 KB a value and 500 KB a store. */
export function propertiesService(run: RunState): ServiceObject {
  const properties: ServiceObject = {
    name: 'Properties',
    members: {
      getProperties: () => {
        run.charge('props.getAll')
        return value(run.store.properties())
      },
      getProperty: (key) => {
        run.charge('props.get')
        return value(run.store.properties()[text(key, 'Properties.getProperty')] ?? null)
      },
      setProperties: (given) => {
        run.charge('props.setAll')
        const all = Object.entries(plainObject(given, 'Properties.setProperties'))
        const texts = Object.fromEntries(all.map(([name, one]) => [name, String(one)]))
        const after = { ...run.store.properties(), ...texts }
        refuseLarge(after)
        run.store.setProperties(after)
        return self
      },
      deleteProperty: (key) => {
        run.charge('props.delete')
        const { [text(key, 'Properties.deleteProperty')]: _gone, ...after } = run.store.properties()
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

// Who holds the script lock of a workspace; runs follow each other, but for those in lock-step.
const holders = new WeakMap<RunState['store'], RunState>()

/** LockService: the lock is busy while another run of the workspace holds it, or as a fault. */
export function lockService(run: RunState): ServiceObject {
  const lock: ServiceObject = {
    name: 'Lock',
    members: {
      tryLock: (timeoutInMillis) => {
        // A negative wait is none, as on Google.
        const timeout = Math.max(0, integer(timeoutInMillis, 'Lock.tryLock'))
        run.charge('lock.try')
        const holder = holders.get(run.store)
        // A lock is let go when its run has ended.
        const isHeld = holder !== undefined && holder !== run && !holder.hasEnded
        if (run.faults.lockBusy || isHeld) {
          run.charge('lock.wait', {}, timeout)
          return value(false)
        }
        holders.set(run.store, run)
        return value(true)
      },
      releaseLock: () => {
        run.charge('lock.release')
        if (holders.get(run.store) === run) holders.delete(run.store)
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

/** Utilities: a pause passes on the clock of the run, in no time of ours. */
export function utilitiesService(run: RunState): ServiceObject {
  return {
    name: 'Utilities',
    members: {
      getUuid: () => {
        run.charge('util.uuid')
        return value(randomUUID())
      },
      sleep: (milliseconds) => {
        const ms = integer(milliseconds, 'Utilities.sleep')
        if (ms > longestSleep) throw new ServiceError('Exceeded maximum sleep time')
        run.charge('util.sleep', {}, ms)
        return none
      },
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

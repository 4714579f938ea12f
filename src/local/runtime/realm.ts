import vm from 'node:vm'
import { storageFault } from '../damage/storage-fault'
import { HandedCells } from './handed-cells'
import { builtIns, prelude } from './prelude'
import type { RunState } from './run-state'
import type { Reply, ServiceMethod, ServiceObject } from './service'
import { RunDead, ServiceError } from './service'

/** Whom the Google objects of a realm ask, in texts and numbers only. */
export type Host = {
  now(): number
  globals(): string[]
  member(id: number, member: string): string
  text(id: number): string
  call(id: number, member: string, args: unknown[]): string
}
type Caller = (fn: string, args: string) => string | undefined

const preludeScript = new vm.Script(prelude, { filename: 'prelude.js' })
const builtInScript = new vm.Script(builtIns, { filename: 'built-ins.js' })
const callScript = new vm.Script('__call()', { filename: 'call.js' })
/** Real ms after which a run that makes no calls, such as an endless loop, is stopped. */
const wallLimit = 180_000

/** A realm in which the bundle has been loaded. */
export type Realm = {
  context: vm.Context
  call: Caller
  /** Whom its Google objects ask: each run has a host of its own. */
  host: Host
  handed: HandedCells
}

/** Keeps the realm of a run for the next one, whose code then need not warm up again. */
export type KeptRealm = { realm?: Realm }

/**
 * Runs one function of the bundle in a realm that has nothing but ECMAScript built-ins and the given
 * services: a fresh one, or the one that `kept` holds from a run that ended well.
 *
 * @returns its result as JSON text. @throws what the bundle throws.
 */
export function runInRealm(
  bundle: vm.Script,
  run: RunState,
  services: readonly ServiceObject[],
  args: readonly unknown[],
  kept: KeptRealm = {},
): string | undefined {
  const handed = kept.realm?.handed ?? new HandedCells()
  const host = hostOf(run, services, handed)
  const realm = kept.realm ?? freshRealm(bundle, host, handed)
  if (kept.realm) {
    realm.host = host
    // The Google objects of the realm go by the numbers they were given at its start.
    host.globals()
  }
  delete kept.realm
  const { context } = realm
  let result: string | undefined
  Object.defineProperty(context, '__call', {
    configurable: true,
    value: () => {
      delete (context as { __call?: unknown }).__call
      result = realm.call(run.fn, JSON.stringify(args))
    },
  })
  callScript.runInContext(context, { timeout: wallLimit })
  if (run.death === undefined) kept.realm = realm
  return result
}

function freshRealm(bundle: vm.Script, host: Host, handed: HandedCells): Realm {
  const context = vm.createContext(Object.create(null) as object, {
    microtaskMode: 'afterEvaluate',
  })
  const realm: Realm = { context, host, handed, call: () => undefined }
  const asked: Host = {
    now: () => realm.host.now(),
    globals: () => realm.host.globals(),
    member: (id, member) => realm.host.member(id, member),
    text: (id) => realm.host.text(id),
    call: (id, member, args) => realm.host.call(id, member, args),
  }
  realm.call = (preludeScript.runInContext(context) as (host: Host) => Caller)(asked)
  builtInScript.runInContext(context)
  // A time limit costs a watchdog thread: the bundle's top level only declares, and needs none.
  bundle.runInContext(context)
  return realm
}

/** What the prelude may ask: texts and numbers only, so that no object of this realm leaks. */
export function hostOf(
  run: RunState,
  services: readonly ServiceObject[],
  handed: HandedCells,
): Host {
  const objects: ServiceObject[] = []
  const keep = (object: ServiceObject): string => `${objects.push(object) - 1} ${object.name}`
  const memberOf = (id: number, member: string): ServiceMethod | ServiceObject | undefined => {
    const members = objects[id]?.members
    return members && Object.hasOwn(members, member) ? members[member] : undefined
  }
  return {
    now: () => run.now(),
    globals: () => services.map(keep),
    member: (id, member) => {
      const found = memberOf(id, member)
      if (found === undefined) return ''
      return typeof found === 'function' ? '()' : keep(found)
    },
    text: (id) => objects[id]?.text ?? objects[id]?.name ?? '',
    call: (id, member, args) => {
      const method = memberOf(id, member)
      if (typeof method !== 'function') return `E${encoded(new Error(member))}`
      try {
        run.begin()
        const given = args.map((arg) => unwrapped(arg, objects))
        const failure = run.failureOf(`${objects[id]?.name}.${member}`, given)
        if (failure && !failure.after) throw new ServiceError(failure.says)
        const lines = run.trace.lines.length
        const reply = method(...given)
        if (failure) throw new ServiceError(failure.says)
        if (run.trace.lines.length === lines) throw new Error(`${member} has no price`)
        return textOf(reply, keep, handed)
      } catch (error) {
        return `E${encoded(orDead(run, error))}`
      }
    },
  }
}

/** The error the bundle gets; where the disk is at fault the run is dead, whoever catches that. */
function orDead(run: RunState, error: unknown): unknown {
  const fault = storageFault(error, run.store.dir)
  if (!fault) return error
  try {
    return run.fail(fault)
  } catch (death) {
    return death
  }
}

function unwrapped(arg: unknown, objects: readonly ServiceObject[]): unknown {
  if (typeof arg !== 'object' || arg === null || !('$' in arg)) return arg
  return typeof arg.$ === 'number' ? objects[arg.$] : arg
}

function encoded(error: unknown): string {
  if (error instanceof RunDead) {
    return JSON.stringify({ name: 'Exception', message: error.message })
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return JSON.stringify({ name, message })
}

function textOf(
  reply: Reply,
  keep: (object: ServiceObject) => string,
  handed: HandedCells,
): string {
  switch (reply.kind) {
    case 'value':
      return `V${JSON.stringify(reply.value)}`
    case 'shared':
      return `R${reply.text}`
    case 'cells':
      return `K${handed.textOf(reply.cells)}`
    case 'object':
      return `O${keep(reply.object)}`
    case 'objects':
      return `L${reply.objects.map(keep).join(',')}`
    case 'self':
      return 'S'
    case 'none':
      return 'U'
  }
}

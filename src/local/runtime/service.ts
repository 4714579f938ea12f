import { types } from 'node:util'
import type { CellValue } from '../../apps-script/surface'
import type { Json } from '../looks/json'
import type { ShownCells } from './handed-cells'

/** What a call hands back to the bundle; made of objects of the bundle's own realm there. */
export type Reply =
  | { kind: 'none' }
  | { kind: 'self' }
  | { kind: 'value'; value: Json }
  /** A large value in which many parts are the same object, as `sharedJson` writes it. */
  | { kind: 'shared'; text: string }
  | { kind: 'cells'; cells: ShownCells }
  | { kind: 'object'; object: ServiceObject }
  | { kind: 'objects'; objects: ServiceObject[] }

/** A Google object: its members are exactly those of surface.ts. */
export type ServiceObject = {
  name: string
  /** What it is as a text, where that is not its name. */
  text?: string
  members: { [member: string]: ServiceMethod | ServiceObject }
}
export type ServiceMethod = (...args: unknown[]) => Reply

export const none: Reply = { kind: 'none' }
export const self: Reply = { kind: 'self' }

export function value(given: Json): Reply {
  return { kind: 'value', value: given }
}

export function object(given: ServiceObject): Reply {
  return { kind: 'object', object: given }
}

/** An error as Google's services throw it. */
export class ServiceError extends Error {
  override name = 'Exception'
}

/** The run is dead: whatever the bundle still calls has no effect. */
export class RunDead extends Error {
  override name = 'RunDead'
}

/** A whole number argument. @throws as Google does for a wrong signature. */
export function integer(given: unknown, method: string): number {
  if (typeof given === 'number' && Number.isInteger(given)) return given
  throw mismatch(given, method)
}

/** A text argument. @throws as Google does for a wrong signature. */
export function text(given: unknown, method: string): string {
  if (typeof given === 'string') return given
  throw mismatch(given, method)
}

/** A plain object argument, copied into this realm. */
export function plainObject(given: unknown, method: string): { [member: string]: unknown } {
  if (typeof given !== 'object' || given === null) throw mismatch(given, method)
  return { ...given }
}

/** Google takes these arguments too: it is the local runtime that does not. */
export function notImitated(method: string): Error {
  return new Error(`${method} with these arguments is not imitated here`)
}

function mismatch(given: unknown, method: string): ServiceError {
  return new ServiceError(
    `The parameters (${typeof given}) don't match the method signature for ${method}.`,
  )
}

/** A cell value as the bundle gave it; undefined and null clear the cell, as on Google. */
export function cellValue(given: unknown, method: string): CellValue {
  if (given === undefined || given === null) return ''
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean') {
    return given
  }
  // A Date of the bundle's realm: instanceof is false here.
  if (types.isDate(given)) return new Date(Date.prototype.getTime.call(given))
  throw mismatch(given, method)
}

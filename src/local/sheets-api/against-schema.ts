import { type Mask, maskOf } from '../looks/field-mask'
import published from './google-schema.json' with { type: 'json' }

/** What the published schema says of one member of a message. */
type Member =
  | { type: 'string' | 'boolean' | 'integer' | 'number'; enum?: readonly string[] }
  | { ref: string }
  | { values: string }
  | { items: Member }

type Message = { [member: string]: Member }

// Members and types as @googleapis/sheets 14.0.0 publishes them (Apache-2.0), the values of
// enumerations as the discovery document lists them.
const schema = published as { [message: string]: Message }

/** Of which message the mask beside it names members. */
const masked: { [request: string]: string } = {
  updateSheetProperties: 'SheetProperties',
  updateSpreadsheetProperties: 'SpreadsheetProperties',
  updateDimensionProperties: 'DimensionProperties',
  updateDimensionGroup: 'DimensionGroup',
  updateProtectedRange: 'ProtectedRange',
  updateEmbeddedObjectPosition: 'OverlayPosition',
  repeatCell: 'CellData',
}

/**
 * Holds a looks request against Google's published schema (Sheets API v4).
 *
 * @throws an Error in Google's own words for a member, a type, a value of an enumeration or a mask
 * that Google would refuse.
 */
export function againstSchema(request: Record<string, unknown>, place: string): void {
  checkMessage('Request', request, place)
  for (const [name, body] of Object.entries(request)) {
    const fields = isMessage(body) ? body.fields : undefined
    const message = masked[name]
    if (message !== undefined && typeof fields === 'string') checkMask(message, fields)
  }
}

/** @throws an Error when a mask names what the message does not have. */
export function checkMask(message: string, fields: string): void {
  if (fields.trim() === '*') return
  maskedMembers(message, maskOf(fields), '')
}

function maskedMembers(message: string, mask: Mask, above: string): void {
  for (const [name, below] of Object.entries(mask)) {
    const path = above === '' ? name : `${above}.${name}`
    const member = schema[message]?.[name]
    const inner = member && messageOf(member)
    if (!member || (inner === undefined && Object.keys(below).length > 0)) {
      throw new Error(
        `Invalid value at 'fields': Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
      )
    }
    if (inner !== undefined) maskedMembers(inner, below, path)
  }
}

function messageOf(member: Member): string | undefined {
  if ('ref' in member) return member.ref
  if ('values' in member) return member.values
  return 'items' in member ? messageOf(member.items) : undefined
}

function checkMessage(message: string, given: unknown, place: string): void {
  if (!isMessage(given)) throw new Error(`Invalid value at '${place}' (${message})`)
  for (const [name, value] of Object.entries(given)) {
    const member = schema[message]?.[name]
    if (!member) {
      throw new Error(
        `Invalid JSON payload received. Unknown name "${name}" at '${place}': Cannot find field.`,
      )
    }
    if (value !== undefined && value !== null) checkMember(member, value, `${place}.${name}`)
  }
}

function checkMember(member: Member, value: unknown, place: string): void {
  if ('ref' in member) checkMessage(member.ref, value, place)
  else if ('values' in member) {
    if (!isMessage(value)) throw new Error(`Invalid value at '${place}' (map)`)
    for (const [key, each] of Object.entries(value))
      checkMessage(member.values, each, `${place}.${key}`)
  } else if ('items' in member) {
    if (!Array.isArray(value)) throw new Error(`Invalid value at '${place}' (list)`)
    value.forEach((each, at) => {
      checkMember(member.items, each, `${place}[${at}]`)
    })
  } else if (!isOfType(member, value)) {
    throw new Error(
      `Invalid value at '${place}' (${member.enum ? 'enum' : member.type}), ${JSON.stringify(value)}`,
    )
  }
}

function isOfType(
  { type, enum: values }: { type: string; enum?: readonly string[] },
  value: unknown,
): boolean {
  if (values) return typeof value === 'string' && values.includes(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function isMessage(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

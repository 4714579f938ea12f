import * as v from 'valibot'
import type { LooksRequest } from '../../apps-script/surface'
import type { BookChange } from '../books/book-change'
import type { Json } from '../looks/json'
import { againstSchema } from './against-schema'
import { chartRequests } from './chart-requests'
import { dimensionRequests } from './dimension-requests'
import { lookRequests } from './look-requests'
import { protectionRequests } from './protection-requests'
import type { RequestName, RequestOf } from './request-shapes'
import { requestShapes } from './request-shapes'
import { sheetRequests } from './sheet-requests'
import { SheetsApiError } from './sheets-api-error'

/** What is done for each kind of request; what it returns goes into the reply. */
type Handlers = {
  [Name in RequestName]: (change: BookChange, request: RequestOf<Name>) => Json | undefined
}

const handlers: Handlers = {
  ...sheetRequests,
  ...dimensionRequests,
  ...protectionRequests,
  ...lookRequests,
  ...chartRequests,
}

/**
 * Applies looks requests in order inside one change of a workbook.
 *
 * @returns one reply a request. @throws SheetsApiError for an unknown request or member, an id that
 * exists or does not, and anything that carries values; the change is then given up as a whole.
 */
export function applyRequests(change: BookChange, requests: readonly LooksRequest[]): Json[] {
  return requests.map((request, position) => {
    const [name, ...more] = Object.keys(request)
    if (name === undefined || more.length > 0) {
      throw new SheetsApiError(`Invalid requests[${position}]: exactly one kind must be set`)
    }
    if (!isKnown(name)) {
      throw new SheetsApiError(`${name} is not implemented in the local store`)
    }
    try {
      againstSchema(request, `requests[${position}]`)
      return applyOne(change, name, request[name])
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      throw new SheetsApiError(`Invalid requests[${position}].${name}: ${message}`)
    }
  })
}

function isKnown(name: string): name is RequestName {
  return Object.hasOwn(requestShapes, name)
}

function applyOne<Name extends RequestName>(change: BookChange, name: Name, body: unknown): Json {
  const parsed = v.safeParse(requestShapes[name], plain(body))
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new Error(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)
  }
  // valibot infers the output of one entry of the table, which TypeScript cannot tie to Name.
  const result = handlers[name](change, parsed.output as RequestOf<Name>)
  return result === undefined ? {} : { [name]: result }
}

/** The body without undefined members, as it would travel. */
function plain(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body ?? {}))
}

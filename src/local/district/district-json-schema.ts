import type * as v from 'valibot'
import { districtSchema } from './district'

type Json = Record<string, unknown>

/** The part of a valibot schema this generator looks at. */
type Node = {
  type: string
  wrapped?: Node
  item?: Node
  entries?: Record<string, Node>
  options?: readonly unknown[]
  literal?: unknown
  default?: unknown
  requirement?: unknown
  message?: unknown
  pipe?: readonly Node[]
}

const words: Record<string, string> = {
  regex: 'pattern',
  min_value: 'minimum',
  min_length: 'minItems',
}

/** The JSON Schema of a district file, made from the schema it is checked with. */
export function districtJsonSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '区情文件',
    ...jsonSchemaOf(asNode(districtSchema)),
  }
}

function jsonSchemaOf(node: Node): Json {
  if (node.wrapped) return { ...jsonSchemaOf(node.wrapped), default: node.default }
  const described = typeof node.message === 'string' ? { description: node.message } : {}
  const actions = (node.pipe ?? []).slice(1).flatMap((action) => Object.entries(actionOf(action)))
  return { ...shapeOf(node), ...described, ...Object.fromEntries(actions) }
}

function shapeOf(node: Node): Json {
  switch (node.type) {
    case 'strict_object':
      return objectOf(node.entries ?? {})
    case 'array':
      return { type: 'array', items: node.item ? jsonSchemaOf(node.item) : {} }
    case 'picklist':
      return { enum: node.options }
    case 'literal':
      return { const: node.literal }
    case 'union':
      return { anyOf: (node.options ?? []).map((option) => jsonSchemaOf(option as Node)) }
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.type }
    default:
      throw new Error(`No JSON Schema is known for a valibot ${node.type}`)
  }
}

function objectOf(entries: Record<string, Node>): Json {
  const named = Object.entries(entries)
  return {
    type: 'object',
    properties: Object.fromEntries(named.map(([key, node]) => [key, jsonSchemaOf(node)])),
    required: named.flatMap(([key, node]) => (node.type === 'optional' ? [] : [key])),
    additionalProperties: false,
  }
}

// What only valibot checks (trimming, days that are on no calendar) has no word in JSON Schema.
function actionOf({ type, requirement }: Node): Json {
  if (type === 'integer') return { type }
  if (type === 'email') return { format: 'email' }
  if (type === 'non_empty') return { minLength: 1 }
  const word = words[type]
  if (word === undefined) return {}
  return { [word]: requirement instanceof RegExp ? requirement.source : requirement }
}

function asNode(schema: v.GenericSchema): Node {
  return schema as unknown as Node
}

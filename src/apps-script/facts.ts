import type { Facts } from '../ports'
import type { Patience } from './patience'
import type { PropertiesLike } from './surface'

/** The script properties as facts; each call may be made again where only the moment was bad. */
export const factsOf = (properties: PropertiesLike, patience: Patience): Facts => {
  let known: Record<string, string> | undefined
  const fresh = (): Record<string, string> => {
    known = { ...patience(() => properties.getProperties()) }
    return { ...known }
  }
  return {
    all: () => (known ? { ...known } : fresh()),
    fresh,
    now: (name) => patience(() => properties.getProperty(name)) ?? undefined,
    put: (changes) => {
      const given: Record<string, string> = {}
      const gone: string[] = []
      for (const [name, value] of Object.entries(changes)) {
        if (value !== undefined) given[name] = value
        else gone.push(name)
      }
      // What is removed goes last: the lease is given back when all else is kept.
      if (Object.keys(given).length > 0) patience(() => properties.setProperties(given))
      for (const name of gone) patience(() => properties.deleteProperty(name))
      if (!known) return
      Object.assign(known, given)
      for (const name of gone) Reflect.deleteProperty(known, name)
    },
  }
}

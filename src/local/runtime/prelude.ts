/**
 * Runs inside the bundle's realm before the bundle. It makes the Google objects as strict proxies
 * there, so that every array, Date and Error the bundle meets is one of its own realm, and hands the
 * realm's clock to the workspace. It returns how to call a function of the bundle.
 */
export const prelude = `((host) => {
  'use strict'
  const RealDate = Date
  const ids = new WeakMap()
  const raise = (text) => {
    const { name, message } = JSON.parse(text)
    const error = new Error(message)
    error.name = name
    throw error
  }
  const wrap = (id, name) => {
    const proxy = new Proxy(Object.create(null), {
      get: (_, member) => {
        if (typeof member === 'symbol') return undefined
        if (member === 'toString') return () => host.text(id)
        const found = host.member(id, member)
        if (found === '') {
          throw new Error(name + '.' + member + ' is not implemented in the local runtime')
        }
        if (found !== '()') return open(found)
        return (...args) => answer(
          host.call(id, member, args.map((arg) => (ids.has(arg) ? { $: ids.get(arg) } : arg))),
          proxy,
        )
      },
      set: (_, member) => {
        throw new Error(name + '.' + String(member) + ' cannot be set')
      },
    })
    ids.set(proxy, id)
    return proxy
  }
  const open = (text) => {
    const [id, name] = text.split(' ')
    return wrap(Number(id), name)
  }
  // What each range showed last: the host sends the rows that differ (HandedCells).
  const shown = new Map()
  const copied = ([cells, dates]) => {
    const row = cells.slice()
    if (dates) for (const [column, instant] of dates) row[column] = new RealDate(instant)
    return row
  }
  const withShown = (text) => {
    const { of, height, changed, passing } = JSON.parse(text)
    const rows = shown.get(of) ?? []
    rows.length = height
    for (const [at, cells, dates] of changed) rows[at] = [cells, dates]
    if (!passing) shown.set(of, rows)
    return rows.map(copied)
  }
  const withShared = (text) => {
    const { shared, whole } = JSON.parse(text)
    const put = (value) => {
      if (typeof value !== 'object' || value === null) return value
      // A shared part stands in the list before the parts that hold it.
      if (Object.hasOwn(value, '$shared')) return shared[value.$shared]
      for (const member of Object.keys(value)) value[member] = put(value[member])
      return value
    }
    shared.forEach((value, place) => { shared[place] = put(value) })
    return put(whole)
  }
  const answer = (reply, proxy) => {
    const rest = reply.slice(1)
    switch (reply[0]) {
      case 'V': return JSON.parse(rest)
      case 'K': return withShown(rest)
      case 'R': return withShared(rest)
      case 'O': return open(rest)
      case 'L': return rest === '' ? [] : rest.split(',').map(open)
      case 'S': return proxy
      case 'E': return raise(rest)
      default: return undefined
    }
  }
  function WorkspaceDate(...args) {
    if (new.target === undefined) return new RealDate(host.now()).toString()
    return Reflect.construct(RealDate, args.length === 0 ? [host.now()] : args, new.target)
  }
  Object.defineProperties(WorkspaceDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: RealDate.prototype, writable: false },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    now: { value: () => host.now(), writable: true, configurable: true },
  })
  const put = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true })
  Object.defineProperty(RealDate.prototype, 'constructor', { value: WorkspaceDate })
  put('Date', WorkspaceDate)
  delete globalThis.WebAssembly
  for (const entry of host.globals()) put(entry.split(' ')[1], open(entry))
  // The event of an edit: a range whose sheet is the one that was edited.
  const given = (arg) => {
    const edited = arg?.$edited
    if (!edited) return arg
    const getSheet = () => SpreadsheetApp.openById(edited.book).getSheetByName(edited.tab)
    return { range: { getSheet } }
  }
  return (fn, args) => {
    const found = globalThis[fn]
    if (typeof found !== 'function') throw new Error('Script function not found: ' + fn)
    const result = found(...JSON.parse(args).map(given))
    return result === undefined ? undefined : JSON.stringify(result)
  }
})`

const names = [
  ...['Array', 'BigInt', 'Date', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise'],
  ...['RangeError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'Uint8Array'],
  ...['Uint32Array', 'DataView', 'WeakMap', 'WeakSet'],
]

/**
 * Declares the built-ins once more as constants of the realm: a global of a realm that vm makes is
 * looked up outside of it each time, which takes longer than what most calls of the bundle do.
 */
export const builtIns = `const ${names.map((name) => `${name} = globalThis.${name}`).join(', ')}`

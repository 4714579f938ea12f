import type { Held } from '../../domain/held'
import type { Register } from '../../domain/register'

const headingOf = (register: Register | undefined, column: string): string => {
  if (column.startsWith('#')) return `第${column.slice(1)}列`
  return column.startsWith('=') ? column.slice(1) : (register?.fields[column]?.heading ?? column)
}

/** What a row waits for of which a secret text was refused; '' for one that waits for nothing said here. */
export const sayHeld = (register: Register | undefined, held: Held): string => {
  if (held.columns.length === 0 || held.print !== undefined) return ''
  const columns = held.columns.map((column) => `“${headingOf(register, column)}”`).join('、')
  const meanwhile = held.counted ? '仍按原来的内容办理' : '不计入、不发布'
  return `${columns}中的涉密内容已清空，请填写可以公开的内容或“无”，或者删除这一行；在此之前，这一行${meanwhile}`
}

/** 待补正: the rows of a desk that wait for a lawful text. */
export const heldMatters = (registers: readonly Register[], all: readonly Held[]): string[][] =>
  all.flatMap((held) => {
    const register = registers.find(({ id }) => id === held.register)
    const text = sayHeld(register, held)
    const where = `${register?.title ?? held.register} ${held.id}`
    return text === '' ? [] : [['待补正', '涉密内容已拒收', text, '', where]]
  })

import { CommanderError } from 'commander'
import { BadInput } from '../bad-input'
import { storageFault } from '../damage/storage-fault'
import { messageOf } from '../message-of'
import { noteError } from './error-log'
import { sayUsage } from './say-usage'
import { UsageError } from './usage-error'

/**
 * What went wrong, as a person reads it: one Chinese sentence. What only a programmer understands
 * goes to a file, which the sentence names.
 */
export function sayFailure(error: unknown, argv: string[], dir: string): string {
  if (error instanceof CommanderError) return sayUsage(error)
  if (error instanceof UsageError || error instanceof BadInput) return error.message
  const fault = storageFault(error, dir)
  if (fault) return fault.message
  const [first = ''] = messageOf(error).split('\n')
  if (isForPeople(error, first)) return /[。！？]$/.test(first) ? first : `${first}。`
  const file = noteError(error, argv, dir)
  return file === undefined
    ? '程序出错，没有做完，详情也没有记下；请把刚才的命令告诉维护人员。'
    : `程序出错，没有做完；详情记在 ${file}，请连同刚才的命令交给维护人员。`
}

/** A sentence of ours, not one of the language or a library, which may quote what somebody typed. */
function isForPeople(error: unknown, said: string): boolean {
  const isOurs = error instanceof Error && error.name === 'Error' && !('code' in error)
  return isOurs && /^(?:[^A-Za-z]*|\S*：)\p{Script=Han}/u.test(said)
}

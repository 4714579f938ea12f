import { spinner } from '@clack/prompts'
import type { PlayProgress } from '../play'
import { sayMoment } from '../say-moment'
import type { Shell } from './shell'

/** Shows how far a play has come: drawn for a person, else one line a simulated week. */
export function progressOf(shell: Shell, quiet: boolean) {
  if (quiet) return { step: () => undefined, end: () => undefined }
  return shell.tty ? drawn() : plain(shell)
}

function drawn() {
  const drawing = spinner()
  drawing.start('试运行开始')
  return {
    step: (progress: PlayProgress) => drawing.message(say(progress)),
    end: (line: string) => drawing.stop(line),
  }
}

function plain(shell: Shell) {
  const week = 7 * 86_400_000
  let shown = Number.NEGATIVE_INFINITY
  return {
    step(progress: PlayProgress) {
      if (progress.at - shown < week) return
      shown = progress.at
      shell.err(say(progress))
    },
    end: (line: string) => shell.err(line),
  }
}

function say({ at, until, ticks, typed }: PlayProgress): string {
  return `试运行到 ${sayMoment(at)}（至 ${sayMoment(until)}），运行 ${ticks} 次，填写 ${typed} 次`
}

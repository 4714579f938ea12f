import type { Triggers } from '../ports'
import type { ScriptAppLike } from './surface'

/** The three triggers there are: the clock, the daily self-check, edits of the control workbook. */
export const triggersOf = (script: ScriptAppLike): Triggers => ({
  install: (control) => {
    const wanted: Record<string, () => void> = {
      tick: () => void script.newTrigger('tick').timeBased().everyMinutes(10).create(),
      selfCheck: () =>
        void script.newTrigger('selfCheck').timeBased().everyDays(1).atHour(7).create(),
      controlEdited: () =>
        void script.newTrigger('controlEdited').forSpreadsheet(control).onEdit().create(),
    }
    const seen = new Set<string>()
    for (const trigger of script.getProjectTriggers()) {
      const handler = trigger.getHandlerFunction()
      if (seen.has(handler) || !(handler in wanted)) script.deleteTrigger(trigger)
      seen.add(handler)
    }
    for (const [handler, make] of Object.entries(wanted)) if (!seen.has(handler)) make()
  },
})

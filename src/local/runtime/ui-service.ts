import type { RunState } from './run-state'
import { triggersOf } from './script-services'
import type { ServiceObject } from './service'
import { none, object, ServiceError, self, text } from './service'

/**
 * The control workbook's user interface: the last menu added is kept in the fact `menu`.
 *
 * @throws in a run of a clock trigger, where nobody sits in front of the workbook.
 */
export function uiService(run: RunState): ServiceObject {
  const isClock = triggersOf(run.store).some(
    (trigger) => trigger.handler === run.fn && trigger.kind.startsWith('every'),
  )
  if (isClock) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.')
  return {
    name: 'Ui',
    members: {
      createMenu: (caption) => {
        run.charge('ui.menu')
        return object(menuService(run, text(caption, 'Ui.createMenu')))
      },
    },
  }
}

function menuService(run: RunState, caption: string): ServiceObject {
  const items: { caption: string; fn: string }[] = []
  return {
    name: 'Menu',
    members: {
      addItem: (title, functionName) => {
        run.charge('handle')
        items.push({ caption: text(title, 'Menu.addItem'), fn: text(functionName, 'Menu.addItem') })
        return self
      },
      addToUi: () => {
        run.charge('ui.menu')
        run.store.setFact('menu', JSON.stringify({ caption, items }))
        return none
      },
    },
  }
}

/** The module that a selection is about: itself, the one that made a class, or the one in which something happened. */
import type { ModuleKey, TraceEvent } from '../../../trace/events.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import type { Selection } from './run-view.ts'

export function moduleOfSelection(
  selection: Selection | null,
  { events, classes }: { readonly events: readonly TraceEvent[]; readonly classes: ClassesModel },
): ModuleKey | null {
  switch (selection?.kind) {
    case undefined:
      return null
    case 'module':
      return selection.key
    case 'class':
      return classes.byId.get(selection.id)?.module ?? null
    case 'event':
      return moduleOfEvent(events[selection.index], classes)
  }
}

function moduleOfEvent(event: TraceEvent | undefined, classes: ClassesModel): ModuleKey | null {
  switch (event?.kind) {
    case 'module-evaluated':
      return event.module
    case 'class-created':
    case 'instanceof-checked':
      return event.span?.module ?? null
    case 'plugin-registered':
    case 'plugin-unregistered':
    case 'hook-called':
      return event.class === null ? null : (classes.byId.get(event.class)?.module ?? null)
    default:
      return null
  }
}

/** Names classes for display: plain where a name is unique, with its number where it is not (`WorkerPlugin #2`). */

import type { ClassId } from '../../trace/events.ts'
import type { ClassesModel } from '../../trace/model/classes.ts'

export interface ClassLabels {
  /** @param name used for a class that the trace does not know */
  readonly of: (id: ClassId, name: string) => string
  /** What tells a class from others of its name; null for one that is the only one. */
  readonly ordinalOf: (id: ClassId) => number | null
}

export function createClassLabels(model: ClassesModel): ClassLabels {
  return {
    of: (id, name) => {
      const found = model.byId.get(id)
      if (found === undefined) return name
      return found.twins > 1 ? `${found.name} #${found.ordinal}` : found.name
    },
    ordinalOf: (id) => {
      const found = model.byId.get(id)
      return found !== undefined && found.twins > 1 ? found.ordinal : null
    },
  }
}

/** Holds how the reader wants to see the console. The filter stays from run to run; what was cleared or opened belongs to one run. */
import { useState } from 'react'
import type { ConsoleLevel, TraceEvent } from '../../../trace/events.ts'
import type { ConsoleFilter } from '../../../trace/model/console-filter.ts'
import type { ConsoleSetting } from './console-view.ts'

export interface ConsoleControls {
  readonly setting: ConsoleSetting
  readonly find: (text: string) => void
  readonly toggleLevel: (level: ConsoleLevel) => void
  readonly showAll: () => void
  /** Hides the lines of the first `step` events. */
  readonly clear: (step: number) => void
  readonly showCleared: (isShown: boolean) => void
  readonly toggleGroup: (index: number) => void
  readonly showMore: () => void
}

/** So many rows are drawn at once: several screens, and still fast. */
const PAGE = 300

interface OfRun extends Omit<ConsoleSetting, 'filter'> {
  /** The run, by its first event. */
  readonly run: TraceEvent | undefined
}

const NO_FILTER: ConsoleFilter = { hiddenLevels: new Set(), text: '' }

export function useConsoleSetting([run]: readonly TraceEvent[]): ConsoleControls {
  const [filter, setFilter] = useState(NO_FILTER)
  const untouched: OfRun = { run, clearedAt: 0, showsCleared: false, toggled: new Set(), most: PAGE }
  const [stored, store] = useState(untouched)
  const ofRun = stored.run === run ? stored : untouched
  return {
    setting: { ...ofRun, filter },
    find: (text) => setFilter({ ...filter, text }),
    toggleLevel: (level) => setFilter({ ...filter, hiddenLevels: toggled(filter.hiddenLevels, level) }),
    showAll: () => setFilter(NO_FILTER),
    clear: (step) => store({ ...ofRun, clearedAt: step, showsCleared: false }),
    showCleared: (showsCleared) => store({ ...ofRun, showsCleared }),
    toggleGroup: (index) => store({ ...ofRun, toggled: toggled(ofRun.toggled, index) }),
    showMore: () => store({ ...ofRun, most: ofRun.most + PAGE }),
  }
}

function toggled<Item>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const changed = new Set(items)
  if (!changed.delete(item)) changed.add(item)
  return changed
}

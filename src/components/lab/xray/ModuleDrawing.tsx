/** Draws the modules that matter, and lets the reader open what is folded up. */
import { useMemo, useRef, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { ModuleKey } from '../../../trace/events.ts'
import type { ModuleGraph } from '../../../trace/model/module-graph.ts'
import { drawModuleMap, type Rest } from '../../../trace/model/module-map.ts'
import { useLabStrings } from '../lab-context.ts'
import { ModuleMap } from './ModuleMap.tsx'
import { NARROW } from './module-boxes.ts'
import { layOutToFit } from './module-fit.ts'
import { useRoom } from './module-room.ts'
import { nameRest, sayFoldUp } from './module-words.ts'
import type { RunView } from './run-view.ts'

interface ModuleDrawingProps {
  readonly graph: ModuleGraph
  readonly wanted: readonly ModuleKey[]
  readonly selected: ModuleKey | null
  readonly evaluations: (key: ModuleKey) => number
  readonly select: RunView['select']
}

/** The owners of opened rests, by the ids of the rests. */
type Opened = ReadonlyMap<string, Rest['owner']>

export function ModuleDrawing({ graph, wanted, selected, evaluations, select }: ModuleDrawingProps) {
  const strings = useLabStrings()
  const [opened, setOpened] = useState<Opened>(new Map())
  const [ref, room] = useRoom()
  const { map, layout, scale } = useMemo(() => {
    const all = selected === null ? wanted : [selected, ...wanted]
    const map = drawModuleMap(graph, { wanted: all, opened: new Set(opened.keys()) })
    return { map, ...layOutToFit(map, { room, restLabel: (rest) => nameRest(rest, strings) }) }
  }, [graph, wanted, selected, opened, strings, room])
  // The button that was pressed is gone after it: the focus goes to the one that takes it back, or to the drawing.
  const last = useRef<string | null>(null)
  const open = ({ id, owner }: Rest) => {
    last.current = id
    setOpened(new Map(opened).set(id, owner))
  }
  const foldUp = (id: string) => {
    setOpened(new Map([...opened].filter(([other]) => other !== id)))
    ref.current?.focus()
  }
  const takeFocus = (button: HTMLButtonElement | null, id: string) => {
    if (button === null || last.current !== id) return
    last.current = null
    button.focus()
  }

  return (
    <div ref={ref} tabIndex={-1} className="module-drawing" data-narrow={scale === NARROW || undefined}>
      {[...opened].map(([id, owner]) => (
        <button
          key={id}
          ref={(button) => takeFocus(button, id)}
          type="button"
          className="place"
          onClick={() => foldUp(id)}
        >
          {sayFoldUp(owner, strings)}
        </button>
      ))}
      <ModuleMap layout={layout} selected={selected} evaluations={evaluations} select={select} open={open} />
      {map.undrawn > 0 && <p className="value-muted">{fill(strings.undrawnImports, { count: map.undrawn })}</p>}
    </div>
  )
}

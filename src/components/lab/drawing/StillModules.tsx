/** The modules of a run on the page: laid out for a wide column and for a phone, of which the style sheet shows one. */
import type { Bundle } from '../../../lab/judge.ts'
import type { ModuleKey } from '../../../trace/events.ts'
import { foldChecks } from '../../../trace/model/checks.ts'
import { foldClasses } from '../../../trace/model/classes.ts'
import { buildModuleGraph } from '../../../trace/model/module-graph.ts'
import { drawModuleMap, type Rest } from '../../../trace/model/module-map.ts'
import { foldModules } from '../../../trace/model/modules.ts'
import { useLabStrings } from '../lab-context.ts'
import { ModuleMap } from '../xray/ModuleMap.tsx'
import { ModuleTable } from '../xray/ModuleTable.tsx'
import { NARROW } from '../xray/module-boxes.ts'
import { layOutToFit } from '../xray/module-fit.ts'
import { wantedModules } from '../xray/module-wanted.ts'
import { nameRest } from '../xray/module-words.ts'
import type { PanelProps } from '../xray/run-view.ts'
import { PHONE, ROOMS } from './drawing-room.ts'

interface StillModulesProps extends PanelProps {
  readonly bundle: Bundle
  readonly size: keyof typeof ROOMS
}

export function StillModules({ view: { events, select }, bundle, size }: StillModulesProps) {
  const strings = useLabStrings()
  const run = foldModules(events)
  const graph = buildModuleGraph(bundle.modules, run)
  const wanted = wantedModules(foldClasses(events), foldChecks(events))
  const map = drawModuleMap(graph, { wanted, opened: new Set() })
  const restLabel = (rest: Rest) => nameRest(rest, strings)
  const wide = layOutToFit(map, { room: ROOMS[size] * 16, restLabel })
  const narrow = layOutToFit(map, { room: PHONE, restLabel })
  const evaluations = (key: ModuleKey) => run.byKey.get(key)?.evaluations ?? 0
  const common = { selected: null, evaluations, select, open: () => undefined }
  return (
    <>
      <div
        className="module-drawing drawing-wide"
        data-room={ROOMS[size]}
        data-narrow={wide.scale === NARROW || undefined}
      >
        <ModuleMap layout={wide.layout} {...common} takesFocus={wide.layout.width > ROOMS[size] * 16} />
      </div>
      <div className="module-drawing drawing-narrow" data-narrow={narrow.scale === NARROW || undefined}>
        <ModuleMap layout={narrow.layout} {...common} takesFocus={narrow.layout.width > PHONE} />
      </div>
      <details className="drawing-words">
        <summary>{strings.drawingInWords}</summary>
        <ModuleTable graph={graph} wanted={wanted} selected={null} evaluations={evaluations} select={select} />
      </details>
    </>
  )
}

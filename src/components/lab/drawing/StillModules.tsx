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
import { NARROW, WIDE } from '../xray/module-boxes.ts'
import { layOutModules } from '../xray/module-layout.ts'
import { wantedModules } from '../xray/module-wanted.ts'
import { nameRest } from '../xray/module-words.ts'
import type { PanelProps } from '../xray/run-view.ts'
import { isWiderThanAnyRoom, isWiderThanAPhone, roomFor } from './drawing-room.ts'

export function StillModules({ view: { events, select }, bundle }: PanelProps & { readonly bundle: Bundle }) {
  const strings = useLabStrings()
  const run = foldModules(events)
  const graph = buildModuleGraph(bundle.modules, run)
  const wanted = wantedModules(foldClasses(events), foldChecks(events))
  const map = drawModuleMap(graph, { wanted, opened: new Set() })
  const restLabel = (rest: Rest) => nameRest(rest, strings)
  const [wide, narrow] = [WIDE, NARROW].map((scale) => layOutModules(map, { scale, restLabel }))
  const evaluations = (key: ModuleKey) => run.byKey.get(key)?.evaluations ?? 0
  const common = { selected: null, evaluations, select, open: () => undefined }
  return (
    <>
      {wide !== undefined && (
        <div className="module-drawing drawing-wide" data-room={roomFor(wide.width)}>
          <ModuleMap layout={wide} {...common} takesFocus={isWiderThanAnyRoom(wide.width)} />
        </div>
      )}
      {narrow !== undefined && (
        <div className="module-drawing drawing-narrow" data-narrow>
          <ModuleMap layout={narrow} {...common} takesFocus={isWiderThanAPhone(narrow.width)} />
        </div>
      )}
      <details className="drawing-words">
        <summary>{strings.drawingInWords}</summary>
        <ModuleTable graph={graph} selected={null} evaluations={evaluations} select={select} />
      </details>
    </>
  )
}

/** The modules of a run: a drawing of those that matter, the way to the selected one, and a table of all. */
import { lazy, Suspense, useMemo } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { ModuleKey } from '../../../trace/events.ts'
import { checksView } from '../../../trace/model/checks.ts'
import { classesView } from '../../../trace/model/classes.ts'
import { buildModuleGraph } from '../../../trace/model/module-graph.ts'
import { modulesView } from '../../../trace/model/modules.ts'
import { useLabStrings } from '../lab-context.ts'
import { ModuleDetails } from './ModuleDetails.tsx'
import { ModuleTable } from './ModuleTable.tsx'
import { moduleOfSelection } from './module-selection.ts'
import { namesApart, wantedModules } from './module-wanted.ts'
import { sayRegister } from './module-words.ts'
import type { PanelProps } from './run-view.ts'
import { useFold } from './use-fold.ts'

const NO_MODULES: readonly never[] = []

// The layout library is of use to nobody who does not look at this panel.
const ModuleDrawing = lazy(() => import('./ModuleDrawing.tsx').then((file) => ({ default: file.ModuleDrawing })))

export function ModulesPanel({ view: { events, step, bundle, selection, select } }: PanelProps) {
  const strings = useLabStrings()
  const run = useFold(modulesView, events)
  const shown = useFold(modulesView, events, step)
  const classes = useFold(classesView, events)
  const checks = useFold(checksView, events)
  const listed = bundle?.modules ?? NO_MODULES
  const graph = useMemo(() => buildModuleGraph(listed, run), [listed, run])
  const wanted = useMemo(() => wantedModules(classes, checks), [classes, checks])
  const apart = useMemo(() => namesApart(classes, checks), [classes, checks])
  if (graph.entry === null) return <p className="results-empty">{strings.modulesEmpty}</p>

  const selected = moduleOfSelection(selection, { events, classes })
  const selectedNode = selected === null ? undefined : graph.byKey.get(selected)
  const evaluations = (key: ModuleKey) => shown.byKey.get(key)?.evaluations ?? 0
  return (
    <div className="modules">
      <p>{fill(strings.modulesSummary, { bundled: graph.nodes.length, evaluated: shown.modules.length })}</p>
      <p className="modules-verdict">{sayRegister(graph, apart, strings)}</p>
      <Suspense fallback={<p className="results-empty">{strings.modulesDrawing}</p>}>
        <ModuleDrawing
          graph={graph}
          wanted={wanted}
          selected={selectedNode?.key ?? null}
          evaluations={evaluations}
          select={select}
        />
      </Suspense>
      {selectedNode === undefined ? (
        <p className="value-muted">{strings.chooseModule}</p>
      ) : (
        <ModuleDetails graph={graph} module={selectedNode} times={evaluations(selectedNode.key)} select={select} />
      )}
      <ModuleTable graph={graph} wanted={wanted} selected={selected} evaluations={evaluations} select={select} />
    </div>
  )
}

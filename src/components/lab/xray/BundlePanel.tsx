/** The code that ran: what esbuild made of the program, where classes of one name are defined in it, and what it weighs. */
import { useMemo, useState } from 'react'
import { PROBES_NAME } from '../../../bundler/probes.ts'
import { fill } from '../../../i18n/fill.ts'
import type { Bundle } from '../../../lab/judge.ts'
import { classesView } from '../../../trace/model/classes.ts'
import { buildModuleGraph } from '../../../trace/model/module-graph.ts'
import { modulesView } from '../../../trace/model/modules.ts'
import { useLabStrings } from '../lab-context.ts'
import { BundleCode, type Jump } from './BundleCode.tsx'
import { BundleInputs } from './BundleInputs.tsx'
import { BundleTwins } from './BundleTwins.tsx'
import { formatCount } from './bundle-numbers.ts'
import { defineTwins, readBundleText } from './bundle-view.ts'
import { moduleOfSelection } from './module-selection.ts'
import type { PanelProps, RunView } from './run-view.ts'
import { useFold } from './use-fold.ts'

export function BundlePanel({ view }: PanelProps) {
  const strings = useLabStrings()
  if (view.bundle === null) return <p className="results-empty">{strings.bundleEmpty}</p>
  return <BundleOfRun view={view} bundle={view.bundle} />
}

function BundleOfRun({ view, bundle }: { readonly view: RunView; readonly bundle: Bundle }) {
  const strings = useLabStrings()
  const { events, selection, select } = view
  const [hidesProbes, setHidesProbes] = useState(false)
  const [jump, setJump] = useState<Jump | null>(null)
  const run = useFold(modulesView, events)
  const classes = useFold(classesView, events)
  const graph = useMemo(() => buildModuleGraph(bundle.modules, run), [bundle, run])
  const text = useMemo(() => readBundleText(bundle), [bundle])
  const total = useMemo(() => new TextEncoder().encode(bundle.code).length, [bundle])
  const selectedClass = selection?.kind === 'class' ? selection.id : null
  const definitions = useMemo(() => defineTwins(text, classes, selectedClass), [text, classes, selectedClass])
  const selected = moduleOfSelection(selection, { events, classes })

  return (
    <div className="bundle">
      <p>
        {fill(strings.bundleSummary, {
          size: (total / 1000).toFixed(1),
          lines: formatCount(text.lines.length),
          count: formatCount(bundle.modules.length),
        })}
        {strings.sentenceGap}
        {fill(strings.bundleProbes, { probes: PROBES_NAME })}
      </p>
      <label className="bundle-switch">
        <input type="checkbox" checked={hidesProbes} onChange={() => setHidesProbes(!hidesProbes)} />{' '}
        {strings.bundleHideProbes}
      </label>
      <BundleTwins definitions={definitions} classes={classes} view={view} show={(line) => setJump({ line })} />
      <BundleInputs sections={text.sections} total={total} graph={graph} selected={selected} select={select} />
      <BundleCode
        key={bundle.code}
        text={text}
        graph={graph}
        pieces={definitions.pieces}
        hidesProbes={hidesProbes}
        selected={selected}
        jump={jump}
      />
    </div>
  )
}

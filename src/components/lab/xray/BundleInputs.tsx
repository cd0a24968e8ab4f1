/** What a bundle is made of: its modules by their bytes in it. */
import { useMemo, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { BundleSection } from '../../../trace/model/bundle-sections.ts'
import type { ModuleGraph } from '../../../trace/model/module-graph.ts'
import { useLabStrings } from '../lab-context.ts'
import { formatCount } from './bundle-numbers.ts'
import { ModuleButton } from './ModuleButton.tsx'
import type { RunView } from './run-view.ts'

interface BundleInputsProps {
  readonly sections: readonly BundleSection[]
  /** Bytes of the whole bundle. */
  readonly total: number
  readonly graph: ModuleGraph
  readonly selected: string | null
  readonly select: RunView['select']
}

const FIRST = 12
const PAGE = 100

export function BundleInputs({ sections, total, graph, selected, select }: BundleInputsProps) {
  const strings = useLabStrings()
  const [shown, setShown] = useState(FIRST)
  const inputs = useMemo(() => inputsOf(sections, graph), [sections, graph])
  const most = inputs[0]?.bytes ?? 1
  return (
    <details className="other-classes">
      <summary>{strings.bundleInputs}</summary>
      <table className="module-table bundle-inputs">
        <thead>
          <tr>
            <th scope="col">{strings.moduleColumn}</th>
            <th scope="col">{strings.bundleBytes}</th>
            <th scope="col">{strings.bundleShare}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.slice(0, shown).map(({ module, bytes }) => (
            <tr key={module?.key ?? ''}>
              <th scope="row" data-identity={module !== undefined && module.prints > 1 ? module.ordinal : undefined}>
                {module === undefined ? (
                  strings.bundleHelpers
                ) : (
                  <ModuleButton module={module} isSelected={module.key === selected} select={select} />
                )}
              </th>
              <td>{formatCount(bytes)}</td>
              <td>
                {((100 * bytes) / total).toFixed(1)}%
                <span className="bundle-bar" style={{ inlineSize: `${(100 * bytes) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {inputs.length > shown && (
        <button type="button" className="place" onClick={() => setShown(shown + PAGE)}>
          {fill(strings.more, { count: inputs.length - shown })}
        </button>
      )}
    </details>
  )
}

/** The largest first; what esbuild added is one of them, without a module. */
function inputsOf(sections: readonly BundleSection[], { nodes }: ModuleGraph) {
  const bytes = new Map<string | null, number>()
  for (const section of sections) bytes.set(section.key, (bytes.get(section.key) ?? 0) + section.bytes)
  const helpers = bytes.get(null) ?? 0
  return [
    ...nodes.map((module) => ({ module, bytes: bytes.get(module.key) ?? 0 })),
    ...(helpers > 0 ? [{ module: undefined, bytes: helpers }] : []),
  ].toSorted((one, other) => other.bytes - one.bytes)
}

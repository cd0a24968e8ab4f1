/** The selected module: its file, its other instances, and the imports that led to it. */
import { useMemo } from 'react'
import { chainTo, growImportTree } from '../../../trace/model/import-chain.ts'
import type { ModuleGraph, ModuleNode } from '../../../trace/model/module-graph.ts'
import { useLabStrings } from '../lab-context.ts'
import { ModuleButton } from './ModuleButton.tsx'
import { ModulePath } from './ModulePath.tsx'
import { sayEvaluations, writeImport } from './module-words.ts'
import type { RunView } from './run-view.ts'

interface ModuleDetailsProps {
  readonly graph: ModuleGraph
  readonly module: ModuleNode
  readonly times: number
  readonly select: RunView['select']
}

const MAX_OTHERS = 8

export function ModuleDetails({ graph, module, times, select }: ModuleDetailsProps) {
  const strings = useLabStrings()
  const tree = useMemo(() => growImportTree(graph), [graph])
  const chain = chainTo(module.key, tree)
  const others = (graph.doubled.find(([first]) => first?.file === module.file) ?? []).filter((one) => one !== module)
  return (
    <section className="module-details">
      <h3>
        <ModuleButton module={module} isSelected select={select} />
      </h3>
      <dl>
        <dt>{strings.moduleFile}</dt>
        <dd>
          <ModulePath path={module.file} />
        </dd>
        <dt>{strings.evaluatedColumn}</dt>
        <dd>{sayEvaluations(times, module, strings)}</dd>
        {others.length > 0 && (
          <>
            <dt>{strings.sameFileAs}</dt>
            {others.slice(0, MAX_OTHERS).map((other) => (
              <dd key={other.key}>
                <ModuleButton module={other} isSelected={false} select={select} />
              </dd>
            ))}
          </>
        )}
      </dl>
      <h4>{strings.whyHere}</h4>
      {chain.length === 0 ? (
        <p>{strings.whyEntry}</p>
      ) : (
        <ol className="import-chain">
          {chain.map((step) => (
            <li key={step.to}>
              <Hop graph={graph} id={step.from} select={select} /> {strings.imports} <code>{writeImport(step)}</code>
              <span className="import-target">
                <span aria-hidden="true">→ </span>
                <Hop graph={graph} id={step.to} select={select} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Hop({ graph, id, select }: Pick<ModuleDetailsProps, 'graph' | 'select'> & { readonly id: ModuleNode['key'] }) {
  const module = graph.byKey.get(id)
  return module === undefined ? null : <ModuleButton module={module} isSelected={false} select={select} />
}

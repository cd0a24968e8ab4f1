/** All modules in words: key, file, how often each was evaluated, and by whom it is imported. */
import { useMemo, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { ModuleKey } from '../../../trace/events.ts'
import type { ModuleGraph, ModuleNode } from '../../../trace/model/module-graph.ts'
import { packageFolder } from '../../../trace/model/module-map.ts'
import { useLabStrings } from '../lab-context.ts'
import { ModuleButton } from './ModuleButton.tsx'
import { ModulePath } from './ModulePath.tsx'
import { countEvaluations, writeImport } from './module-words.ts'
import { Pressable } from './Pressable.tsx'
import type { RunView } from './run-view.ts'

interface ModuleTableProps {
  readonly graph: ModuleGraph
  /** Modules that matter to this run, beyond the reader's own and the doubled ones. */
  readonly wanted: readonly ModuleKey[]
  readonly selected: ModuleKey | null
  readonly evaluations: (key: ModuleKey) => number
  readonly select: RunView['select']
}

const PAGE = 60
/** So many are listed without being asked for. */
const FEW = 12
const MAX_IMPORTERS = 2

export function ModuleTable({ graph, wanted, selected, evaluations, select }: ModuleTableProps) {
  const strings = useLabStrings()
  const [first, rest] = useMemo(() => inOrder(graph, wanted), [graph, wanted])
  const [more, setMore] = useState(0)
  const modules = [...first, ...rest]
  const shown = modules.length <= FEW ? modules.length : Math.min(first.length, PAGE) + more
  return (
    <>
      <table className="module-table">
        <caption>{strings.modulesTable}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.moduleColumn}</th>
            <th scope="col">{strings.evaluatedColumn}</th>
            <th scope="col">{strings.importedBy}</th>
          </tr>
        </thead>
        <tbody>
          {modules.slice(0, shown).map((module) => (
            <tr key={module.key} data-selected={module.key === selected || undefined}>
              <th scope="row" data-identity={module.prints > 1 ? module.ordinal : undefined}>
                <ModuleButton module={module} isSelected={module.key === selected} select={select} />
                {module.file !== module.key && (
                  <span className="module-real-file">
                    {strings.fileIs}
                    <ModulePath path={module.file} />
                  </span>
                )}
              </th>
              <td>{countEvaluations(evaluations(module.key), module, strings)}</td>
              <td>
                {module.key === graph.entry && <p>{strings.theEntry}</p>}
                <Importers module={module} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {modules.length > shown && (
        <Pressable className="place" onClick={() => setMore(more + PAGE)}>
          {fill(strings.more, { count: modules.length - shown })}
        </Pressable>
      )}
    </>
  )
}

/** First doubled files with all their keys, what else matters, the reader's own, and what those import; then the inside of packages. */
function inOrder(
  { nodes, doubled, byKey }: ModuleGraph,
  wanted: readonly ModuleKey[],
): readonly [readonly ModuleNode[], readonly ModuleNode[]] {
  const own = nodes.filter(({ file }) => packageFolder(file) === null)
  const doors = own.flatMap(({ imports }) => imports.flatMap(({ to }) => byKey.get(to) ?? []))
  const first = new Set([...doubled.flat(), ...own, ...wanted.flatMap((key) => byKey.get(key) ?? []), ...doors])
  return [[...first], nodes.filter((node) => !first.has(node))]
}

function Importers({ module: { importedBy } }: { readonly module: ModuleNode }) {
  const strings = useLabStrings()
  const [isOpen, setIsOpen] = useState(false)
  const shown = isOpen ? importedBy : importedBy.slice(0, MAX_IMPORTERS)
  return (
    <ul>
      {shown.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a module may be imported twice by the same words.
        <li key={index}>
          <code>
            <ModulePath path={step.from} />
          </code>
          <code className="module-specifier-words">
            <ModulePath path={writeImport(step)} />
          </code>
        </li>
      ))}
      {importedBy.length > shown.length && (
        <li>
          <Pressable className="place" onClick={() => setIsOpen(true)}>
            {fill(strings.more, { count: importedBy.length - shown.length })}
          </Pressable>
        </li>
      )}
    </ul>
  )
}

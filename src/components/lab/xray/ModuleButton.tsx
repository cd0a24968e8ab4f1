/** A module by its key: pressing it selects it in every panel. */
import type { ModuleNode } from '../../../trace/model/module-graph.ts'
import { ModuleMark } from './ModuleMark.tsx'
import { ModulePath } from './ModulePath.tsx'
import { Pressable } from './Pressable.tsx'
import type { RunView } from './run-view.ts'

interface ModuleButtonProps {
  readonly module: ModuleNode
  readonly isSelected: boolean
  readonly select: RunView['select']
}

export function ModuleButton({ module, isSelected, select }: ModuleButtonProps) {
  return (
    <>
      <ModuleMark module={module} />{' '}
      <Pressable
        className="place module-button"
        aria-pressed={isSelected}
        onClick={() => select(isSelected ? null : { kind: 'module', key: module.key })}
      >
        <ModulePath path={module.key} />
      </Pressable>
    </>
  )
}

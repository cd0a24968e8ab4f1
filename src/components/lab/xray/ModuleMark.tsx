/** The mark and number of a module instance, where its file has several. */
import { fill } from '../../../i18n/fill.ts'
import type { ModuleNode } from '../../../trace/model/module-graph.ts'
import { IDENTITY_SHAPES } from '../../figures/identity-shapes.ts'
import { useLabStrings } from '../lab-context.ts'

export function ModuleMark({ module: { ordinal, prints } }: { readonly module: ModuleNode }) {
  const strings = useLabStrings()
  if (prints < 2) return null
  const shape = IDENTITY_SHAPES[ordinal]
  const words = fill(strings.instanceOf, { number: ordinal, count: prints })
  return (
    <span className="identity-mark" data-identity={ordinal} title={words}>
      {shape !== undefined && (
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={shape} />
        </svg>
      )}
      <span aria-hidden="true">{ordinal}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

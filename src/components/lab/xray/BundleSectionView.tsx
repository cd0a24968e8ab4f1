/** The lines of one module in the bundle, folded up until they are asked for, and never more of them than a page can hold. */
import { useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { BundleSection } from '../../../trace/model/bundle-sections.ts'
import type { ModuleNode } from '../../../trace/model/module-graph.ts'
import { useLabStrings } from '../lab-context.ts'
import type { Jump } from './BundleCode.tsx'
import { BundleLines } from './BundleLines.tsx'
import type { Definition } from './bundle-view.ts'
import { ModuleMark } from './ModuleMark.tsx'
import { ModulePath } from './ModulePath.tsx'

interface BundleSectionViewProps {
  readonly section: BundleSection
  readonly module: ModuleNode | undefined
  readonly lines: readonly string[]
  readonly definitions: readonly Definition[]
  readonly hidesProbes: boolean
  readonly isSelected: boolean
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  /** The line that the reader asked for, if it lies here. */
  readonly target: Jump | null
}

const WINDOW = 300
const LEAD = 20

export function BundleSectionView(props: BundleSectionViewProps) {
  const strings = useLabStrings()
  const { section, module, isSelected, isOpen, onToggle } = props
  const { firstLine, lastLine, key } = section
  return (
    <details
      className="bundle-section"
      open={isOpen}
      data-selected={isSelected || undefined}
      onToggle={({ currentTarget }) => {
        // The browser also reports what was opened by us.
        if (currentTarget.open !== isOpen) onToggle(currentTarget.open)
      }}
    >
      <summary>
        {module !== undefined && <ModuleMark module={module} />}{' '}
        <span className="bundle-key">{key === null ? strings.bundleHelpers : <ModulePath path={key} />}</span>{' '}
        <span className="value-muted bundle-range">
          {fill(strings.bundleLines, { first: firstLine, last: lastLine })}
        </span>
      </summary>
      {/* A new target opens a new window of lines. */}
      {isOpen && <SectionLines key={props.target?.line ?? 0} {...props} />}
    </details>
  )
}

function SectionLines({ section, lines, definitions, hidesProbes, target }: BundleSectionViewProps) {
  const strings = useLabStrings()
  const [from, setFrom] = useState(() => Math.max(section.firstLine, (target?.line ?? 0) - LEAD))
  const [to, setTo] = useState(() => Math.min(section.lastLine, from + WINDOW - 1))
  const earlier = Math.min(WINDOW, from - section.firstLine)
  const later = Math.min(WINDOW, section.lastLine - to)
  return (
    <>
      {earlier > 0 && (
        <button type="button" className="place" onClick={() => setFrom(from - earlier)}>
          {fill(strings.bundleEarlierLines, { count: earlier })}
        </button>
      )}
      <BundleLines
        lines={lines}
        range={{ firstLine: from, lastLine: to }}
        definitions={definitions}
        hiddenFor={hidesProbes ? section.key : null}
      />
      {later > 0 && (
        <button type="button" className="place" onClick={() => setTo(to + later)}>
          {fill(strings.bundleMoreLines, { count: later })}
        </button>
      )}
    </>
  )
}

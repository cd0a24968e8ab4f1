/** The lines of a bundle, module by module; open are those that define classes of one name. */
import { useEffect, useRef, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { BundleSection } from '../../../trace/model/bundle-sections.ts'
import type { ModuleGraph, ModuleNode } from '../../../trace/model/module-graph.ts'
import { useLabStrings } from '../lab-context.ts'
import { BundleSectionView } from './BundleSectionView.tsx'
import { chooseSections } from './bundle-shown.ts'
import type { BundleText, Definitions } from './bundle-view.ts'

/** A line that the reader asked for. Each time they ask it is another object. */
export interface Jump {
  readonly line: number
}

interface BundleCodeProps {
  readonly text: BundleText
  readonly graph: ModuleGraph
  readonly pieces: Definitions['pieces']
  readonly hidesProbes: boolean
  /** The key of the selected module. */
  readonly selected: string | null
  readonly jump: Jump | null
}

const PAGE = 60
const MAX_OPEN = 4

export function BundleCode({ text, graph, pieces, hidesProbes, selected, jump }: BundleCodeProps) {
  const strings = useLabStrings()
  const root = useRef<HTMLElement>(null)
  const [limit, setLimit] = useState(PAGE)
  // What the reader opened or closed, by the section's first line.
  const [chosen, choose] = useState<ReadonlyMap<number, boolean>>(new Map())
  const target = jump === null ? undefined : text.sections.find((section) => holds(section, jump.line))
  const byKey: ReadonlyMap<string | null, ModuleNode> = graph.byKey

  // A line that is asked for opens its section, even one that the reader had closed.
  const [answered, answer] = useState(jump)
  if (jump !== answered) {
    answer(jump)
    if (target !== undefined) choose(new Map(chosen).set(target.firstLine, true))
  }
  useEffect(() => {
    if (jump === null) return
    const line = root.current?.querySelector<HTMLElement>(`[data-line="${jump.line}"]`)
    line?.scrollIntoView({ block: 'center' })
    line?.focus({ preventScroll: true })
  }, [jump])

  const defining = text.sections.filter((section) => pieces.some(({ firstLine }) => holds(section, firstLine)))
  const open = new Set(defining.slice(0, MAX_OPEN))
  const matters = (section: BundleSection) => section === target || open.has(section) || section.key === selected
  const sections = chooseSections(text.sections, matters, limit)
  return (
    <section className="bundle-code" ref={root}>
      <h3>{strings.bundleCode}</h3>
      {sections.map((shown) => {
        if (shown.kind === 'gap') {
          return (
            <button key={shown.firstLine} type="button" className="place" onClick={() => setLimit(limit + PAGE)}>
              {fill(strings.bundleMoreSections, { count: shown.count, first: shown.firstLine, last: shown.lastLine })}
            </button>
          )
        }
        const { section } = shown
        const { key, firstLine } = section
        const isSelected = key !== null && key === selected
        return (
          <BundleSectionView
            key={firstLine}
            section={section}
            module={byKey.get(key)}
            lines={text.lines}
            definitions={pieces.filter((piece) => holds(section, piece.firstLine))}
            hidesProbes={hidesProbes}
            isSelected={isSelected}
            isOpen={chosen.get(firstLine) ?? (open.has(section) || isSelected)}
            onToggle={(isOpen) => choose(new Map(chosen).set(firstLine, isOpen))}
            target={section === target ? jump : null}
          />
        )
      })}
    </section>
  )
}

function holds({ firstLine, lastLine }: BundleSection, line: number): boolean {
  return firstLine <= line && line <= lastLine
}

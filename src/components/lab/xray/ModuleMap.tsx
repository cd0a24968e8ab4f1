/** The drawing of the modules: sheets, their prints, and the imports between them. Loaded when it is first looked at, for its layout. */
import { type CSSProperties, useEffect, useRef } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { ModuleKey } from '../../../trace/events.ts'
import type { ModuleNode } from '../../../trace/model/module-graph.ts'
import type { Rest } from '../../../trace/model/module-map.ts'
import { useLabStrings } from '../lab-context.ts'
import { ModuleMark } from './ModuleMark.tsx'
import type { ModuleLayout, PlacedEdge } from './module-layout.ts'
import type { PlacedNode } from './module-moves.ts'
import { nameRest, sayEvaluations } from './module-words.ts'
import { Pressable } from './Pressable.tsx'
import type { RunView } from './run-view.ts'

interface ModuleMapProps {
  readonly layout: ModuleLayout
  readonly selected: ModuleKey | null
  readonly evaluations: (key: ModuleKey) => number
  readonly select: RunView['select']
  readonly open: (rest: Rest) => void
  /** Whether it scrolls and holds nothing that could take the focus, so that it must take it itself. */
  readonly takesFocus?: boolean
}

export function ModuleMap({ layout, selected, evaluations, select, open, takesFocus = false }: ModuleMapProps) {
  const strings = useLabStrings()
  const { width, height, nodes, edges } = layout
  const inks = inksOf(nodes)
  const frame = useRef<HTMLDivElement>(null)
  // A drawing wider than its frame opens where the reader looks, or else where the program starts.
  useEffect(() => {
    const chosen = frame.current?.querySelector('[aria-pressed="true"]') ?? frame.current?.querySelector('button')
    if (layout.nodes.length > 0 && chosen != null) centre(frame.current, chosen)
  }, [layout])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons in it, and no part of a form.
    <div
      className="module-map"
      ref={frame}
      role="group"
      aria-label={strings.modulesMap}
      tabIndex={takesFocus ? 0 : undefined}
    >
      <div className="module-map-paper" style={{ inlineSize: rem(width), blockSize: rem(height) }}>
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {edges.map(({ edge, arrow }, index) => (
            <g
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one layout have an order and nothing else.
              key={index}
              data-identity={inkOf(edge, inks)}
              data-selected={touches(edge, selected) || undefined}
            >
              <path d={arrow.line} data-bundled={edge.from.key === null || edge.to.key === null || undefined} />
              <path d={arrow.head} />
            </g>
          ))}
        </svg>
        {edges.map(({ edge, label }, index) =>
          label === null ? null : (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              key={index}
              className="module-specifier"
              aria-hidden="true"
              data-identity={inkOf(edge, inks)}
              style={place(label)}
            >
              {label.lines.join('\n')}
            </span>
          ),
        )}
        {nodes.map((placed) => (
          <div key={placed.node.id} className="module-place" style={{ ...place(placed), ...size(placed) }}>
            {'columns' in placed ? (
              <SheetBox {...{ placed, selected, evaluations, select }} />
            ) : (
              <Pressable
                className="module-rest"
                aria-expanded={false}
                data-selected={placed.node.modules.some(({ key }) => key === selected) || undefined}
                onClick={() => open(placed.node)}
              >
                {nameRest(placed.node, strings)}
              </Pressable>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

type SheetBoxProps = Pick<ModuleMapProps, 'selected' | 'evaluations' | 'select'> & {
  readonly placed: Extract<PlacedNode, { readonly columns: unknown }>
}

function SheetBox({ placed, selected, evaluations, select }: SheetBoxProps) {
  const strings = useLabStrings()
  const { node, columns, fileLines } = placed
  const keys = node.prints.length + node.hidden
  const prints = node.prints.map((print, index) => (
    <PrintBox
      key={print.key}
      print={print}
      width={columns[index]?.width ?? 0}
      lines={columns[index]?.lines ?? []}
      isSelected={print.key === selected}
      times={evaluations(print.key)}
      select={select}
    />
  ))
  if (fileLines.length === 0) return prints
  return (
    <div className="module-sheet">
      <div className="module-prints">{prints}</div>
      <p className="module-file">{fileLines.join('\n')}</p>
      {keys > 1 && <p>{fill(strings.sheetKeys, { count: keys })}</p>}
      {node.hidden > 0 && <p>{fill(strings.sheetMoreKeys, { count: node.hidden })}</p>}
    </div>
  )
}

interface PrintBoxProps {
  readonly print: ModuleNode
  readonly width: number
  readonly lines: readonly string[]
  readonly isSelected: boolean
  readonly times: number
  readonly select: RunView['select']
}

function PrintBox({ print, width, lines, isSelected, times, select }: PrintBoxProps) {
  const strings = useLabStrings()
  return (
    <Pressable
      className="module-print"
      style={{ inlineSize: rem(width) }}
      aria-pressed={isSelected}
      data-identity={print.prints > 1 ? print.ordinal : undefined}
      data-idle={(times === 0 && print.tracing === 'traced') || undefined}
      onClick={() => select(isSelected ? null : { kind: 'module', key: print.key })}
    >
      <ModuleMark module={print} />
      <span className="module-key">{lines.join('\n')}</span>
      <span className="module-times">{sayEvaluations(times, print, strings)}</span>
    </Pressable>
  )
}

/** Of the prints of doubled files. */
function inksOf(nodes: readonly PlacedNode[]): ReadonlyMap<ModuleKey, number> {
  const prints = nodes.flatMap((placed) => ('columns' in placed ? placed.node.prints : []))
  return new Map(prints.filter((print) => print.prints > 1).map(({ key, ordinal }) => [key, ordinal]))
}

/** A line that leads to a print of a doubled file has its ink, and so have the words on it: lines may pass each other there. */
function inkOf({ to }: PlacedEdge['edge'], inks: ReadonlyMap<ModuleKey, number>): number | undefined {
  return to.key === null ? undefined : inks.get(to.key)
}

function centre(frame: HTMLElement | null, chosen: Element): void {
  if (frame === null) return
  const [outer, inner] = [frame.getBoundingClientRect(), chosen.getBoundingClientRect()]
  frame.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2
}

function touches({ from, to }: PlacedEdge['edge'], selected: ModuleKey | null): boolean {
  return selected !== null && (from.key === selected || to.key === selected)
}

function place({ x, y }: { readonly x: number; readonly y: number }): CSSProperties {
  return { insetInlineStart: rem(x), insetBlockStart: rem(y) }
}

function size({ width, height }: PlacedNode): CSSProperties {
  return { inlineSize: rem(width), blockSize: rem(height) }
}

function rem(units: number): string {
  return `${Math.round((units / 16) * 1000) / 1000}rem`
}

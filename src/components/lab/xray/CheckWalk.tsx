/** One check as a drawing: a line that walks up the chain from the object, and beside each hop what it was compared with. */
import { fill } from '../../../i18n/fill.ts'
import type { Check, CheckHop } from '../../../trace/model/checks.ts'
import { PlaceButton } from '../PlaceButton.tsx'
import { PreviewTree } from '../PreviewTree.tsx'
import { CheckComparisons } from './CheckComparisons.tsx'
import { ClassStamp } from './ClassName.tsx'
import {
  type CheckTexts,
  describeEnd,
  describeValue,
  type HopKind,
  hopKind,
  placeOf,
  verdictOf,
} from './check-words.ts'
import type { RunView } from './run-view.ts'

interface CheckWalkProps {
  readonly check: Check
  /** How often the same was asked at the same place, with the same walk. */
  readonly count: number
  readonly texts: CheckTexts
  readonly view: RunView
}

export function CheckWalk({ check, count, texts, view }: CheckWalkProps) {
  const { strings, labels } = texts
  const end = describeEnd(check, strings)
  const place = placeOf(check)
  const isWalked = check.hops.length > 0
  return (
    <>
      <p className="verdict">{verdictOf(check, texts)}</p>
      {place !== null && (
        <p className="check-place">
          {strings.checkPlace} <PlaceButton file={place.file} line={place.line} column={place.column} />
        </p>
      )}
      {count > 1 && <p className="check-place">{fill(strings.checkSameWalk, { count })}</p>}
      {isWalked && (
        <p className="walk-columns" aria-hidden="true">
          <span>{strings.chainColumn}</span>
          <span>{askedFor(check, texts)}</span>
        </p>
      )}
      <ol className="check-walk" aria-label={strings.walk}>
        <li className="hop" data-kind="start">
          <Node kind="start" />
          <div className="hop-name">
            <PreviewTree value={check.event.value} labels={labels} />
            <p className="hop-note">{describeValue(check, strings)}</p>
          </div>
        </li>
        {check.hops.map((hop, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a walk never changes, and a class may be met only once on it.
          <Hop key={index} hop={hop} step={index + 1} check={check} texts={texts} view={view} />
        ))}
        {end !== null && (
          <li className="hop" data-kind="end" style={{ '--step': check.hops.length + 1 }}>
            <Node kind="end" />
            <div className="hop-name">
              <code>{end.label}</code>
              <p className="hop-note">{end.note}</p>
            </div>
          </li>
        )}
      </ol>
    </>
  )
}

function askedFor(check: Check, { strings }: CheckTexts): string {
  return check.kind === 'dispatch'
    ? fill(strings.tableColumn, { function: check.event.function })
    : strings.targetColumn
}

interface HopProps {
  readonly hop: CheckHop
  readonly step: number
  readonly check: Check
  readonly texts: CheckTexts
  readonly view: RunView
}

function Hop({ hop, step, check, texts, view }: HopProps) {
  const { strings, classes } = texts
  const kind = hopKind(hop)
  const isNameless = hop.class === null && hop.label === ''
  const note = { met: strings.hopMet, failed: strings.hopFailed, passed: strings.hopPassed }[kind]
  return (
    <li className="hop" data-kind={kind} style={{ '--step': step }}>
      <Node kind={kind} />
      <div className="hop-name">
        {isNameless ? (
          <span>{strings.hopNameless}</span>
        ) : (
          <ClassStamp classes={classes} id={hop.class} label={hop.label} view={view} />
        )}
        <p className="hop-note">{isNameless && kind === 'passed' ? strings.hopNamelessNote : note}</p>
      </div>
      <CheckComparisons hop={hop} check={check} texts={texts} />
    </li>
  )
}

const NODES: Readonly<Record<HopKind | 'start' | 'end', string>> = {
  start: 'M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8',
  passed: 'M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8',
  failed: 'M3 3L13 13M13 3L3 13',
  met: 'M2.5 8.5L6.5 12.5L13.5 3.5',
  end: 'M2 8H14',
}

function Node({ kind }: { readonly kind: keyof typeof NODES }) {
  return (
    <svg className="hop-node" viewBox="0 0 16 16" aria-hidden="true">
      <path d={NODES[kind]} />
    </svg>
  )
}

/** Every check of identity that the run made, in order, one of them drawn hop by hop. */
import { useMemo, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import { type CheckGroup, checkGroupsView } from '../../../trace/model/check-groups.ts'
import type { CheckEvent } from '../../../trace/model/checks.ts'
import { classesView } from '../../../trace/model/classes.ts'
import { createClassLabels } from '../class-labels.ts'
import { useLab } from '../lab-context.ts'
import { CheckList } from './CheckList.tsx'
import { chooseCheck, listChecks } from './check-choice.ts'
import type { PanelProps } from './run-view.ts'
import { useFold } from './use-fold.ts'

export function ChecksPanel({ view }: PanelProps) {
  const { strings, isOwnFile } = useLab()
  const { events, step, selection } = view
  const classes = useFold(classesView, events)
  const model = useFold(checkGroupsView, events, step)
  const labels = useMemo(() => createClassLabels(classes), [classes])
  const [before, setBefore] = useState<CheckEvent | null>(null)
  if (events.length === 0) return <p className="results-empty">{strings.checksEmpty}</p>
  if (model.total === 0) return <p className="results-empty">{strings.checksNone}</p>

  const shown = chooseCheck(model, view, { before, isOwnFile })
  const { own, others } = listChecks(model.groups, isOwnFile, shown)
  const otherTotal = model.total - countAll(model.groups, isOwnFile)
  const asked = selection?.kind === 'class' ? selection.id : null
  const list = {
    view,
    shown,
    texts: { strings, labels, classes },
    isTouched: before !== null,
    onShow: ({ event, index }: CheckGroup) => {
      setBefore(event)
      view.select({ kind: 'event', index })
    },
  }
  return (
    <div className="checks">
      <p className="value-muted">
        {model.total > model.groups.length &&
          fill(strings.checksCounted, { count: model.total, groups: model.groups.length }) + strings.sentenceGap}
        {asked === null
          ? strings.checksKeys
          : fill(strings.checksMet, { name: labels.of(asked, '') || strings.anonymous })}
      </p>
      {own.shown.length === 0 ? (
        <p>{strings.checksNoOwn}</p>
      ) : (
        <CheckList {...list} listed={own} label={strings.checksOwn} />
      )}
      {others.shown.length > 0 && (
        <details className="other-classes" open={shown !== undefined && others.shown.includes(shown)}>
          <summary>{fill(strings.otherChecks, { count: otherTotal })}</summary>
          <CheckList {...list} listed={others} label={fill(strings.otherChecks, { count: otherTotal })} />
        </details>
      )}
    </div>
  )
}

/** How many checks were the reader's own. */
function countAll(groups: readonly CheckGroup[], isOwnFile: (module: string) => boolean): number {
  return groups.reduce(
    (sum, { event, count }) => (event.kind === 'dispatched' || isOwnFile(event.span.module) ? sum + count : sum),
    0,
  )
}

/** Says what is selected in all views, and lets go of it. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { ClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { shortModule } from '../module-name.ts'
import { describeEvent } from './event-words.ts'
import type { PanelProps, RunView } from './run-view.ts'

export function TimelineSelection({ view, labels }: PanelProps & { readonly labels: ClassLabels }) {
  const strings = useLabStrings()
  if (view.selection === null) {
    return <p className="timeline-selection">{view.events.length > 0 && strings.selectionNone}</p>
  }
  return (
    <p className="timeline-selection">
      <span className="timeline-selected">
        {fill(strings.selectionIs, { thing: nameSelection(view, labels, strings) })}
      </span>
      <button type="button" className="place" onClick={() => view.select(null)}>
        {strings.selectionClear}
      </button>
    </p>
  )
}

function nameSelection({ selection, events }: RunView, labels: ClassLabels, strings: LabStrings): string {
  switch (selection?.kind) {
    case undefined:
      return ''
    case 'module':
      return shortModule(selection.key)
    case 'class':
      return labels.of(selection.id, '') || strings.anonymous
    case 'event': {
      const event = events[selection.index]
      return event === undefined ? '' : describeEvent(event, labels, strings)
    }
  }
}

/** One check on the page, drawn hop by hop. */
import { type CheckGroup, type CheckGroupsModel, foldCheckGroups } from '../../../trace/model/check-groups.ts'
import { describeCheck } from '../../../trace/model/checks.ts'
import { foldClasses } from '../../../trace/model/classes.ts'
import { createClassLabels } from '../class-labels.ts'
import { useLab } from '../lab-context.ts'
import { CheckQuestion } from '../xray/CheckQuestion.tsx'
import { CheckWalk } from '../xray/CheckWalk.tsx'
import { chooseCheck } from '../xray/check-choice.ts'
import { answerOf, placeOf } from '../xray/check-words.ts'
import type { PanelProps } from '../xray/run-view.ts'

export function StillCheck({ view, of }: PanelProps & { readonly of: string | undefined }) {
  const { strings, isOwnFile } = useLab()
  const classes = foldClasses(view.events)
  const model = foldCheckGroups(view.events)
  const texts = { strings, classes, labels: createClassLabels(classes) }
  const group =
    of === undefined ? chooseCheck(model, view, { before: null, isOwnFile }) : model.groups.find((one) => isAt(one, of))
  if (group === undefined) throw new Error(explainNone(of, model))
  const check = describeCheck(group.event, group.index)
  return (
    <div className="checks">
      <p className="drawing-question">
        <CheckQuestion check={check} texts={texts} /> <strong>{answerOf(check, texts)}</strong>
      </p>
      <CheckWalk check={check} count={group.count} texts={texts} view={view} />
    </div>
  )
}

function isAt({ event, index }: CheckGroup, place: string): boolean {
  const found = placeOf(describeCheck(event, index))
  return found !== null && `${found.file}:${found.line}` === place
}

function explainNone(of: string | undefined, { groups }: CheckGroupsModel): string {
  const places = groups.flatMap(({ event, index }) => placeOf(describeCheck(event, index)) ?? [])
  const known = places.map(({ file, line }) => `${file}:${line}`).join(', ')
  return `A drawing asks for the check ${of ?? 'of a run'}, and its run has none there. It has: ${known || 'no checks'}.`
}

/** Checks one a row: a tab stop for the list, arrows move and select, the one that is shown opens below its row. */
import { type ComponentProps, useId } from 'react'
import { fill } from '../../../i18n/fill.ts'
import { type CheckGroup, involves } from '../../../trace/model/check-groups.ts'
import { describeCheck } from '../../../trace/model/checks.ts'
import { shortModule } from '../module-name.ts'
import { CheckQuestion } from './CheckQuestion.tsx'
import { CheckWalk } from './CheckWalk.tsx'
import { answerOf, type CheckTexts, placeOf } from './check-words.ts'
import type { Listed } from './class-sections.ts'
import type { RunView } from './run-view.ts'
import { useRovingRows } from './use-roving-rows.ts'

interface CheckListProps {
  readonly view: RunView
  readonly listed: Listed<CheckGroup>
  readonly shown: CheckGroup | undefined
  readonly texts: CheckTexts
  readonly label: string
  /** Whether the reader has chosen a check: only then its line walks. */
  readonly isTouched: boolean
  readonly onShow: (group: CheckGroup) => void
}

export function CheckList({ view, listed, shown, texts, label, isTouched, onShow }: CheckListProps) {
  const groups = listed.shown
  const current = shown === undefined ? -1 : groups.indexOf(shown)
  const { list, rowProps } = useRovingRows({
    count: groups.length,
    stop: Math.max(0, current),
    onReach: (row) => {
      const group = groups[row]
      if (group !== undefined) onShow(group)
    },
  })

  return (
    <>
      <ol className="check-list" aria-label={label} ref={list}>
        {groups.map((group, row) => (
          <CheckItem
            key={group.index}
            group={group}
            view={view}
            texts={texts}
            isShown={row === current}
            isTouched={isTouched}
            button={{ ...rowProps(row), onClick: () => onShow(group) }}
          />
        ))}
      </ol>
      {listed.omitted > 0 && <p className="value-muted">{fill(texts.strings.moreChecks, { count: listed.omitted })}</p>}
    </>
  )
}

interface CheckItemProps {
  readonly group: CheckGroup
  readonly view: RunView
  readonly texts: CheckTexts
  readonly isShown: boolean
  readonly isTouched: boolean
  readonly button: ComponentProps<'button'>
}

function CheckItem({ group, view, texts, isShown, isTouched, button }: CheckItemProps) {
  const { event, index, count } = group
  const { strings, labels } = texts
  const id = useId()
  const check = describeCheck(event, index)
  const place = placeOf(check)
  const { selection } = view
  const met = selection?.kind === 'class' && involves(event, selection.id) ? selection.id : null
  return (
    <li className="check" data-shown={isShown}>
      <button
        type="button"
        className="check-row"
        data-met-class={met !== null}
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        {...button}
      >
        <svg className="check-mark" data-passed={check.passed} viewBox="0 0 16 16" aria-hidden="true">
          <path d={check.passed ? 'M2.5 8.5L6.5 12.5L13.5 3.5' : 'M3 3L13 13M13 3L3 13'} />
        </svg>
        <span className="check-question">
          <CheckQuestion check={check} texts={texts} />
        </span>
        <span className="check-answer">{answerOf(check, texts)}</span>
        <span className="check-where">
          {met !== null && (
            <span className="check-met">
              ◆ <span className="visually-hidden">{fill(strings.checkMetMark, { name: labels.of(met, '') })} </span>
            </span>
          )}
          {count > 1 && `${fill(strings.checkTimes, { count })} · `}
          {place !== null && `${shortModule(place.file)}:${place.line}`}
        </span>
      </button>
      {isShown && (
        <div id={id} className="check-detail" data-touched={isTouched}>
          <CheckWalk check={check} count={count} texts={texts} view={view} />
        </div>
      )}
    </li>
  )
}

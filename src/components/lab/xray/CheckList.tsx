/** Checks one a row: a tab stop for the list, arrows move and select, the one that is shown opens below its row. */
import { type KeyboardEvent, useId, useRef } from 'react'
import { fill } from '../../../i18n/fill.ts'
import { type CheckGroup, involves } from '../../../trace/model/check-groups.ts'
import { describeCheck } from '../../../trace/model/checks.ts'
import { shortModule } from '../module-name.ts'
import { CheckQuestion } from './CheckQuestion.tsx'
import { CheckWalk } from './CheckWalk.tsx'
import { rowAfter } from './check-choice.ts'
import { answerOf, type CheckTexts, placeOf } from './check-words.ts'
import type { Listed } from './class-sections.ts'
import type { RunView } from './run-view.ts'

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
  const list = useRef<HTMLOListElement>(null)
  const groups = listed.shown
  const current = shown === undefined ? -1 : groups.indexOf(shown)

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, row: number) => {
    const next = rowAfter(row, groups.length, event.key)
    const group = next === null ? undefined : groups[next]
    if (next === null || group === undefined) return
    event.preventDefault()
    list.current?.querySelectorAll<HTMLElement>('.check-row')[next]?.focus()
    onShow(group)
  }

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
            isTabStop={row === Math.max(0, current)}
            isTouched={isTouched}
            onShow={() => onShow(group)}
            onKeyDown={(event) => onKeyDown(event, row)}
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
  readonly isTabStop: boolean
  readonly isTouched: boolean
  readonly onShow: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
}

function CheckItem({ group, view, texts, isShown, isTabStop, isTouched, onShow, onKeyDown }: CheckItemProps) {
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
        tabIndex={isTabStop ? 0 : -1}
        onClick={onShow}
        onKeyDown={onKeyDown}
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

/** The solution beside the reader's own code, line by line. It only shows: the own code stays as it is until the reader takes the solution over. */
import { useMemo } from 'react'
import { diffLines, type NumberedLine } from '../../../lab/line-diff.ts'
import type { Files } from '../../../lab/project.ts'
import { useLabStrings } from '../lab-context.ts'

interface SolutionDiffProps {
  readonly own: Files
  readonly solution: Files
  readonly onTake: () => void
}

export function SolutionDiff({ own, solution, onTake }: SolutionDiffProps) {
  const strings = useLabStrings()
  const differing = Object.keys(solution).filter((file) => own[file] !== solution[file])
  if (differing.length === 0) return <p>{strings.solutionIsYours}</p>
  return (
    <>
      {differing.map((file) => (
        <FileDiff key={file} file={file} own={own[file] ?? ''} solution={solution[file] ?? ''} />
      ))}
      <p className="solution-take">
        <button type="button" className="button" onClick={onTake}>
          {strings.takeSolution}
        </button>
        {strings.takeSolutionNote}
      </p>
    </>
  )
}

interface FileDiffProps {
  readonly file: string
  readonly own: string
  readonly solution: string
}

function FileDiff({ file, own, solution }: FileDiffProps) {
  const strings = useLabStrings()
  const rows = useMemo(() => diffLines(own, solution), [own, solution])
  return (
    <figure className="file-diff">
      <figcaption>
        <code>{file}</code>
        <span className="diff-heads" aria-hidden="true">
          <span>{strings.diffYours}</span>
          <span>{strings.diffSolution}</span>
        </span>
      </figcaption>
      <ol>
        {rows.map((row) => (
          <li key={`${row.one?.number} ${row.other?.number}`} data-kind={row.kind}>
            <Line line={row.one} mark="−" words={row.kind === 'same' ? '' : strings.diffYours} side="one" />
            <Line line={row.other} mark="+" words={row.kind === 'same' ? '' : strings.diffSolution} side="other" />
          </li>
        ))}
      </ol>
    </figure>
  )
}

interface LineProps {
  readonly line: NumberedLine | null
  readonly mark: string
  /** Whose line it is, for who cannot see the columns; empty for a line of both. */
  readonly words: string
  readonly side: 'one' | 'other'
}

function Line({ line, mark, words, side }: LineProps) {
  if (line === null) return <span className="diff-line" data-side={side} data-empty="true" />
  return (
    // Where both have the line, it is read once.
    <span className="diff-line" data-side={side} aria-hidden={words === '' && side === 'other'}>
      <span className="diff-number" aria-hidden="true">
        {line.number}
      </span>
      <span className="diff-mark" aria-hidden="true">
        {words === '' ? '' : mark}
      </span>
      {words !== '' && <span className="visually-hidden">{words}: </span>}
      <code>{line.text}</code>
    </span>
  )
}

/** Puts into words why an edit or a link was refused. */
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import type { EditProblem } from '../../../lab/project-edits.ts'
import type { ShareProblem } from '../../../lab/share.ts'
import { faultWords } from '../../fault-words.ts'

export function editProblemText(problem: EditProblem, text: PlayStrings): string {
  switch (problem.kind) {
    case 'bad-path':
      return fill(text.badPath, { path: problem.path, why: faultWords(problem.fault, text.faults) })
    case 'not-on-windows':
      return fill(text.notOnWindows, { step: problem.step })
    case 'other-case':
      return fill(text.otherCase, { like: problem.like })
    case 'missing':
      return fill(text.missing, { path: problem.path })
    case 'exists':
      return fill(text.exists, { path: problem.path })
    case 'is-folder':
      return fill(text.isFolder, { path: problem.path })
    case 'not-in-folder':
      return fill(text.notInFolder, { above: problem.above })
    case 'last-file':
      return fill(text.lastFile, { path: problem.path })
    case 'too-many':
      return fill(text.tooMany, { limit: problem.limit })
    case 'bad-target':
      return fill(text.badTarget, { target: problem.target })
    case 'link-loop':
      return fill(text.linkLoop, { target: problem.target })
    case 'bad-setting':
      return problem.setting === 'conditions'
        ? text.badConditions
        : problem.setting === 'external'
          ? text.badExternal
          : text.badAlias
  }
}

export function linkProblemText(problem: ShareProblem, text: PlayStrings): string {
  switch (problem.kind) {
    case 'damaged':
      return text.linkDamaged
    case 'other-version':
      return fill(text.linkVersion, { version: problem.version })
    case 'too-large':
      return text.linkTooLarge
    case 'invalid':
      return fill(text.linkInvalid, { why: faultWords(problem.fault, text.faults) })
    case 'lacking':
      return fill(problem.lacking.what === 'version' ? text.linkLacksVersion : text.linkLacksPackage, {
        name: problem.lacking.name,
      })
  }
}

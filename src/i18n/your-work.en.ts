/** Texts of the page that lists what is kept, in English. `{name}` is filled in. */
import { faultsEn } from './faults.en.ts'

export const yourWorkEn = {
  faults: faultsEn,
  title: 'Your work',
  description:
    'What this site keeps in your browser: your code, answers and progress. Take it with you, bring it back, or delete it.',
  where:
    'What you write here is kept as you write it: in this browser, on this device, and nowhere else. It is gone if you clear this site’s data, and some browsers clear it by themselves when you have not come for a while. An export keeps it in a file of yours.',
  noScript: 'To see what is kept, allow JavaScript for this page.',
  loading: 'Looking for what is kept…',
  refused: {
    full: 'The browser’s storage is full. Delete something below, or make room elsewhere, and try again.',
    denied: 'This browser does not let the site keep anything. Private windows and strict settings do that.',
    newer: 'A newer version of this site is open in this browser. Reload this page.',
    silent: 'The browser’s storage does not answer.',
    failed: 'The browser’s storage refused: {message}',
  },
  triedAgain: '{trouble} This page tries again by itself.',

  export: 'Export everything',
  import: 'Import a file…',
  fileName: 'doppelclass-work-{date}.json',
  imported:
    'Added from {file}: copies of code: {copies}, answers and marks: {notes}, unreadable records: {aside}. What was here stays as it was.',
  importedNothing: 'Nothing was added: all that is in {file} is here already.',
  importRefused: {
    'too-long':
      '{file} was not imported: it has {detail} characters, more than an export ever has. Nothing was changed.',
    'not-json': '{file} was not imported: it is no JSON, or only part of it. Nothing was changed.',
    'not-ours': '{file} was not imported: it is no export of this site. Nothing was changed.',
    newer:
      '{file} was not imported: a newer version of this site made it ({detail}). Reload this page and try again. Nothing was changed.',
    broken: '{file} was not imported: it is damaged ({detail}). Nothing was changed.',
  },

  codeTitle: 'Code',
  codeNone: 'No code is kept yet. It appears here once you edit a lab.',
  columnWork: 'Lab',
  columnSaved: 'Saved',
  columnSize: 'Size',
  columnActions: 'Actions',
  kilobytes: '{size} KB',
  newest: 'shown in the lab',
  older: 'another copy',
  earlierRevision: 'for an earlier version of the lab',
  show: 'Show in the lab',
  delete: 'Delete',
  deleteLabel: 'Delete the copy of {work} saved {when}',
  showLabel: 'Show the copy of {work} saved {when} in the lab',
  playground: 'Playground: {name}',
  /** Below the site's root. */
  playgroundPage: 'playground/',
  missingLab: '{id} (no longer on this site)',

  restTitle: 'Answers and progress',
  rest: 'Answers: {answers}. Lessons begun: {started}. Lessons finished: {done}.',

  asideTitle: 'Set aside',
  asideLead: 'These records could not be read. They are kept as they were, and are part of an export.',
  aside: {
    broken: 'damaged ({reason}), set aside {when}',
    newer: 'from a newer version of this site ({reason}), set aside {when}',
  },

  deleteAll: 'Delete everything',
  deleteAllQuestion: 'Delete all code, answers and progress of this site from this browser?',
  deleteAllYes: 'Yes, delete everything',
  deleteAllNo: 'No, keep it',
  deleted: 'Deleted. Until you leave this page, it can be brought back.',
  undo: 'Undo',
  undone: 'It is back.',
}

export type YourWorkStrings = typeof yourWorkEn

/** Interface texts of the lab, in English. `{name}` is filled in. */
import { blockedEn } from './blocked.en.ts'
import { consoleEn } from './console.en.ts'
import { helpEn } from './help.en.ts'
import { ownWorkEn } from './own-work.en.ts'
import { xrayClassesEn } from './xray-classes.en.ts'
import { xrayDrawingEn } from './xray-drawing.en.ts'
import { xrayModulesEn } from './xray-modules.en.ts'
import { xrayTimelineEn } from './xray-timeline.en.ts'

export const en = {
  prediction: { heading: 'Predict first', right: 'That is what happens.', wrong: 'Not quite.' },
  files: 'Files',
  results: 'Results',
  goals: 'Goals',
  edit: 'Edit',
  run: 'Run',
  stop: 'Stop',
  reset: 'Reset',
  undoReset: 'Bring back my code',
  live: 'Run as I type',
  daskVersion: 'Dask',
  openInPlayground: 'Open in playground',
  oldResults: 'From an earlier version of the code. The present one has not been run.',
  runHint: '{shortcut} also runs',
  editorLoading: 'The editor is loading…',
  editorFailed:
    'The editor could not be loaded: {message} The code above still runs. Press Edit to try again, or choose the plain editor.',
  editorLabel: '{file}, editable. Press Escape to leave the editor.',
  codeLabel: '{file}, read-only. Press Edit to change it.',
  editorHint: 'Tab moves on until you type. Escape leaves the editor.',
  editedMark: 'edited',
  noScript: 'To run this program, allow JavaScript for this page. The code above is what would run.',

  tabConsole: 'Console',
  tabClasses: 'Classes',
  tabModules: 'Modules',
  tabChecks: 'Checks',
  tabCluster: 'Cluster',
  tabBundle: 'Bundle',
  ...helpEn,
  ...xrayModulesEn,
  ...consoleEn,
  consoleEmpty: 'What the program prints appears here. Press Run.',
  consoleSilent: 'The program ended and printed nothing.',

  statusIdle: 'Ready. Press Run.',
  statusEdited: 'Edited since the last run.',
  statusLoading: 'Loading the bundler…',
  statusBundling: 'Bundling…',
  statusRunning: 'Running…',
  statusJudging: 'Checking the goals…',
  statusRejected: 'Not run: {place} {message}',
  statusCompleted: 'Finished: {met} of {all} goals met.',
  statusFinished: 'Finished.',
  statusEndedBy: 'Ended by {error}.',
  statusFailed: 'Ended by {error}: {met} of {all} goals met.',
  statusStoppedByReader: 'Stopped by you.',
  statusStoppedByWatchdog: 'Stopped after {seconds} seconds: the program did not come to an end.',
  statusBroken: 'This page could not run the program: {message}',

  goalMet: 'met',
  goalUnmet: 'not met',
  goalSeen: 'Seen:',
  seenNotBundled: 'the program could not be bundled: {message}',
  seenStopped: 'the program did not come to an end.',
  seenCrashed: 'the program ended with {message}',
  seenHiddenNotBundled: 'a hidden program could not be bundled with your files: {message}',
  seenPrivateField:
    '“{message}”. Workers and nannies have copies of a plugin, and #private fields do not come along. Expected: ordinary fields.',

  fromLibrary: 'from {process}',
  uncaught: 'Uncaught',
  causedBy: 'caused by',
  dropped: 'and {count} more lines, not kept',
  droppedEvents: 'and {count} more events, not kept',
  showPlace: 'Show {file}, line {line}',
  diagnosticError: 'error',
  diagnosticWarning: 'warning',
  alreadyShown: 'shown above',
  more: '{count} more',
  promise: 'Promise',

  ...ownWorkEn,
  ...xrayClassesEn,
  ...xrayTimelineEn,
  ...xrayDrawingEn,
  ...blockedEn,
}

export type LabStrings = typeof en

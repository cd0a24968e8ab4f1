/** Interface texts of the site, in English. `{name}` is filled in. */
import { reference } from './reference.en.ts'

export const en = {
  ...reference,
  siteName: 'Doppelclass',
  siteDescription:
    'An interactive course on one bug: load a class through two module paths and you have two classes. Real programs, real errors, in your browser.',
  otherLanguage: '中文',

  skipToContent: 'Skip to the content',
  contents: 'Contents',
  courseNavigation: 'Course contents',
  home: 'Home',
  chapter: 'Chapter {number}: {title}',
  inPreparation: '(in preparation)',
  progressStarted: '(started)',
  progressDone: '(done)',
  breadcrumbs: 'You are here',
  neighbours: 'Previous and next lesson',
  previous: 'Previous',
  next: 'Next',
  nextInPreparation: 'Next, in preparation',

  theme: 'Theme',
  themeSystem: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeLabel: 'Theme: {theme}',

  playground: 'Playground',
  embed: 'Embedded lab',
  playgroundDescription:
    'A workbench with free files: load a class through two module paths, by packages, symlinks or build settings, and see what becomes of it.',

  search: 'Search',
  searchTitle: 'Search the course',
  searchLabel: 'Words to search for',
  searchClose: 'Close',
  searchIdle: 'Results appear here as you type.',
  searchNone: 'Nothing found for “{query}”. Try a single word, or part of it.',
  searchOne: 'One page found.',
  searchMany: '{count} pages found.',
  searchFailed:
    'The search index could not be loaded. It is made by the build: run npm run build, or use the contents list.',

  minutes: '{minutes} minutes',
  asidePython: 'For Python readers',
  asideJavascript: 'For JavaScript readers',
  transcript: 'Recorded from real Dask {version}, Python {python}',
  transcriptOn: 'Recorded from {on}',
  takeaway: 'To keep',

  keyboard: 'Keyboard and screen readers',
  updateReady: 'A new version of this site is there.',
  updateNow: 'Reload with it',
  footerOpen: 'Open source, MIT licence.',
  footerPrivacy:
    'No tracking, no cookies, and nothing is loaded from anywhere else. Your code and progress stay on this device.',
  footerWork: 'Your work',
  footerFacts: 'What is said about Dask was measured on real releases, from 2023.9.1 to 2026.7.1.',

  notFoundTitle: 'No such page',
  notFoundText: 'There is nothing at this address. Perhaps the page has moved; the contents list knows all of them.',
  notFoundHome: 'To the home page',
  notFoundLesson: 'To the first lesson',

  homeTitle: 'One class, loaded twice, is two classes',
  homeLead:
    'You subclass WorkerPlugin, and Dask tells you that you did not. Nothing is misspelt and nothing is broken: the same file was run under two names, and each run made a class of its own.',
  homeStart: 'Begin with the impossible error',
  learnTitle: 'What you take away',
  learn: [
    'Why a class is what one evaluation of a module made, and neither its name nor its source.',
    'How to read a failed check hop by hop, and name the place where it stopped.',
    'How to mend it so that strangers stay out, and how to design so that it does not come back.',
  ],
  methodTitle: 'How a lesson works',
  method:
    'You predict what a program does, then run it. The program is real, and so is the error. You see which modules were evaluated and which classes they made, you mend the code, and goals check what your run did, not what you typed. It all happens in your browser.',
  audienceTitle: 'Who it is for',
  audiencePython:
    'You write Python, and have met “Registering duck-typed plugins is not allowed” in Dask, or an isinstance that ought to be true.',
  audienceJavascript:
    'You write JavaScript or TypeScript, and have met “Invalid hook call”, “from another module or realm”, or an instanceof that is false for no reason.',
  audienceBoth: 'The labs are written in TypeScript. Either language is enough to follow them.',
  contentsLead:
    'The lessons with a link are ready. The others are in preparation, and are named so that you can see where it leads.',

  figureTitle: 'One file and its two prints',
  figureChoice: 'Where the base class is imported from',
  figureSheet: 'One file',
  figurePrints: 'What running it made',
  figureCheck: 'Does the way up lead to {identity}?',
  figureOutOfRegister: 'out of register: two classes',
  figureInRegister: 'in register: one class',
  figureRegistered: 'the class that register_plugin knows',
  figureYours: 'the class that you extend',
  figureBoth: 'yours, and the one that register_plugin knows',
  figureNeverRun: 'Nobody asks for this name, so the file is not run a second time.',
  figureStart: 'your plugin',
  figureHopOwn: 'your own class: not one of Dask’s',
  figureHopTwin: 'same name, other class',
  figureHopMet: 'this is it',
  figureHopEnd: 'the end of the chain: no match',
  figureHopUnasked: 'not asked any more',
  figureRejected: 'Dask 2024.7.1 refuses the plugin',
  figureAccepted: 'Dask accepts the plugin',
  figureAcceptedDetail: 'setup runs on every worker, and each answers {status}.',
  figureWords: 'The picture in words',
  figureWordsDeep: [
    'The file distributed/diagnostics/plugin.py is run under the name distributed.diagnostics.plugin. That makes class 1, WorkerPlugin. register_plugin knows this one.',
    'Your import asks for the name dask.distributed.diagnostics.plugin. Python does not know that name yet, finds the same file, and runs it again. That makes class 2, also called WorkerPlugin.',
    'Your plugin extends class 2. The check walks up from your class to class 2 and on to object. Class 1 is not on the way.',
    'The check stops at the end of the chain, and Dask raises a TypeError.',
  ],
  figureWordsCanonical: [
    'The file distributed/diagnostics/plugin.py is run once, under the name distributed.diagnostics.plugin. That makes class 1, WorkerPlugin.',
    'Your import asks for the same name and gets the same class.',
    'The check walks up from your class and meets class 1 at the next step. Dask accepts the plugin.',
  ],
  figureCaption:
    'Python runs a module once for each name it is asked for. Under dask.distributed, a small shim makes a second name for a file that has already been run.',
}

export type Strings = typeof en

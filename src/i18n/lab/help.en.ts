/** Interface texts of what helps a reader along: hints, the solution, the choice of editor. In English. */

export const helpEn = {
  hints: 'Hints',
  nextHint: 'Give me hint {number} of {count}',
  noMoreHints: 'No more hints',

  showSolution: 'Show solution',
  hideSolution: 'Hide solution',
  solutionLoading: 'The solution is loading…',
  solutionFailed: 'The solution could not be loaded: {message} Press “Hide solution”, then try again.',
  solutionIsYours: 'Your code is this solution, letter by letter.',
  takeSolution: 'Put the solution into my code',
  takeSolutionNote: 'Your own code is kept: “Bring back my code” returns to it.',
  diffYours: 'yours',
  diffSolution: 'solution',

  plainEditorHint: 'Tab moves on. Escape leaves the editor.',
  plainEditor: 'Plain editor',
  /** Below the site's root. */
  keyboardPage: 'keyboard/',
  keyboardHelp: 'Keyboard and screen readers',
}

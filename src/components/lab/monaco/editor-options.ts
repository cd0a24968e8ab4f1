/** How the editor is set up: a small one that stays out of the way. */
import type { editor } from 'monaco-editor/editor/editor.api'
import type { CodeMetrics } from './code-metrics.ts'

export const FIXED_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  accessibilitySupport: 'auto',
  // `site-theme.ts` sees to that, in step with the site's own theme.
  autoDetectHighContrast: false,
  automaticLayout: true,
  // Widgets may be larger than a small lab's editor.
  fixedOverflowWidgets: true,

  // What is typed or pasted stays as it is: a lesson asks for a changed line more often than for a new block.
  autoClosingBrackets: 'never',
  autoClosingComments: 'never',
  autoClosingQuotes: 'never',
  autoIndent: 'keep',
  bracketPairColorization: { enabled: false },
  codeLens: false,
  contextmenu: false,
  cursorBlinking: 'solid',
  folding: false,
  glyphMargin: false,
  guides: { indentation: false },
  hideCursorInOverviewRuler: true,
  lightbulb: { enabled: 'off' as editor.ShowLightbulbIconMode },
  lineDecorationsWidth: 8,
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerLanes: 0,
  quickSuggestions: { other: true, strings: false, comments: false },
  renderFinalNewline: 'off',
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    useShadows: false,
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
  },
  // Chinese punctuation in a comment is no mistake.
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  wordBasedSuggestions: 'off',
}

/** What depends on the page. */
export function pageOptions(metrics: CodeMetrics): editor.IEditorOptions {
  const { fontFamily, fontSize, lineHeight, padding, isNarrow } = metrics
  return {
    fontFamily,
    fontSize,
    lineHeight,
    padding: { top: padding, bottom: padding },
    wordWrap: isNarrow ? 'on' : 'off',
  }
}

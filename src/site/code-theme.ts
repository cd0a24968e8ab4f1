/** The colours of code, by name: the values lie in tokens.css, so that one highlighting serves both themes. */
import type { ThemeRegistrationRaw } from 'shiki'

const rule = (scope: readonly string[], foreground: string, fontStyle = '') => ({
  scope: [...scope],
  settings: { foreground: `var(--code-${foreground})`, fontStyle },
})

export const codeTheme: ThemeRegistrationRaw = {
  name: 'doppelclass',
  type: 'light',
  colors: { 'editor.foreground': 'var(--code-text)', 'editor.background': 'var(--code-paper)' },
  settings: [
    rule(['comment', 'punctuation.definition.comment'], 'comment'),
    rule(['string', 'string.quoted', 'punctuation.definition.string'], 'string'),
    rule(['constant.numeric', 'constant.language', 'constant.character', 'string.regexp'], 'constant'),
    rule(['keyword', 'storage', 'variable.language', 'keyword.operator.expression'], 'keyword', 'bold'),
    rule(['keyword.operator', 'storage.type.function.arrow', 'punctuation', 'meta.brace'], 'text'),
    rule(['keyword.operator.new', 'keyword.operator.logical.python'], 'keyword', 'bold'),
    // A parameter like any other, though Python's grammar tells it by its name.
    rule(['variable.language.special.cls'], 'text'),
    rule(
      ['entity.name.type', 'entity.name.class', 'support.class', 'support.type', 'entity.other.inherited-class'],
      'type',
    ),
    rule(['entity.name.function', 'support.function', 'entity.name.tag'], 'function'),
  ],
}

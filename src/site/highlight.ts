/** Highlights code at build time with the site's own colours, for labs and for whatever is not written in MDX. */
import { createHighlighter } from 'shiki'
import { codeTheme } from './code-theme.ts'

let highlighter: ReturnType<typeof createHighlighter> | undefined

/** Returns a `<pre class="shiki">` of one `.line` a line. `lang` is one of those that lessons use. */
export async function highlight(code: string, lang: string): Promise<string> {
  highlighter ??= createHighlighter({
    themes: [codeTheme],
    langs: ['typescript', 'javascript', 'json', 'yaml', 'python', 'shellscript'],
  })
  // Without a limit, a line comes out whole on a busy machine too.
  return (await highlighter).codeToHtml(code, {
    ...{ lang, theme: codeTheme.name ?? 'doppelclass', tokenizeTimeLimit: 0 },
  })
}

/** The files whose language is known, each as highlighted HTML, by name. */
export async function highlightFiles(
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const known = Object.entries(files).filter(([file]) => /\.(?:[cm]?[jt]s|json)$/.test(file))
  const entries = known.map(async ([file, text]) => {
    const lang = file.endsWith('.json') ? 'json' : file.endsWith('ts') ? 'typescript' : 'javascript'
    return [file, await highlight(text.trimEnd(), lang)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

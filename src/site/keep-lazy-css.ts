/** Keeps the style sheets of lazily imported chunks, which Astro would delete as orphans. */
import type { Plugin } from 'vite'

export function keepLazyCss(): Plugin {
  return {
    name: 'doppelclass:keep-lazy-css',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const css of chunk.viteMetadata?.importedCss ?? []) chunk.viteMetadata?.importedAssets.add(css)
      }
    },
  }
}

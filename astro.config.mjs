/** The site's build: static pages in two languages under a strict policy, servable from any path. */
import mdx from '@astrojs/mdx'
import react from '@astrojs/react'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { checkedContent } from './src/site/checked-content.ts'
import { codeTheme } from './src/site/code-theme.ts'
import { contentSecurityPolicy } from './src/site/content-security-policy.ts'
import { keepLazyCss } from './src/site/keep-lazy-css.ts'
import { serviceWorkerFile } from './src/site/offline/service-worker-file.ts'
import { policyFirst } from './src/site/policy-first.ts'
import { relocatable } from './src/site/relocatable.ts'
import { scriptSources } from './src/site/script-source.ts'
import { searchIndex } from './src/site/search-index.ts'
import { siteUrl } from './src/site/site-url.ts'
import { sitemapAddress } from './src/site/sitemap-address.ts'

const site = siteUrl(process.env)
const SHELL = 'src/components/shell/shell-browser.ts'

export default defineConfig({
  site: site.href,
  trailingSlash: 'always',
  // One round trip fewer before the first paint; the whole style sheet is some seven kilobytes compressed.
  build: { format: 'directory', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: { shikiConfig: { theme: codeTheme } },
  security: { csp: contentSecurityPolicy(SHELL) },
  integrations: [
    checkedContent(),
    mdx(),
    react(),
    sitemap({
      filter: (page) => !/\/(404|offline|embed)\/$/.test(new URL(page).pathname),
      i18n: { defaultLocale: 'en', locales: { en: 'en', 'zh-cn': 'zh-CN' } },
      namespaces: { news: false, image: false, video: false },
    }),
    sitemapAddress(site),
    // The order matters: URLs are settled before the pages are indexed.
    relocatable(),
    policyFirst(),
    searchIndex(),
    serviceWorkerFile(),
  ],
  vite: {
    plugins: [
      keepLazyCss(),
      scriptSources({ 'virtual:run-worker': 'src/runner/worker/worker-browser.ts', 'virtual:shell': SHELL }),
    ],
    // An inlined script or font would carry URLs that the relocation cannot reach.
    build: { assetsInlineLimit: 0 },
    // Found only when Edit is pressed; without this the author's page would reload then.
    optimizeDeps: { entries: ['src/components/lab/monaco/*.tsx', 'src/components/lab/monaco/types/types-worker.ts'] },
  },
})

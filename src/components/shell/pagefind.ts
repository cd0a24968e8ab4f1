/** The part of Pagefind's browser interface that the search dialog uses, and how its excerpts are read. */

export interface Pagefind {
  readonly search: (query: string) => Promise<{ readonly results: readonly PagefindResult[] }>
}

export interface PagefindResult {
  readonly data: () => Promise<PagefindPage>
}

export interface PagefindPage {
  /** Root-absolute, as the site was built: `/lessons/x/`. */
  readonly raw_url: string
  readonly excerpt: string
  readonly meta: Readonly<Record<string, string>>
}

/** Pagefind marks hits with `<mark>` in an escaped text; it is taken apart here so that no HTML is ever inserted. */
export function excerptParts(excerpt: string): readonly { readonly text: string; readonly isHit: boolean }[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const isHit = part.startsWith('<mark>')
      return { text: withoutEntities(isHit ? part.slice('<mark>'.length, -'</mark>'.length) : part), isHit }
    })
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

function withoutEntities(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** Decides which sections of a large bundle are listed: those that matter, and as many others as a page can hold. */
import type { BundleSection } from '../../../trace/model/bundle-sections.ts'

export type ShownSection =
  | { readonly kind: 'section'; readonly section: BundleSection }
  /** Sections that are left out, one behind the other. */
  | { readonly kind: 'gap'; readonly count: number; readonly firstLine: number; readonly lastLine: number }

/** @param limit how many sections are listed, apart from those that matter */
export function chooseSections(
  sections: readonly BundleSection[],
  matters: (section: BundleSection) => boolean,
  limit: number,
): readonly ShownSection[] {
  const shown: ShownSection[] = []
  let others = 0
  for (const section of sections) {
    const isListed = matters(section) || others < limit
    if (isListed && !matters(section)) others += 1
    if (isListed) shown.push({ kind: 'section', section })
    else shown.push(...widen(shown, section))
  }
  return shown
}

/** Takes a gap at the end off the list, and gives it back wider. */
function widen(shown: ShownSection[], { firstLine, lastLine }: BundleSection): readonly ShownSection[] {
  const last = shown.at(-1)
  if (last?.kind !== 'gap') return [{ kind: 'gap', count: 1, firstLine, lastLine }]
  shown.pop()
  return [{ ...last, count: last.count + 1, lastLine }]
}

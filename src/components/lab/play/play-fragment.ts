/** What the fragment of a playground's or a frame's address asks for. */
import { isSharedFragment } from '../../../lab/share.ts'

export type Wanted =
  | { readonly kind: 'project'; readonly fragment: string }
  | { readonly kind: 'template'; readonly id: string }
  /** What the reader has made in the playground, by the part of its id that follows `playground:`. */
  | { readonly kind: 'work'; readonly id: string }
  /** Nothing of ours: none at all, or a place on the page. */
  | { readonly kind: 'nothing' }

/** @param hash with its `#` */
export function readFragment(hash: string): Wanted {
  const fragment = hash.replace(/^#/, '')
  if (isSharedFragment(fragment)) return { kind: 'project', fragment }
  const [, work] = /^work=([\w-]+)$/.exec(fragment) ?? []
  if (work !== undefined) return { kind: 'work', id: work }
  const [, id] = /^(?:lab|template)=([\w-]+(?:\/[\w-]+)?)$/.exec(fragment) ?? []
  return id === undefined ? { kind: 'nothing' } : { kind: 'template', id }
}

export function templateFragment(id: string): string {
  return `${id.includes('/') ? 'lab' : 'template'}=${id}`
}

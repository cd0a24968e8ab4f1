/** What the open project is called: by its reader, by the link that it came with, or by what it was begun from. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OwnWork } from '../use-own-work.ts'

export interface Naming {
  /** Of its own; null where it has none. */
  readonly own: string | null
  /** What it is called as long as it has none of its own. */
  readonly usual: string
  readonly shown: string
  /** @param name blank for the usual one */
  readonly rename: (name: string) => void
}

interface Named {
  readonly name: string | null
}

/** Stands in until the work's keeper is there, and where there is none. */
const NAMELESS = createStore<Named>(() => ({ name: null }))

/** @param first what a link calls it */
export function useNaming(
  ownWork: OwnWork,
  { usual, first }: { readonly usual: string; readonly first: string | null },
): Naming {
  const keeper = ownWork.kind === 'open' ? ownWork.keeper : null
  const store: Pick<StoreApi<Named>, 'getState' | 'getInitialState' | 'subscribe'> = keeper?.store ?? NAMELESS
  const kept = useStore(store, ({ name }) => name)
  const [unkept, setUnkept] = useState(first)
  const own = keeper === null ? unkept : kept
  const shown = own ?? usual
  useTitle(shown)
  return {
    own,
    usual,
    shown,
    rename: (name) => {
      const next = name.trim() === '' ? null : name.trim()
      if (keeper === null) setUnkept(next)
      else keeper.rename(next)
    },
  }
}

/** Tabs are told apart by it. */
function useTitle(name: string): void {
  useEffect(() => {
    const { title } = document
    document.title = `${name} · ${title}`
    return () => {
      document.title = title
    }
  }, [name])
}

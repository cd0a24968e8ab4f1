/** Loads the editor once a page, in the page's language. */
import type { Workbench } from './workbench.ts'

let loading: Promise<Workbench> | null = null

/** May be called again after a failure. */
export function loadWorkbench(): Promise<Workbench> {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

async function load(): Promise<Workbench> {
  // The editor takes its words from there while it is evaluated, so they must come first.
  if (document.documentElement.lang.toLowerCase().startsWith('zh')) await import('monaco-editor/nls/lang/zh-cn')
  const { createWorkbench } = await import('./workbench.ts')
  return createWorkbench()
}

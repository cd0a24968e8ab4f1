/** Fetches what a lab needs to run once the reader is at work on the page: the first Run is quick then, and works without a network. */

/** How a reader shows that they are there: looking at the first screen alone loads nothing. */
const SIGNS = ['scroll', 'pointerdown', 'keydown'] as const

/**
 * @param fetchAll calls what is missing into the browser's caches; whoever needs it meets its errors later
 * @returns the way to call it off
 */
export function fetchAhead(fetchAll: () => Promise<unknown>): () => void {
  if (savesData()) return () => undefined
  const control = new AbortController()
  const begin = () => {
    control.abort()
    // What the page itself is still loading goes first.
    void whenKept().then(() => fetchAll().catch(() => undefined))
  }
  for (const sign of SIGNS) addEventListener(sign, begin, { signal: control.signal, passive: true })
  return () => control.abort()
}

/** Where there is a service worker, what is fetched before it is in charge would not be kept. */
async function whenKept(): Promise<void> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  if (worker === undefined || worker.controller !== null || document.querySelector('[data-update-notice]') === null)
    return
  await new Promise((resolve) => {
    worker.addEventListener('controllerchange', resolve, { once: true })
    // It may be forbidden: then nothing is ever in charge, and the files are fetched all the same.
    setTimeout(resolve, 5_000)
  })
}

function savesData(): boolean {
  const connection = 'connection' in navigator ? navigator.connection : undefined
  return (
    typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true
  )
}

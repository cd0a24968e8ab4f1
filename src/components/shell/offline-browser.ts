/** Starts the service worker, tells it what this page has loaded before it was there, and says when a new version waits. */
import { siteRoot } from '../../site/site-root-browser.ts'

const notice = document.querySelector<HTMLElement>('[data-update-notice]')

// Only where the build wrote a worker: an author's pages must not be kept.
if (notice !== null && 'serviceWorker' in navigator) {
  if (document.readyState === 'complete') void start(notice)
  else addEventListener('load', () => void start(notice), { once: true })
}

async function start(notice: HTMLElement): Promise<void> {
  const registration = await register()
  if (registration === undefined) return
  watch(registration, notice)
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  active?.postMessage({ urls: [location.href.replace(/#.*/, ''), ...loaded, ...islandFiles()] })
}

/** Undefined where there can be none, which whatever blocks service workers may also answer by itself. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker.register(new URL('service-worker.js', siteRoot()))
  } catch {
    // Forbidden here, or no such file on this host: the site works, only not without a network.
    return undefined
  }
}

function watch(registration: ServiceWorkerRegistration, notice: HTMLElement): void {
  const offer = (waiting: ServiceWorker) => {
    // Without a controller there is no earlier version: this one is the first.
    if (navigator.serviceWorker.controller === null) return
    notice.hidden = false
    notice.querySelector('button')?.addEventListener('click', () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting.postMessage('take over')
    })
  }
  if (registration.waiting !== null) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed') offer(coming)
    })
  })
}

/** What parts of the page load only when they come into view. */
function islandFiles(): readonly string[] {
  const islands = [...document.querySelectorAll('astro-island')]
  const files = islands.flatMap((island) => [island.getAttribute('component-url'), island.getAttribute('renderer-url')])
  return files.flatMap((file) => (file === null ? [] : new URL(file, document.baseURI).href))
}

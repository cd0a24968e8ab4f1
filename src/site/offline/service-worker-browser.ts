/** The site's service worker: keeps what was used, when it is first used, and answers from that where there is no network. */
import { keptFirst, networkFirst } from './answering.ts'
import { cacheName, importsOf, outdatedCaches, planFor } from './keeping.ts'

/** The build's version: any change of the site changes it. Put in by `service-worker-file.ts`. */
declare const VERSION: string
/** The pages that say that a page is not kept, below the site's root, by the start of the addresses they are for. */
declare const OFFLINE_PAGES: Readonly<Record<string, string>>

/** What this file uses of a service worker's global scope, whose types cannot live beside a page's. */
interface WorkerScope {
  readonly registration: { readonly scope: string }
  readonly clients: { readonly claim: () => Promise<void> }
  readonly skipWaiting: () => Promise<void>
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: Extendable) => void): void
    (type: 'fetch', listener: (event: Fetching) => void): void
    (type: 'message', listener: (event: Extendable & { readonly data: unknown }) => void): void
  }
}
interface Extendable {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface Fetching extends Extendable {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}

/** What browsers ask for beside a page, and no page lists among what it loaded. */
const MARKS = ['favicon.svg', 'favicon.png', 'site.webmanifest']

// biome-ignore lint/suspicious/noExplicitAny: the global scope is of no type that a page has.
const worker = globalThis as any as WorkerScope
const { scope } = worker.registration
const CACHE = cacheName(scope, VERSION)

worker.addEventListener('install', (event) => {
  event.waitUntil(keep([...Object.values(OFFLINE_PAGES), ...MARKS].map((file) => scope + file)))
})

worker.addEventListener('activate', (event) => {
  const letGo = async () => {
    const outdated = outdatedCaches(await caches.keys(), scope, VERSION)
    await Promise.all(outdated.map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(letGo())
})

worker.addEventListener('message', (event) => {
  if (isKeepMessage(event.data)) event.waitUntil(keep(event.data.urls.filter((url) => url.startsWith(scope))))
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const network = () => fromNetwork(event)
  switch (planFor(request, scope)) {
    case 'pass':
      return
    case 'page':
      return event.respondWith(networkFirst({ network, kept: () => keptPage(request) }).catch(() => notice(request)))
    case 'hashed':
      return event.respondWith(keptFirst({ network, kept: () => kept(request) }))
    case 'file':
      return event.respondWith(networkFirst({ network, kept: () => kept(request) }))
  }
})

function fromNetwork(event: Fetching): Promise<Response> {
  const asked = fetch(event.request)
  // Kept also where it comes too late for this request. A full disk must not spoil the answer.
  event.waitUntil(asked.then((response) => keepCopy(event.request, response)).catch(() => undefined))
  return asked
}

async function keepCopy(request: Request, response: Response): Promise<void> {
  if (!response.ok || response.type !== 'basic' || response.redirected) return
  const copy = response.clone()
  const cache = await caches.open(CACHE)
  await cache.put(request, copy)
}

/** What is not in our cache yet is fetched into it, modules with all that they import. */
async function keep(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const asked = new Set<string>()
  const fetchInto = async (url: string): Promise<unknown> => {
    if (asked.has(url)) return
    asked.add(url)
    if ((await cache.match(url)) === undefined) await cache.add(url)
    if (!url.endsWith('.js')) return
    const text = await (await cache.match(url))?.text()
    return Promise.allSettled(importsOf(text ?? '').map((file) => fetchInto(new URL(file, url).href)))
  }
  // One that cannot be had, or a full disk, leaves the others.
  await Promise.allSettled(urls.map(fetchInto))
}

async function kept(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(CACHE)
  // An earlier version's cache still has what its pages need.
  return (await cache.match(request)) ?? (await caches.match(request))
}

async function keptPage(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(CACHE)
  const options = { ignoreSearch: true }
  return (await cache.match(request, options)) ?? (await caches.match(request, options))
}

/** The page that says that a page is not kept. */
async function notice(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const path = request.url.slice(scope.length)
  const [, page = ''] = Object.entries(OFFLINE_PAGES).findLast(([start]) => path.startsWith(start)) ?? []
  const found = await cache.match(scope + page)
  if (found === undefined) return Response.error()
  // The address stays the one that was asked for, so that a reload finds it once there is a network; links go from
  // the notice's own. First in the head, where the page's policy does not hold yet.
  const html = (await found.text()).replace('<head>', `<head><base href="${scope}${page}">`)
  return new Response(html, { status: 503, headers: HTML })
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

function isKeepMessage(data: unknown): data is { readonly urls: readonly string[] } {
  if (typeof data !== 'object' || data === null || !('urls' in data) || !Array.isArray(data.urls)) return false
  return data.urls.every((url) => typeof url === 'string')
}

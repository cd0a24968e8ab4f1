/** Serves a folder of static files under any base path, as a plain static host does. */
import { readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import compression from 'compression'
import sirv from 'sirv'

export type SiteOptions = {
  readonly root: string
  /** The path that the site lives under: `/` or, say, `/doppelclass/`. */
  readonly base: string
  readonly host: string
  /** The port to listen on; 0 lets the system choose one. */
  readonly port: number
  /** How many of the following ports may be tried when that one is taken. */
  readonly spare: number
}

export type ServedSite = {
  readonly url: string
  stop(): Promise<void>
}

export async function serveSite(options: SiteOptions): Promise<ServedSite> {
  const base = normaliseBase(options.base)
  const server = createServer(createHandler(options.root, base))
  const port = await listen(server, options)
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return { url: `http://${host}:${port}${base}`, stop: () => close(server) }
}

/** `doppelclass`, `/doppelclass` and `/doppelclass/` all mean the same base. */
export function normaliseBase(base: string): string {
  const inner = base.split('/').filter(Boolean).join('/')
  return inner === '' ? '/' : `/${inner}/`
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

function createHandler(root: string, base: string): Handler {
  // `dev` reads the disk at each request, so that a new build is served without a restart.
  const files = sirv(root, { dev: true, etag: true, extensions: ['html'], setHeaders: keepHashedFiles })

  // As static hosts do; it takes Node's own request and response, though its types name Express's.
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'Only GET and HEAD.')
    const { pathname, search } = new URL(request.url ?? '/', 'http://site')
    if (`${pathname}/` === base) return redirect(response, base + search)
    if (!pathname.startsWith(base)) return answer(response, 404, `Nothing here: the site lives under ${base}`)

    const inside = pathname.slice(base.length - 1)
    if (isFolder(root, inside)) return redirect(response, `${pathname}/${search}`)
    request.url = inside + search
    compress(request, response, () => files(request, response, () => sayNotFound(root, response)))
  }
}

/** Files whose names carry a hash of their content never change. */
function keepHashedFiles(response: ServerResponse, pathname: string): void {
  if (pathname.startsWith('/_astro/')) response.setHeader('Cache-Control', 'public,max-age=31536000,immutable')
}

/** Relative links need the slash: hosts send `/lessons` on to `/lessons/`. */
function isFolder(root: string, pathname: string): boolean {
  if (pathname.endsWith('/')) return false
  try {
    return statSync(join(root, decodeURIComponent(pathname))).isDirectory()
  } catch {
    return false // Not there, or not a name at all: the 404 page answers.
  }
}

function sayNotFound(root: string, response: ServerResponse): void {
  try {
    const page = readFileSync(join(root, '404.html'))
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  } catch {
    answer(response, 404, 'Not found.') // A site without a page of its own for this.
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location }).end()
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

async function listen(server: Server, { host, port, spare }: SiteOptions): Promise<number> {
  for (let candidate = port; ; candidate++) {
    const failure = await tryToListen(server, host, candidate)
    if (failure === undefined) break
    if (failure.code !== 'EADDRINUSE') throw failure
    if (candidate >= port + spare) {
      throw new Error(`Port ${candidate} on ${host} is taken: set PORT to a free one.`, { cause: failure })
    }
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error(`The server on ${host} has no port.`)
  return address.port
}

function tryToListen(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen(port, host, () => {
      server.off('error', resolve)
      resolve(undefined)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Two servers that write down whoever knocks: the site that the attacks run on, and a stranger that wants to hear from them. */
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleScript } from '../../../src/site/script-source.ts'

const DIST = join(import.meta.dirname, '../../../dist')
const WORKER = 'src/runner/worker/worker-browser.ts'
const PAGE = join(import.meta.dirname, 'attack-page-browser.ts')

export interface AttackServers {
  /** Addresses that end with a slash. */
  readonly site: string
  readonly evil: string
  /** What was asked for and is not ours, one line each. */
  readonly strangers: () => readonly string[]
  readonly stop: () => Promise<void>
}

export async function startAttackServers(): Promise<AttackServers> {
  const strangers: string[] = []
  const files = await siteFiles()
  const site = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (file === undefined || request.method !== 'GET') strangers.push(`site: ${request.method} ${request.url}`)
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.type ?? 'text/plain' }).end(file?.text)
  })
  // It says yes to everything, so that only the browser stands in the way.
  const evil = createServer((request, response) => {
    strangers.push(`stranger: ${request.method} ${request.url}`)
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('0')
  })
  for (const [name, server] of [
    ['site', site],
    ['stranger', evil],
  ] as const) {
    server.on('upgrade', (request, socket) => {
      strangers.push(`${name}: upgrade ${request.url}`)
      socket.destroy()
    })
  }
  evil.on('connection', () => strangers.push('stranger: a connection'))
  const sitePort = await listen(site)
  const evilPort = await listen(evil)
  const datagrams = createSocket('udp4')
  datagrams.on('message', () => strangers.push('stranger: a datagram'))
  await new Promise<void>((resolve) => datagrams.bind(evilPort, '127.0.0.1', resolve))
  return {
    site: `http://127.0.0.1:${sitePort}/`,
    evil: `http://127.0.0.1:${evilPort}/`,
    strangers: () => strangers,
    stop: async () => {
      datagrams.close()
      for (const server of [site, evil]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

interface SiteFile {
  readonly type: string
  readonly text: string
}

/** A page under the site's own policy, with the site's own runner. */
async function siteFiles(): Promise<ReadonlyMap<string, SiteFile>> {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(readDist('index.html'))?.[1]
  if (policy === undefined) throw new Error('dist/index.html has no policy: run "npm run build" first.')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">${meta}<title>Attacks</title><body><script src="/page.js"></script></body></html>`
  return new Map([
    ['/', { type: 'text/html', text: html }],
    ['/page.js', { type: 'text/javascript', text: await bundlePage() }],
    ['/runner.html', { type: 'text/html', text: readDist('runner.html') }],
    ['/favicon.ico', { type: 'image/svg+xml', text: readDist('favicon.svg') }],
  ])
}

function readDist(file: string): string {
  return readFileSync(join(DIST, file), 'utf8')
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [PAGE],
    bundle: true,
    format: 'iife',
    write: false,
    plugins: [
      {
        name: 'run-worker',
        setup(step) {
          step.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }))
          step.onLoad({ filter: /.*/, namespace: 'virtual' }, () => {
            return { contents: `export default ${JSON.stringify(bundleScript(WORKER).text)}` }
          })
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

/** The built site behind a network that, while the test says so, takes every request and answers none. */
import { request as ask, createServer } from 'node:http'
import { serveSite } from '../../scripts/static-server.ts'
import { SITE_ROOT } from './browser-site.ts'

export interface StallingSite {
  readonly url: string
  readonly stall: () => void
  /** Also answers what was asked meanwhile. */
  readonly goOn: () => void
  readonly stop: () => Promise<void>
}

export async function serveStallingSite(): Promise<StallingSite> {
  const site = await serveSite({ root: SITE_ROOT, base: '/', host: '127.0.0.1', port: 0, spare: 0 })
  let held: (() => void)[] | null = null
  const server = createServer((request, response) => {
    const answer = () => {
      const { method, headers } = request
      request.pipe(
        ask(new URL(request.url ?? '/', site.url), { method, headers }, (found) => {
          response.writeHead(found.statusCode ?? 502, found.headers)
          found.pipe(response)
        }),
      )
    }
    if (held === null) answer()
    else held.push(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stalling site has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stall: () => {
      held = []
    },
    goOn: () => {
      const late = held ?? []
      held = null
      for (const answer of late) answer()
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await site.stop()
    },
  }
}

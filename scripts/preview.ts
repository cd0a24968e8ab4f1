/** Serves the built site (`dist/`) on a local address until it is stopped. Reads PORT, HOST and BASE. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveSite } from './static-server.ts'

const DEFAULT_PORT = 4321
const SPARE_PORTS = 50

const root = join(import.meta.dirname, '..', 'dist')
const { PORT, HOST = '127.0.0.1', BASE = '/' } = process.env

if (!existsSync(join(root, 'index.html'))) {
  stopWith(`There is no built site in ${root}: run "npm run build" first, or "npm start", which builds and serves.`)
}

const site = await serveSite({
  root,
  base: BASE,
  host: HOST,
  port: PORT === undefined ? DEFAULT_PORT : parsePort(PORT),
  spare: PORT === undefined ? SPARE_PORTS : 0,
}).catch((error: Error) => stopWith(error.message))

console.log(`\nDoppelclass is at ${site.url}\nPress Ctrl+C to stop.`)

const stop = () => void site.stop().then(() => process.exit(0))
process.once('SIGINT', stop).once('SIGTERM', stop)
// The shell that npm starts us from does not pass SIGTERM on: when it is gone, nobody waits for this server.
const parent = process.ppid
setInterval(() => process.ppid !== parent && stop(), 500).unref()

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  return stopWith(`PORT "${text}" is not a port: give a number from 0 to 65535.`)
}

function stopWith(message: string): never {
  console.error(message)
  process.exit(1)
}

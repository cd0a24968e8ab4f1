/** Starts one of the project's programs on a Node that can run it, or says which Node it needs. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Plain JavaScript on purpose: a Node too old for TypeScript must still be able to read the message below.
const [, , program, ...args] = process.argv
const [major, minor] = process.versions.node.split('.').map(Number)

if (program === undefined) {
  stopWith('scripts/run.mjs: no program given. Use one of the scripts in package.json, for example "npm start".')
} else if (major < 22 || (major === 22 && minor < 12)) {
  stopWith(
    `Doppelclass needs Node 22.12 or newer; this is Node ${process.version} (${process.execPath}).`,
    'On Linux x64 "npm ci" brings Node 24 along, and npm scripts ("npm start", "npm test") use it.',
    'Elsewhere install Node 24 from https://nodejs.org/, then run "npm ci" again.',
  )
} else {
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  if (process.features.typescript) start()
  else restartWithTypeScript()
}

function start() {
  const path = resolve(program)
  process.argv = [process.execPath, path, ...args]
  import(pathToFileURL(path).href).catch((error) => {
    stopWith(error instanceof Error ? (error.stack ?? error.message) : String(error))
  })
}

/** Node 22.12 to 22.17 strips types only when asked; NODE_OPTIONS asks for all processes below this one too. */
function restartWithTypeScript() {
  const asked = '--experimental-strip-types --disable-warning=ExperimentalWarning'
  const child = spawn(process.execPath, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${asked}`.trim() },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

function stopWith(...lines) {
  console.error(lines.join('\n'))
  process.exit(1)
}

/** Finds a browser that the tests can drive, and installs one where there is none and it is allowed. */
import { realMachine } from './machine.ts'

export type Browser = {
  readonly path: string
  /** Flags that make it quiet, and able to start as root. */
  readonly args: readonly string[]
}

/** What looking for a browser asks of the machine, so that a test can answer in its place. */
export type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  exists(path: string): boolean
  /** Whether the program starts at all: a stub or a browser without its libraries does not. */
  starts(path: string): boolean
  /** Where Playwright keeps its own copy, whether it is there or not. */
  playwrightPath(browser: 'chromium' | 'firefox'): string
  /** Runs a command with its output shown; false when it is missing or fails. */
  run(command: string, args: readonly string[]): boolean
  playwright(...args: readonly string[]): boolean
  log(line: string): void
}

/** Chromium or Chrome, or an error that says what to install. */
export async function findChromium(here: Machine = realMachine()): Promise<Browser> {
  const path = chosenPath(here) ?? presentChromium(here) ?? installChromium(here)
  if (path === undefined) throw new Error(ADVICE)
  return { path, args: here.isRoot ? ['--no-sandbox', ...QUIET] : QUIET }
}

/** The Firefox to test in as well, when DOPPELCLASS_FIREFOX names one; "playwright" means Playwright's own. */
export function findFirefox(here: Machine = realMachine()): Browser | undefined {
  const asked = here.env.DOPPELCLASS_FIREFOX
  if (asked === undefined || asked === '') return undefined
  // Playwright drives only builds of its own: a Firefox of the system starts, and then fails at the first page.
  const path = asked === 'playwright' ? here.playwrightPath('firefox') : asked
  if (here.exists(path)) return { path, args: [] }
  throw new Error(`DOPPELCLASS_FIREFOX: there is no ${path}. Run "npx playwright install firefox", or unset it.`)
}

const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const ADVICE = [
  'The browser tests need Chromium or Chrome; none was found and none could be installed.',
  'Do one of these, then run the command again:',
  '  - npx playwright install --with-deps chromium',
  '  - install Chromium or Chrome with the package manager of the system (Debian: apt-get install chromium)',
  '  - set DOPPELCLASS_BROWSER to the path of one that is installed elsewhere',
].join('\n')

function chosenPath({ env, exists }: Machine): string | undefined {
  const path = env.DOPPELCLASS_BROWSER
  if (path === undefined || path === '') return undefined
  if (exists(path)) return path
  throw new Error(`DOPPELCLASS_BROWSER is "${path}", and there is no such file: correct it, or unset it to search.`)
}

function presentChromium(machine: Machine): string | undefined {
  return usable(machine, [machine.playwrightPath('chromium'), ...systemPaths(machine)])
}

function usable(machine: Machine, paths: readonly string[]): string | undefined {
  return paths.find((path) => machine.exists(path) && machine.starts(path))
}

function systemPaths({ env, platform }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return roots.flatMap((root) => WINDOWS_PROGRAMS.map((program) => `${root}\\${program}`))
  }
  const onPath = (env.PATH ?? '').split(':').filter((folder) => folder !== '')
  const folders = [...new Set([...onPath, ...USUAL_FOLDERS])]
  const named = PROGRAM_NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
  if (platform !== 'darwin') return named
  return [...['', env.HOME ?? ''].flatMap((home) => MAC_PROGRAMS.map((program) => home + program)), ...named]
}

const PROGRAM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/usr/lib/chromium', '/snap/bin']
const MAC_PROGRAMS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']

function installChromium(machine: Machine): string | undefined {
  machine.log('No Chromium or Chrome here: installing one for the browser tests.')
  return installFromPlaywright(machine) ?? installFromDebian(machine)
}

function installFromPlaywright(machine: Machine): string | undefined {
  if (!machine.playwright('install', 'chromium')) {
    machine.log("Playwright's download failed: trying the package manager of the system.")
    return undefined
  }
  const present = presentChromium(machine)
  if (present !== undefined || asRoot(machine) === undefined) return present
  // The download came without the system's libraries that it needs.
  machine.playwright('install-deps', 'chromium')
  return presentChromium(machine)
}

function installFromDebian(machine: Machine): string | undefined {
  return installPackage(machine, 'chromium') ? presentChromium(machine) : undefined
}

/** Installs a package of Debian; false where that is not possible or not allowed. */
export function installPackage(machine: Machine, name: string): boolean {
  const root = asRoot(machine)
  if (root === undefined || !machine.exists('/usr/bin/apt-get')) return false
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return machine.run(command, rest)
  }
  // A list that cannot be refreshed in full may still know the package.
  apt('update')
  return apt('install', '-y', '--no-install-recommends', name)
}

/** The words before a command that runs as root; undefined when that is not allowed without a password. */
function asRoot({ isRoot, platform, run }: Machine): readonly string[] | undefined {
  if (platform !== 'linux') return undefined
  if (isRoot) return []
  return run('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined
}

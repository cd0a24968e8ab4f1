/** Finds a Firefox of the system, which Playwright cannot drive and WebDriver BiDi can. */
import { installPackage, type Machine } from './find-browser.ts'
import { realMachine } from './machine.ts'

/** Its path; undefined where there is none. */
export function findSystemFirefox(here: Machine = realMachine()): string | undefined {
  const folders = [...(here.env.PATH ?? '').split(':').filter((folder) => folder !== ''), ...USUAL_FOLDERS]
  const paths = PROGRAM_NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
  return [...paths, ...OTHER_PATHS].find((path) => here.exists(path) && here.starts(path))
}

/** Installs one where there is none and it is allowed. */
export function installSystemFirefox(here: Machine = realMachine()): string | undefined {
  return findSystemFirefox(here) ?? (installPackage(here, 'firefox-esr') ? findSystemFirefox(here) : undefined)
}

export const NO_FIREFOX =
  'NOT TESTED IN FIREFOX: there is none on this machine. Install it (Debian: apt-get install firefox-esr) and run the tests again.'

const PROGRAM_NAMES = ['firefox-esr', 'firefox']
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin']
const OTHER_PATHS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

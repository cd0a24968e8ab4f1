/** Which browser is found, installed or asked for, on machines of several kinds. */
import { describe, expect, test } from 'vitest'
import { findChromium, findFirefox, type Machine } from '../../../scripts/find-browser.ts'

type Plan = Partial<Pick<Machine, 'env' | 'platform' | 'isRoot'>> & {
  /** What is on the disk from the start. */
  readonly files?: readonly string[]
  /** Programs that are there and do not start. */
  readonly broken?: readonly string[]
  /** What a command that succeeds puts on the disk; a command that is not named fails. */
  readonly commands?: Readonly<Record<string, readonly string[]>>
}

const OWN = '/cache/chromium/chrome'
const SYSTEM = '/usr/bin/chromium'
const APT_INSTALL = 'env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium'

function createMachine(plan: Plan): Machine & { readonly ran: readonly string[] } {
  const disk = new Set(plan.files)
  const ran: string[] = []
  const run = (command: string, args: readonly string[]) => {
    const line = [command, ...args].join(' ')
    ran.push(line)
    const files = plan.commands?.[line]
    for (const file of files ?? []) disk.add(file)
    return files !== undefined
  }
  return {
    env: plan.env ?? { PATH: '/usr/bin' },
    platform: plan.platform ?? 'linux',
    isRoot: plan.isRoot ?? false,
    exists: (path) => disk.has(path),
    starts: (path) => !(plan.broken ?? []).includes(path),
    playwrightPath: (browser) => `/cache/${browser}/chrome`,
    run,
    playwright: (...args) => run('playwright', args),
    log: () => undefined,
    ran,
  }
}

describe('a browser that is there', () => {
  test('the one that was asked for comes first', async () => {
    const machine = createMachine({ env: { DOPPELCLASS_BROWSER: '/opt/mine' }, files: ['/opt/mine', OWN, SYSTEM] })
    expect((await findChromium(machine)).path).toBe('/opt/mine')
  })

  test('asking for one that is not there is an error that names the variable and the path', async () => {
    const machine = createMachine({ env: { DOPPELCLASS_BROWSER: '/opt/mine' }, files: [OWN] })
    await expect(findChromium(machine)).rejects.toThrow('DOPPELCLASS_BROWSER is "/opt/mine"')
  })

  test("Playwright's own comes before the system's", async () => {
    expect((await findChromium(createMachine({ files: [SYSTEM, OWN] }))).path).toBe(OWN)
  })

  test('one that does not start is passed over', async () => {
    expect((await findChromium(createMachine({ files: [SYSTEM, OWN], broken: [OWN] }))).path).toBe(SYSTEM)
  })

  test.for<[NodeJS.Platform, Machine['env'], string]>([
    ['linux', { PATH: '/home/me/bin:/usr/bin' }, '/home/me/bin/google-chrome'],
    ['linux', {}, '/snap/bin/chromium'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', {}, '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { PROGRAMFILES: 'C:\\Programs' }, 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe'],
  ])('on %s with %o, %s is found', async ([platform, env, path]) => {
    expect((await findChromium(createMachine({ platform, env, files: [path] }))).path).toBe(path)
  })

  test('nothing is installed when one is there', async () => {
    const machine = createMachine({ files: [SYSTEM], isRoot: true })
    await findChromium(machine)
    expect(machine.ran).toEqual([])
  })

  test('only root starts it without a sandbox', async () => {
    const [root, reader] = [createMachine({ files: [SYSTEM], isRoot: true }), createMachine({ files: [SYSTEM] })]
    expect((await findChromium(root)).args).toContain('--no-sandbox')
    expect((await findChromium(reader)).args).not.toContain('--no-sandbox')
  })
})

describe('a machine without a browser', () => {
  test("gets Playwright's, where it can be downloaded", async () => {
    const machine = createMachine({ commands: { 'playwright install chromium': [OWN] } })
    expect((await findChromium(machine)).path).toBe(OWN)
    expect(machine.ran).toEqual(['playwright install chromium'])
  })

  test("gets Debian's as root, where nothing can be downloaded", async () => {
    const machine = createMachine({ isRoot: true, files: ['/usr/bin/apt-get'], commands: { [APT_INSTALL]: [SYSTEM] } })
    expect((await findChromium(machine)).path).toBe(SYSTEM)
  })

  test("gets Debian's through sudo, when no password is asked for", async () => {
    const commands = { 'sudo -n true': [], [`sudo -n ${APT_INSTALL}`]: [SYSTEM] }
    const machine = createMachine({ files: ['/usr/bin/apt-get'], commands })
    expect((await findChromium(machine)).path).toBe(SYSTEM)
  })

  test('gets the libraries too, when the download does not start without them', async () => {
    const commands = { 'playwright install chromium': [OWN], 'playwright install-deps chromium': [SYSTEM] }
    const machine = createMachine({ isRoot: true, broken: [OWN], commands })
    expect((await findChromium(machine)).path).toBe(SYSTEM)
    expect(machine.ran).toEqual(['playwright install chromium', 'playwright install-deps chromium'])
  })

  test.for<[string, Plan]>([
    ['no root, no sudo', { files: ['/usr/bin/apt-get'], commands: { [APT_INSTALL]: [SYSTEM] } }],
    ['no apt-get', { isRoot: true }],
    ['an apt-get without Chromium', { isRoot: true, files: ['/usr/bin/apt-get'] }],
    ['a Mac', { platform: 'darwin' }],
  ])('says what to do: %s', async ([, plan]) => {
    const search = findChromium(createMachine(plan))
    await expect(search).rejects.toThrow('npx playwright install --with-deps chromium')
    await expect(search).rejects.toThrow('DOPPELCLASS_BROWSER')
  })
})

describe('Firefox', () => {
  test('is left out unless it is asked for', () => {
    expect(findFirefox(createMachine({ files: ['/cache/firefox/chrome'] }))).toBeUndefined()
  })

  test("can be Playwright's own", () => {
    const machine = createMachine({ env: { DOPPELCLASS_FIREFOX: 'playwright' }, files: ['/cache/firefox/chrome'] })
    expect(findFirefox(machine)?.path).toBe('/cache/firefox/chrome')
  })

  test('is an error when it was asked for and is not there', () => {
    const machine = createMachine({ env: { DOPPELCLASS_FIREFOX: 'playwright' } })
    expect(() => findFirefox(machine)).toThrow('npx playwright install firefox')
  })
})

/** Links that hold a project: made here, opened here, and made by somebody who means harm. */
import { deflateRawSync } from 'node:zlib'
import { openPlay, playOn } from '../support/browser-play.ts'
import { expect, test } from '../support/browser-watch.ts'

const FROM_LINK = 'This project came with a link'
const project = {
  dask: '2024.7.1',
  packages: ['dask'],
  entry: 'main.ts',
  files: { 'main.ts': "console.log('it ran')\n", 'lib/kit.ts': 'export {}\n' },
  links: { linked: 'lib' },
  build: { preserveSymlinks: true, conditions: [], alias: {}, external: [] },
}
const linkOf = (value: unknown) => `#v1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`

test('Share copies a link that brings the whole project back, and runs nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const play = await openPlay(page, 'playground/#template=query-suffix')
  await expect(play.files.getByRole('tab')).toHaveCount(3)
  await play.button('New file…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('extra.ts')
  await page.getByRole('button', { name: 'Create' }).click()
  await play.button('Share').click()
  await expect(play.status).toContainText('The link is copied. It holds the whole project: 4 files')

  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await context.newPage()
  await other.goto(link)
  const opened = await playOn(other.locator('body'))
  await expect(opened.files.getByRole('tab')).toHaveText(['circle.ts', 'shape.ts', 'main.ts', 'extra.ts'])
  await expect(opened.files.getByRole('tab', { selected: true })).toHaveText('extra.ts')
  await expect(opened.region).toContainText(FROM_LINK)
  await expect(opened.region).toHaveAttribute('data-phase', 'idle')
})

test('where the browser does not let the page copy, the link is shown, selected', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const play = await openPlay(page, 'playground/')
  await play.button('Share').click()
  const link = page.getByRole('dialog').getByRole('textbox', { name: 'Link' })
  await expect(link).toBeFocused()
  await expect(link).toHaveValue(/\/some\/base\/playground\/#v1\.[\w-]+$/)
  const selected = await link.evaluate((area) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('The link is in no textarea.')
    return area.selectionEnd - area.selectionStart === area.value.length
  })
  expect(selected).toBe(true)
})

test('a shared project does not run by itself: not at once, not when it is edited, only when Run is pressed', async ({
  page,
}) => {
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  const play = await openPlay(page, `playground/${linkOf({ project, focus: 'main.ts' })}`)
  await expect(play.region).toContainText(FROM_LINK)
  await expect(play.files.getByRole('tab')).toHaveText(['main.ts', 'lib/kit.ts'])
  await play.button('Edit').click()
  await play.region.getByRole('textbox').first().focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('// read first\n')
  await expect(play.status).toHaveText('Ready. Press Run.')
  // Longer than a live run waits: had one been planned, its bundler would have been asked for.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)))
  await expect(play.region).toHaveAttribute('data-phase', 'idle')
  expect(requested.filter((url) => /runner|esbuild.*\.wasm/.test(url))).toEqual([])
  await play.run()
  await expect(play.console).toContainText('it ran')
})

test('opens beside what the reader has open, which is left as it was', async ({ page }) => {
  const play = await openPlay(page, 'playground/')
  await play.button('New file…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('mine.ts')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    linkOf({ project, focus: 'main.ts' }),
  )
  await expect(play.region).toContainText(FROM_LINK)
  await expect(play.files.getByRole('tab')).toHaveText(['main.ts', 'lib/kit.ts'])
  await page.getByRole('button', { name: 'Back to the former project' }).click()
  await expect(play.files.getByRole('tab')).toHaveText([/main\.ts/, /lib\/shape\.ts/, /mine\.ts/])
  await expect(play.region).not.toContainText(FROM_LINK)
})

for (const [what, hash, reason] of [
  ['broken', '#v1.abcdef', 'incomplete or was changed'],
  ['of a later version', '#v7.abcdef', 'format 7'],
  ['endless', `#v1.${deflateRawSync(Buffer.alloc(9_000_000)).toString('base64url')}`, 'more than a link may hold'],
  [
    'that leads out of the project',
    linkOf({ project: { ...project, links: { x: '../../etc' } }, focus: 'main.ts' }),
    'a link leads out of the project',
  ],
  [
    'for a version that is not here',
    linkOf({ project: { ...project, dask: '1.2.3' }, focus: 'main.ts' }),
    'Dask 1.2.3',
  ],
  [
    'with markup in it',
    linkOf({ project: { ...project, packages: ['<img src=x onerror=alert(1)>'] }, focus: 'main.ts' }),
    'no project',
  ],
] as const) {
  test(`a link ${what} is refused with the reason, and changes nothing`, async ({ page }) => {
    const play = await openPlay(page, 'playground/#template=empty')
    await expect(play.files.getByRole('tab')).toHaveText(['main.ts'])
    await play.button('Rename…').click()
    await page.getByRole('textbox', { name: 'Path' }).fill('mine.ts')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.evaluate((wanted) => {
      location.hash = wanted
    }, hash)
    const alert = page.locator('.play-refusal')
    await expect(alert).toContainText('nothing was changed')
    await expect(alert).toContainText(reason)
    await expect(play.files.getByRole('tab')).toHaveText([/mine\.ts/])
    await expect(play.region).toHaveAttribute('data-phase', 'idle')
  })
}

test('Download hands over an archive with the script that runs it', async ({ page }) => {
  const play = await openPlay(page, 'playground/')
  const waiting = page.waitForEvent('download')
  await play.button('Download').click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('doppelclass-one-file-reached-through-a-link.zip')
  await expect(play.status).toContainText('npm i && npm start')
})

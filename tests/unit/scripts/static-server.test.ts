/** The static server answers as a plain static host does, under any base path. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { normaliseBase, type ServedSite, serveSite } from '../../../scripts/static-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'static-site-'))
const root = join(folder, 'dist')
let site: ServedSite

beforeAll(async () => {
  mkdirSync(join(root, 'lessons'), { recursive: true })
  mkdirSync(join(root, '_astro'))
  writeFileSync(join(folder, 'secret.txt'), 'not for the web')
  writeFileSync(join(root, 'index.html'), '<h1>Home</h1>')
  writeFileSync(join(root, '404.html'), '<h1>Lost</h1>')
  writeFileSync(join(root, 'lessons/index.html'), '<h1>Lessons</h1>')
  writeFileSync(join(root, '_astro/app.abc.js'), 'export {}')
  site = await serveSite({ root, base: 'some/base', host: '127.0.0.1', port: 0, spare: 0 })
})

afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

const get = (path: string) => fetch(new URL(path, site.url), { redirect: 'manual' })

describe('inside the base path', () => {
  test('a folder is its index page', async () => {
    const response = await get('')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<h1>Home</h1>')
  })

  test('a folder without its slash is sent on to the slash, so that relative links hold', async () => {
    const response = await get('lessons?x=1')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/some/base/lessons/?x=1')
  })

  test('a missing page is the not-found page, with the right status', async () => {
    const response = await get('nowhere/at/all')
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('<h1>Lost</h1>')
  })

  test('only files with a hash in their name are kept without asking again', async () => {
    expect((await get('_astro/app.abc.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('')).headers.get('cache-control')).toBe('no-cache')
  })

  test('no way leads out of the folder', async () => {
    for (const path of ['..%2fsecret.txt', '%2e%2e/secret.txt', '..%5csecret.txt', '%E0%A4%A']) {
      expect((await get(path)).status, path).toBe(404)
    }
  })

  test('nothing can be written', async () => {
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405)
  })
})

describe('outside the base path', () => {
  test('there is nothing', async () => {
    expect((await get('/')).status).toBe(404)
    expect((await get('/index.html')).status).toBe(404)
  })

  test('the base without its slash leads to the site', async () => {
    expect((await get('/some/base')).headers.get('location')).toBe('/some/base/')
  })
})

describe('ports', () => {
  const taken = () => Number(new URL(site.url).port)

  test('the next free one is taken when there are spare ones', async () => {
    const second = await serveSite({ root, base: '/', host: '127.0.0.1', port: taken(), spare: 20 })
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken())
    await second.stop()
  })

  test('a taken port without spare ones is an error that says what to do', async () => {
    const attempt = serveSite({ root, base: '/', host: '127.0.0.1', port: taken(), spare: 0 })
    await expect(attempt).rejects.toThrow(`Port ${taken()} on 127.0.0.1 is taken: set PORT to a free one.`)
  })
})

test.for([
  ['', '/'],
  ['/', '/'],
  ['course', '/course/'],
  ['/some//base', '/some/base/'],
])('the base "%s" is "%s"', ([given, normal]) => {
  expect(normaliseBase(given ?? '')).toBe(normal)
})

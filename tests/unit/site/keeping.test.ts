import { describe, expect, test } from 'vitest'
import { cacheName, importsOf, outdatedCaches, planFor } from '#src/site/offline/keeping.ts'

const SCOPE = 'https://site.example/base/'
const ask = (path: string, { method = 'GET', mode = 'cors' } = {}) =>
  planFor({ method, mode, url: SCOPE + path }, SCOPE)

describe('planFor', () => {
  test('asks the network first for pages and files, and the cache first for what carries a hash', () => {
    expect(ask('lessons/x/', { mode: 'navigate' })).toBe('page')
    expect(ask('labs/packages.json')).toBe('file')
    expect(ask('_astro/lab.abc.js')).toBe('hashed')
  })

  test('leaves alone what is not fetched, and what lies outside of the site', () => {
    expect(ask('labs/packages.json', { method: 'POST' })).toBe('pass')
    expect(planFor({ method: 'GET', mode: 'cors', url: 'https://site.example/other/' }, SCOPE)).toBe('pass')
  })
})

describe('outdatedCaches', () => {
  test('keeps the present version and the one before it, and never touches another site', () => {
    const others = [cacheName('https://site.example/other/', 'v1'), 'somebody else']
    const own = ['v1', 'v2', 'v3'].map((version) => cacheName(SCOPE, version))
    expect(outdatedCaches([...others, ...own], SCOPE, 'v3')).toEqual([own[0]])
    expect(outdatedCaches([...others, ...own.slice(0, 1)], SCOPE, 'v1')).toEqual([])
  })
})

test('importsOf finds what a built module loads at once, and not what it loads on demand', () => {
  const module = `import{a as e}from"./react.B5.js";import"./side.C1.js";const t=()=>import("./late.D2.js");export{x}from'./y.E3.js'`
  expect(importsOf(module)).toEqual(['./react.B5.js', './side.C1.js', './y.E3.js'])
})

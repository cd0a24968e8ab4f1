import { describe, expect, it } from 'vitest'
import { keyOf, withoutSuffix } from '../../../src/bundler/module-key.ts'

describe('a module key', () => {
  it.each([
    ['/project/main.ts', '', 'main.ts'],
    ['/project/node_modules/kit/index.js', '', 'node_modules/kit/index.js'],
    ['/project/a.ts', '?v=2', 'a.ts?v=2'],
    ['/shared/kit.ts', '', '../shared/kit.ts'],
    ['/projects/main.ts', '', '../projects/main.ts'],
  ])('of %s with suffix "%s" is %s', (path, suffix, key) => {
    expect(keyOf('/project', path, suffix)).toBe(key)
  })

  it('loses the whole suffix', () => {
    expect(['a.ts?v=2#x', 'a.ts#x?v', 'a.ts'].map(withoutSuffix)).toEqual(['a.ts', 'a.ts', 'a.ts'])
  })
})

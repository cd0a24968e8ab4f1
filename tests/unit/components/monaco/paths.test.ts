import { describe, expect, test } from 'vitest'
import { filePath, labRoot, languageOf, ownFile } from '../../../../src/components/lab/monaco/paths.ts'

describe('paths of a lab', () => {
  const root = labRoot('impossible-error/register')

  test('a file lies in the folder of its lab', () => {
    expect(filePath(root, 'main.ts')).toBe('/labs/impossible-error/register/main.ts')
  })

  test('a path leads back to the reader’s file, and a package’s to none', () => {
    const files = { 'main.ts': '' }
    expect(ownFile(root, files, filePath(root, 'main.ts'))).toBe('main.ts')
    expect(ownFile(root, files, filePath(root, 'node_modules/distributed/client.ts'))).toBeNull()
    expect(ownFile(root, files, '/labs/other/lab/main.ts')).toBeNull()
  })

  test('every kind of script is read by TypeScript, data and prose are not', () => {
    expect(['a.ts', 'a.mts', 'a.js', 'a.cjs'].map(languageOf)).toEqual(Array(4).fill('typescript'))
    expect(languageOf('package.json')).toBe('json')
    expect(languageOf('notes.md')).toBe('plaintext')
  })
})

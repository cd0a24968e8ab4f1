import { describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_BUILD } from '../../../src/bundler/bundle-types.ts'
import { startNodeBundler } from '../../../src/bundler/bundler-node.ts'
import { projectDisk, readFixture } from '../../support/disk-fixtures.ts'

describe('the bundler in a thread of Node', () => {
  it('bundles a project, instrumented, and gives a mistake back as a value', async () => {
    const bundler = startNodeBundler()
    onTestFinished(() => bundler.dispose())
    const { signal } = new AbortController()
    const { disk } = readFixture('symlinks')
    const good = await bundler.bundle(
      { disk, entry: 'main.ts', options: { ...DEFAULT_BUILD, preserveSymlinks: true } },
      signal,
    )
    expect(good).toMatchObject({
      kind: 'bundled',
      code: expect.stringContaining('__doppelclass.instanceof(new Mine(), WorkerPlugin'),
    })
    const bad = await bundler.bundle(
      { disk: projectDisk({ 'main.ts': 'class' }), entry: 'main.ts', options: DEFAULT_BUILD },
      signal,
    )
    expect(bad).toMatchObject({ kind: 'rejected', diagnostics: [{ at: { file: 'main.ts', line: 1, column: 6 } }] })
  })

  it('has no file of the machine in reach', async () => {
    const bundler = startNodeBundler()
    onTestFinished(() => bundler.dispose())
    const disk = projectDisk({ 'main.ts': `import ${JSON.stringify(import.meta.filename)}\nimport 'esbuild'` })
    const result = await bundler.bundle(
      { disk, entry: 'main.ts', options: DEFAULT_BUILD },
      new AbortController().signal,
    )
    expect(result.kind === 'rejected' && result.diagnostics.map(({ text }) => text)).toEqual([
      `Could not resolve ${JSON.stringify(import.meta.filename)}`,
      'Could not resolve "esbuild"',
    ])
  })
})
